import type { WallTime } from '../time/wall.ts';
import type { JsonObject } from './json.ts';

/** What a file holds: a record, the text of a report, or nothing where there is no file. */
export type Contents = JsonObject | string | null;

/** What a change did to one file. */
export type FileChange = {
  /** In the store, with `/`. */
  path: string;
  before: Contents;
  after: Contents;
};

/** What one command did to the store. It is written once, and never again. */
export type Change = {
  schema: number;
  /** Sorts behind the ids of all changes before it. */
  id: string;
  /** The wall time at which it was made. */
  at: WallTime;
  command: string;
  because?: string | undefined;
  /** The id of the change that it takes back. */
  undoes?: string | undefined;
  files: FileChange[];
};

/** When and by what command something is changed. */
export interface Occasion {
  /** `plan`, `move`, `promise-add`: the command, for those who read the history. */
  readonly command: string;
  readonly at: WallTime;
  /** The instant, for the ids of what is new. */
  readonly now: Date;
  readonly because?: string | undefined;
}
