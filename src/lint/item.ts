import type { LintConfig } from '../config/lint-config.ts';
import type { Decoded } from '../reports/decode.ts';
import type { Report } from '../reports/report.ts';
import type { TableCall } from '../tables/call-of.ts';
import type { TableRow } from '../tables/row.ts';
import type { About, Skipped } from './document.ts';
import type { ReportTask, RowTask } from './task.ts';

/** What is found when files are read, one after the other. */
export type Item = FileBegin | ReportItem | RowItem | SkippedRow | FileEnd | UnreadFile;

interface OfFile {
  /** Absolute, or the name that was given to standard input. */
  readonly path: string;
}

export interface FileBegin extends OfFile {
  readonly kind: 'begin';
}

/** To be judged. */
interface Judgeable extends OfFile {
  readonly config: LintConfig;
  readonly about: About;
}

export interface ReportItem extends Judgeable {
  readonly kind: 'report';
  readonly task: ReportTask;
  readonly report: Report;
  readonly decoded: Decoded;
}

export interface RowItem extends Judgeable {
  readonly kind: 'row';
  readonly task: RowTask;
  readonly row: TableRow;
  readonly id: string | undefined;
  readonly texts: TableCall['texts'];
}

export interface SkippedRow extends OfFile {
  readonly kind: 'skipped';
  readonly row: number;
  readonly id: string | undefined;
  readonly why: Skipped;
}

/** The file has been read to its end. */
export interface FileEnd extends OfFile {
  readonly kind: 'end';
}

export interface UnreadFile extends OfFile {
  readonly kind: 'unread';
  readonly problem: string;
}
