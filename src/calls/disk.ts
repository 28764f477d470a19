import { dirname } from 'node:path';
import { errorCode } from '../system-error.ts';
import type { FileSystem } from './file-system.ts';
import type { Machine } from './machine.ts';
import { namingFile } from './store-error.ts';

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

const PRIVATE_FOLDER = 0o700;

/** Whether there is anything of that name, be it a link to nothing. */
export function exists(fs: FileSystem, path: string): boolean {
  return namingFile(path, () => fs.lstatSync(path, { throwIfNoEntry: false })) !== undefined;
}

/** What a file holds; nothing where there is none. */
export function bytesOf(fs: FileSystem, path: string): Buffer | undefined {
  return exists(fs, path) ? namingFile(path, () => fs.readFileSync(path)) : undefined;
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

/** Makes a folder for its owner alone, with those above it, so that it stays after a power cut. */
export function makeFolder(fs: FileSystem, folder: string): void {
  const first = fs.mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
  if (first === undefined) return;
  for (let made = folder; made.startsWith(first); made = dirname(made)) syncFolder(fs, dirname(made));
}

/** Renames a file, as soon as nobody has it open any more. */
export function renamePatiently(fs: FileSystem, machine: Machine, from: string, to: string): void {
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

/** Makes sure that what was put into a folder stays after a power cut, where the system can. */
export function syncFolder(fs: FileSystem, folder: string): void {
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
