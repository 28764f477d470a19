import { errorCode, errorText } from '../system-error.ts';

/** What to do about each kind of failure, in plain English; the reason is the key of the translated sentence. */
const WAYS_OUT = {
  'disk-full': 'Nothing was changed. Make room on the disk, then try again.',
  'read-only': 'Nothing was changed. Put the store on a disk that can be written to.',
  'no-permission':
    'Nothing was changed. Ask for the right to write there, or choose another folder for the store.',
  exists: 'Nothing was changed. Edit the record that is there, or give the new one an id of its own.',
  missing: 'Nothing was changed. List the week again: it may have been moved by another program.',
  locked: 'Nothing was changed. Wait a moment, then try again.',
  changed: 'Nothing was changed. Look at it as it is now, then make the edit again.',
  'changed-since': 'Nothing was changed. Look at its history, then change what you want changed.',
  damaged: 'It was left as it is. Put the file right by hand or from a backup, then try again.',
  'newer-schema': 'It can be looked at, not edited. Update plan-call, then try again.',
  invalid: 'Nothing was changed. Put this right, then try again.',
  unconfirmed:
    'The record is there, but may be lost if the computer stops now. Check the disk; do not enter it again.',
  unfinished:
    'It is half done. Put the disk or the folder right: the next change of the store finishes it or takes it back.',
  'set-aside':
    'What was being changed when the computer stopped may be half done. Look at your last calls, then try again.',
  'nothing-to-undo': 'Nothing was changed.',
  failed: 'Nothing was changed. Check the disk and the folder, then try again.',
} as const;

export type StoreErrorReason = keyof typeof WAYS_OUT;

/** A store operation that could not be done: which file, why, and what to do about it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly path: string;
  /** Stable key, for exit codes and translated messages. */
  readonly reason: StoreErrorReason;
  /** What was found, in plain English without the advice: "no space left on the disk". */
  readonly detail: string;

  constructor(path: string, reason: StoreErrorReason, detail: string, options?: ErrorOptions) {
    super(`${path}: ${detail}. ${WAYS_OUT[reason]}`, options);
    this.path = path;
    this.reason = reason;
    this.detail = detail;
  }
}

/**
 * Does file-system work on one file.
 * @throws {StoreError} that names the file, in place of the system's own error; any other error passes unchanged.
 */
export function namingFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toStoreError(error, path);
  }
}

function toStoreError(error: unknown, path: string): unknown {
  const code = errorCode(error);
  if (error instanceof StoreError || code === undefined) return error;
  const cause = { cause: error };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StoreError(path, 'disk-full', 'no space left on the disk', cause);
    case 'EROFS':
      return new StoreError(path, 'read-only', 'the disk cannot be written to', cause);
    case 'EACCES':
    case 'EPERM':
      return new StoreError(path, 'no-permission', 'writing here is not allowed', cause);
    default:
      return new StoreError(path, 'failed', `the system refused (${errorText(error)})`, cause);
  }
}
