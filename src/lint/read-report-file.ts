import { constants } from 'node:fs';
import { decode } from '../reports/decode.ts';
import type { Decoded } from '../reports/decode.ts';
import { errorCode } from '../system-error.ts';
import { problemFrom } from './file-problem.ts';
import type { FileProblem, ReportFileSystem } from './file-problem.ts';

/** No call report is larger than 10 MB; what is, is an export that should be split. */
export const MOST_BYTES = 10 * 1024 * 1024;

export type ReportFile = { readonly decoded: Decoded } | { readonly problem: FileProblem };

/**
 * Reads one report file, whatever it turns out to be.
 * @param path absolute
 * @returns the decoded text, or why there is none; nothing is thrown
 */
export function readReportFile(fs: ReportFileSystem, path: string): ReportFile {
  try {
    return readOpened(fs, path);
  } catch (error) {
    return {
      problem: problemFrom(error, errorCode(error) === 'ENOENT' ? 'missing' : 'unreadable-file', path),
    };
  }
}

function readOpened(fs: ReportFileSystem, path: string): ReportFile {
  // A pipe that took the file's place since it was found is opened at once instead of waiting for a writer.
  const descriptor = fs.openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fs.fstatSync(descriptor);
    if (!stat.isFile()) return { problem: { kind: 'not-a-file', path } };
    if (stat.size > MOST_BYTES) return { problem: { kind: 'too-large', path } };
    const bytes = fs.readFileSync(descriptor);
    const decoded = decode(bytes);
    const isUtf16 = decoded.encoding === 'utf-16le' || decoded.encoding === 'utf-16be';
    if (!isUtf16 && bytes.includes(0)) return { problem: { kind: 'binary', path } };
    return { decoded };
  } finally {
    fs.closeSync(descriptor);
  }
}
