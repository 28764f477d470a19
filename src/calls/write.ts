import { basename, dirname, join } from 'node:path';
import { errorCode, errorText } from '../system-error.ts';
import type { FileSystem } from './file-system.ts';
import type { Machine } from './machine.ts';
import { StoreError, namingFile } from './store-error.ts';

/*
 * Every file appears under its name whole or not at all: it is written under a name of its own in the same folder, synced,
 * then linked or renamed, and the folder is synced. Whatever fails before leaves what was there.
 */

/** How file systems say that they have no hard links. */
const NO_LINKS = new Set(['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR']);
/** How systems say that a folder cannot be synced; then it need not be. */
const NO_FOLDER_SYNC = new Set([
  'EPERM',
  'EACCES',
  'EISDIR',
  'EINVAL',
  'ENOTSUP',
  'EOPNOTSUPP',
  'EBADF',
  'ENOSYS',
]);
/** How Windows says that a virus scanner or indexer has the file open for a moment. */
const BUSY = new Set(['EPERM', 'EACCES', 'EBUSY']);
const BUSY_PAUSES = [10, 20, 40, 80, 160, 320];

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
const PERMISSION_BITS = 0o777;

/** Bytes, or a text to be written in UTF-8. */
export type Contents = string | Uint8Array;

/**
 * Adds a file, and the folders above it. Two processes may do so at once: one of them finds that it exists.
 * @param mode who may read and write it, as far as the user's umask allows that
 * @throws {StoreError} `exists`, or what kept it from being written
 */
export function addFile(
  fs: FileSystem,
  machine: Machine,
  path: string,
  contents: Contents,
  mode = PRIVATE_FILE,
): void {
  namingFile(path, () => {
    makeFolder(fs, dirname(path));
    const temporary = temporaryName(machine, path);
    try {
      writeSynced(fs, temporary, contents, mode);
      putNew(fs, temporary, path);
    } finally {
      remove(fs, temporary);
    }
    confirm(fs, path);
  });
}

/**
 * Puts new contents in the place of those of a file, if it still holds what was read from it. Its mode stays.
 * @param bytes what was read
 * @throws {StoreError} `changed` when it holds something else by now, or what kept it from being written
 */
export function replaceFile(
  fs: FileSystem,
  machine: Machine,
  path: string,
  bytes: Buffer,
  contents: Contents,
): void {
  namingFile(path, () => {
    // A link stays a link: what it points to is replaced.
    const target = fs.realpathSync(path);
    const temporary = temporaryName(machine, target);
    try {
      const mode = fs.statSync(target).mode & PERMISSION_BITS;
      writeSynced(fs, temporary, contents, mode, mode);
      if (!fs.readFileSync(target).equals(bytes)) {
        throw new StoreError(path, 'changed', 'another program has just changed it');
      }
      renamePatiently(fs, machine, temporary, target);
    } catch (error) {
      remove(fs, temporary);
      throw error;
    }
    confirm(fs, target);
  });
}

/** Removes a file that is of no more use; tries twice, then leaves it, as it does no harm. */
export function remove(fs: FileSystem, path: string): void {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      fs.unlinkSync(path);
      return;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return;
    }
  }
}

function temporaryName(machine: Machine, path: string): string {
  const random = Math.random().toString(36).slice(2, 10);
  // Shortened, because the name of a file may be as long as names can be.
  const name = basename(path, '.json').slice(0, 40);
  return join(dirname(path), `.${name}.${machine.pid}.${random}.tmp`);
}

function makeFolder(fs: FileSystem, folder: string): void {
  const first = fs.mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
  if (first === undefined) return;
  for (let made = folder; made.startsWith(first); made = dirname(made)) syncFolder(fs, dirname(made));
}

/** @param exactMode that of a file to be replaced, which may be wider than the umask allows for new ones */
function writeSynced(
  fs: FileSystem,
  path: string,
  contents: Contents,
  mode: number,
  exactMode?: number,
): void {
  const file = fs.openSync(path, 'wx', mode);
  try {
    if (exactMode !== undefined) setMode(fs, file, exactMode);
    fs.writeFileSync(file, contents);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

function setMode(fs: FileSystem, file: number, mode: number): void {
  try {
    fs.fchmodSync(file, mode);
  } catch {
    // Not every disk knows modes.
  }
}

function putNew(fs: FileSystem, temporary: string, path: string): void {
  try {
    fs.linkSync(temporary, path);
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (code === 'EEXIST' || (NO_LINKS.has(code) && exists(fs, path))) {
      throw new StoreError(path, 'exists', 'there is such a record already', { cause: error });
    }
    if (!NO_LINKS.has(code)) throw error;
    fs.renameSync(temporary, path);
  }
}

function exists(fs: FileSystem, path: string): boolean {
  return fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function renamePatiently(fs: FileSystem, machine: Machine, from: string, to: string): void {
  for (const milliseconds of BUSY_PAUSES) {
    try {
      fs.renameSync(from, to);
      return;
    } catch (error) {
      if (!BUSY.has(errorCode(error) ?? '')) throw error;
      machine.pause(milliseconds);
    }
  }
  fs.renameSync(from, to);
}

/** The file is there; makes sure that it still is after a power cut. */
function confirm(fs: FileSystem, path: string): void {
  try {
    syncFolder(fs, dirname(path));
  } catch (error) {
    throw new StoreError(path, 'unconfirmed', `the disk does not confirm it (${errorText(error)})`, {
      cause: error,
    });
  }
}

function syncFolder(fs: FileSystem, folder: string): void {
  let handle: number | undefined;
  try {
    handle = fs.openSync(folder, 'r');
    fs.fsyncSync(handle);
  } catch (error) {
    if (!NO_FOLDER_SYNC.has(errorCode(error) ?? '')) throw error;
  } finally {
    if (handle !== undefined) fs.closeSync(handle);
  }
}
