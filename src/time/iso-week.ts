/** A week as ISO 8601 counts them: it begins on Monday and belongs to the year in which its Thursday lies. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}
