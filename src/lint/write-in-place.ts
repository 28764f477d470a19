import type { FileSystem } from '../calls/file-system.ts';
import { thisMachine } from '../calls/machine.ts';
import { StoreError } from '../calls/store-error.ts';
import type { StoreErrorReason } from '../calls/store-error.ts';
import { addFile, replaceFile } from '../calls/write.ts';
import { errorCode, errorText } from '../system-error.ts';

/**
 * Why a file was not written; it is as it was before:
 * - `changed`: it is no longer what was read
 * - `protected`: its own mode says that it is not to be written
 * - `refused`: the system does not let us write here
 * - `disk-full`
 * - `not-encodable`: its encoding has no such character
 * - `failed`: anything else that the system says
 *
 * Only of `unconfirmed` it was written, but the disk does not confirm it.
 */
export type WriteProblemKind =
  'changed' | 'protected' | 'refused' | 'disk-full' | 'not-encodable' | 'unconfirmed' | 'failed';

/** The sentence about it is the message `writing.` and kind, with these as values. */
export interface WriteProblem {
  readonly kind: WriteProblemKind;
  readonly path: string;
  /** What the system says; of `not-encodable` the character. */
  readonly detail: string;
}

const KINDS: Readonly<Partial<Record<StoreErrorReason, WriteProblemKind>>> = {
  exists: 'changed',
  changed: 'changed',
  'disk-full': 'disk-full',
  'read-only': 'refused',
  'no-permission': 'refused',
  unconfirmed: 'unconfirmed',
};

const WRITABLE_BITS = 0o222;
/** For everybody, as far as the user's umask allows. */
const NEW_FILE = 0o666;

/**
 * Writes a file so that it holds the old bytes or the new ones, never a part; its mode stays, and a link stays a link.
 * @param path absolute
 * @param before what was read from it; nothing for a file that is to be new, in a folder that is there
 * @returns what kept it from being written, if anything did
 */
export function writeInPlace(
  fs: FileSystem,
  path: string,
  before: Buffer | undefined,
  after: Uint8Array,
): WriteProblem | undefined {
  try {
    if (before === undefined) addFile(fs, thisMachine(), path, after, NEW_FILE);
    else if (isProtected(fs, path)) return { kind: 'protected', path, detail: '' };
    else replaceFile(fs, thisMachine(), path, before, after);
    return undefined;
  } catch (error) {
    if (!(error instanceof StoreError)) return { kind: 'failed', path, detail: errorText(error) };
    return { kind: KINDS[error.reason] ?? 'failed', path, detail: errorText(error.cause ?? error) };
  }
}

/** A file can be replaced in a folder that may be written to, whatever its mode; but that is not what it was set for. */
function isProtected(fs: FileSystem, path: string): boolean {
  if ((fs.statSync(path).mode & WRITABLE_BITS) === 0) return true;
  try {
    fs.closeSync(fs.openSync(path, 'r+'));
    return false;
  } catch (error) {
    if (['EACCES', 'EPERM'].includes(errorCode(error) ?? '')) return true;
    throw error;
  }
}
