import type { ChalkInstance } from 'chalk';
import type { Speaker } from '../../messages.ts';
import type { Rulebook } from '../../rules/rulebook.ts';

/** What results are written with; each format takes of it what it needs. */
export interface FormatLook {
  readonly rulebook: Rulebook;
  readonly speaker: Speaker;
  readonly ink: ChalkInstance;
  /** Columns. */
  readonly width: number;
  /** Absolute; paths are shown as seen from here. */
  readonly cwd: string;
  /** Of the program. */
  readonly version: string;
  /** The path under which standard input is judged; what answers to it need not name a file. */
  readonly standardInput?: string | undefined;
}
