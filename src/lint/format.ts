import type { JudgedDocument, Skipped, Tally } from './document.ts';

/**
 * How results are written, piece by piece, so that the first is there at once and a long table needs no memory. Each
 * call gives the text to write next, line ends included; an empty one writes nothing. The documents of one file come
 * one after the other, between `beginFile` and `endFile`.
 */
export interface Format {
  readonly begin: () => string;
  readonly beginFile: (path: string) => string;
  readonly document: (document: JudgedDocument) => string;
  /**
   * A row that was not judged, in its place among the documents; for formats that answer each row with one.
   * @param id the row's own name, where it could be read
   */
  readonly skipped?: (path: string, row: number, why: Skipped, id?: string) => string;
  readonly endFile: (path: string, tally: Tally) => string;
  /** A file that could not be read; it has no `beginFile` and no `endFile`. */
  readonly unread: (path: string, problem: string) => string;
  readonly end: (tally: Tally) => string;
}
