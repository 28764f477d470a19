import { constants } from 'node:fs';
import type * as Fs from 'node:fs';
import { errorCode } from '../system-error.ts';
import { problemFrom } from './file-problem.ts';
import type { FileProblem } from './file-problem.ts';

export type OpenFileSystem = Pick<typeof Fs, 'closeSync' | 'fstatSync' | 'openSync'>;

export interface OpenFile {
  readonly descriptor: number;
  /** In bytes. */
  readonly size: number;
}

/**
 * Opens a file for reading, if it is one.
 * @param path absolute
 * @returns what is to be closed, or why there is nothing to read; nothing is thrown
 */
export function openFile(fs: OpenFileSystem, path: string): OpenFile | { readonly problem: FileProblem } {
  try {
    // A pipe that took the file's place since it was found is opened at once instead of waiting for a writer.
    const descriptor = fs.openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fs.fstatSync(descriptor);
    if (stat.isFile()) return { descriptor, size: stat.size };
    fs.closeSync(descriptor);
    return { problem: { kind: 'not-a-file', path } };
  } catch (error) {
    const kind = errorCode(error) === 'ENOENT' ? 'missing' : 'unreadable-file';
    return { problem: problemFrom(error, kind, path) };
  }
}
