import type * as Fs from 'node:fs';
import { errorCode } from '../system-error.ts';

/** The part of `node:fs` that looking for reports and reading them takes. */
export type ReportFileSystem = Pick<
  typeof Fs,
  | 'closeSync'
  | 'fstatSync'
  | 'lstatSync'
  | 'openSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'realpathSync'
  | 'statSync'
>;

/**
 * Why something that was to be linted is not:
 * - `missing`: there is no such file or folder
 * - `no-match`: no file matches the pattern
 * - `no-reports`: there is no report in the folder
 * - `broken-link`: a symbolic link to nowhere, or in a circle
 * - `not-a-file`: a pipe, a socket, a device
 * - `unreadable-folder`, `unreadable-file`: the system refuses
 * - `too-large`: more than a call report can have, see `MOST_BYTES`
 * - `binary`: not a text
 */
export type FileProblemKind =
  | 'missing'
  | 'no-match'
  | 'no-reports'
  | 'broken-link'
  | 'not-a-file'
  | 'unreadable-folder'
  | 'unreadable-file'
  | 'too-large'
  | 'binary';

export interface FileProblem {
  readonly kind: FileProblemKind;
  /** The file or folder, or the pattern as it was given. */
  readonly path: string;
  /** What the system calls it, such as `EACCES`. */
  readonly code?: string;
}

/** A problem of this kind, with the system's name for the error if it has one. */
export function problemFrom(error: unknown, kind: FileProblemKind, path: string): FileProblem {
  const code = errorCode(error);
  return code === undefined ? { kind, path } : { kind, path, code };
}
