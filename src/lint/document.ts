import type { Language, Level } from '../rules/rule.ts';
import type { Position } from './positions.ts';

/** Where in a cell of a table something stands. */
export interface CellRange {
  /** The name of the column as the table has it. */
  readonly column: string;
  /** Half-open range of UTF-16 offsets in the cell's value. */
  readonly start: number;
  readonly end: number;
}

/** A replacement that is safe to make: half-open range of UTF-16 offsets in the file. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is said about one place of a document, in the user's language; not yet cleaned for a terminal. */
export interface LintMessage {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  /** In the file as it stands. */
  readonly from: Position;
  readonly to: Position;
  /** For a row of a table. */
  readonly cell?: CellRange | undefined;
  /** The line of the text that it stands in, and the words in it; nothing where something is missing. */
  readonly excerpt?: { readonly text: string; readonly start: number; readonly end: number } | undefined;
  /** The purpose without what is wrong with it, where that leaves a real one. */
  readonly suggestion?: string | undefined;
  readonly fix?: Fix | undefined;
}

/** A message that a comment in the report, or the baseline, keeps from counting. */
export interface SuppressedMessage extends LintMessage {
  readonly because: { readonly kind: 'comment'; readonly reason: string } | { readonly kind: 'baseline' };
}

/** Whose call a document is about and when it was, as far as it says: what a summary is made by. */
export interface About {
  readonly account?: string | undefined;
  /** The rep. */
  readonly owner?: string | undefined;
  /** `YYYY-MM-DD`, without a time. */
  readonly date?: string | undefined;
}

/** Something that was judged by itself: a report in a file of its own, or a row of a table. */
export interface JudgedDocument {
  /** Absolute, or the name that was given for standard input. */
  readonly path: string;
  /** The row of the table as a spreadsheet counts it, the header being row 1; for NDJSON the line. */
  readonly row?: number | undefined;
  /** The row's own name, such as the CRM's id of the activity. */
  readonly id?: string | undefined;
  readonly about: About;
  /** In which its messages are said, where that may be another one than that of the run. */
  readonly language?: Language | undefined;
  /** In the order of the text. */
  readonly messages: readonly LintMessage[];
  readonly suppressed: readonly SuppressedMessage[];
}

/** Why a row was not judged: it has neither a subject nor a text, it is no row at all, or it repeats the header. */
export const SKIPPED = ['empty', 'broken', 'header'] as const;
export type Skipped = (typeof SKIPPED)[number];

/** What one file, or all of them, came to. */
export interface Tally {
  readonly judged: number;
  readonly errors: number;
  readonly warnings: number;
  readonly suppressed: number;
  /** Files that could not be read. */
  readonly unread: number;
  readonly skipped: Readonly<Record<Skipped, number>>;
}
