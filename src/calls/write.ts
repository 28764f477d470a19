import { basename, dirname, join } from 'node:path';
import { errorCode, errorText } from '../system-error.ts';
import { exists, makeFolder, remove, renamePatiently, syncFolder } from './disk.ts';
import type { FileSystem } from './file-system.ts';
import type { Machine } from './machine.ts';
import { StoreError, namingFile } from './store-error.ts';

/*
 * Every file appears under its name whole or not at all: it is written under a name of its own in the same folder, synced,
 * then linked or renamed, and the folder is synced. Whatever fails before leaves what was there.
 */

/** How file systems say that they have no hard links. */
const NO_LINKS = new Set(['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR']);
const PRIVATE_FILE = 0o600;
const PERMISSION_BITS = 0o777;

/** Bytes, or a text to be written in UTF-8. */
export type Contents = string | Uint8Array;

/** New contents that lie on the disk already, and wait to be put under the name of their file. */
export interface Prepared {
  readonly path: string;
  /** What the file has to hold when it is replaced; nothing when it is added. */
  readonly before: Buffer | undefined;
  /** The file itself, where the path is a link to it. */
  readonly target: string;
  readonly temporary: string;
}

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
  putFile(fs, machine, prepareFile(fs, ownMark(machine), path, contents, undefined, mode));
  confirmFile(fs, path);
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
  const prepared = prepareFile(fs, ownMark(machine), path, contents, bytes);
  putFile(fs, machine, prepared);
  confirmFile(fs, prepared.target);
}

/**
 * Writes what a file is to hold beside it, with the folders above it.
 * @param mark tells the name under which it waits from those of other processes and changes
 * @param before what it holds now, when it is to be replaced; nothing when it is to be added
 * @param mode of an added file; a replaced one keeps its own
 * @throws {StoreError} what kept it from being written; then nothing is left behind
 */
export function prepareFile(
  fs: FileSystem,
  mark: string,
  path: string,
  contents: Contents,
  before?: Buffer,
  mode = PRIVATE_FILE,
): Prepared {
  return namingFile(path, () => {
    if (before === undefined) makeFolder(fs, dirname(path));
    // A link stays a link: what it points to is replaced.
    const target = before === undefined ? path : fs.realpathSync(path);
    const temporary = temporaryName(target, mark);
    try {
      const own = before === undefined ? undefined : fs.statSync(target).mode & PERMISSION_BITS;
      writeSynced(fs, temporary, contents, own ?? mode, own);
    } catch (error) {
      remove(fs, temporary);
      throw error;
    }
    return { path, before, target, temporary };
  });
}

/**
 * Puts prepared contents under the name of their file.
 * @throws {StoreError} `exists`, `changed`, or what kept it from being put there; then the old contents stand
 */
export function putFile(fs: FileSystem, machine: Machine, prepared: Prepared): void {
  const { path, before, target, temporary } = prepared;
  namingFile(path, () => {
    try {
      if (before === undefined) putNew(fs, temporary, path);
      else {
        if (!fs.readFileSync(target).equals(before)) {
          throw new StoreError(path, 'changed', 'another program has just changed it');
        }
        renamePatiently(fs, machine, temporary, target);
      }
    } catch (error) {
      remove(fs, temporary);
      throw error;
    }
    // A link leaves both names.
    if (before === undefined) remove(fs, temporary);
  });
}

/**
 * Makes sure that what has just been put into a folder is still there after a power cut.
 * @throws {StoreError} `unconfirmed`
 */
export function confirmFile(fs: FileSystem, path: string): void {
  try {
    syncFolder(fs, dirname(path));
  } catch (error) {
    throw new StoreError(path, 'unconfirmed', `the disk does not confirm it (${errorText(error)})`, {
      cause: error,
    });
  }
}

function ownMark(machine: Machine): string {
  return `${machine.pid}.${Math.random().toString(36).slice(2, 10)}`;
}

/** Removes new contents that were prepared for a file and never put there. */
export function removeTemporary(fs: FileSystem, path: string, mark: string): void {
  for (const file of [path, targetOf(fs, path)]) remove(fs, temporaryName(file, mark));
}

/** The file itself, where a path is a link to it. */
export function targetOf(fs: FileSystem, path: string): string {
  try {
    return fs.realpathSync(path);
  } catch {
    return path;
  }
}

/** Under what name the new contents of a file wait. */
function temporaryName(path: string, mark: string): string {
  return join(dirname(path), `${temporaryStart(path)}${mark}.tmp`);
}

/** Whether under this name, in the folder of a file, new contents of that file wait. */
export function isTemporaryOf(name: string, path: string): boolean {
  return name.startsWith(temporaryStart(path)) && name.endsWith('.tmp');
}

function temporaryStart(path: string): string {
  // Shortened, because the name of a file may be as long as names can be.
  return `.${basename(path, '.json').slice(0, 40)}.`;
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
