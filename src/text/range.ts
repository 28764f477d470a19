/** Half-open range of UTF-16 offsets into a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
