import type { Position } from '../lint/positions.ts';

/** One value of a row. */
export interface Cell {
  /** The name of the column as the table has it. */
  readonly column: string;
  readonly text: string;
  /** Where in the file the character at a UTF-16 offset of the text stands; one behind the end is just behind it. */
  readonly at: (offset: number) => Position;
}

export interface TableRow {
  /**
   * As a spreadsheet counts, blank lines included and the header being row 1; for a JSON array the index from 1, for
   * NDJSON the line.
   */
  readonly number: number;
  /** The line of the file on which the row begins, from 1. */
  readonly line: number;
  /** In the order of the table. A row may have fewer than there are columns, or more, which are then named by number. */
  readonly cells: readonly Cell[];
}

/** Something in the place of a row that is none. */
export interface BrokenRow {
  readonly number: number;
  readonly line: number;
  /** `not-json`: cannot be read; `no-object`: a value without columns. */
  readonly broken: 'not-json' | 'no-object';
  /** Where the mistake is. */
  readonly at: Position;
}

export interface Table {
  /** The names of all columns, as written. A name may occur twice. */
  readonly columns: readonly string[];
  /** Read one at a time as they are asked for, and only once. */
  readonly rows: AsyncIterable<TableRow | BrokenRow> | Iterable<TableRow | BrokenRow>;
}
