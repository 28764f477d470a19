import { decode } from '../reports/decode.ts';
import type { Decoded } from '../reports/decode.ts';
import { problemFrom } from './file-problem.ts';
import type { FileProblem, ReportFileSystem } from './file-problem.ts';
import { openFile } from './open-file.ts';
import type { OpenFile } from './open-file.ts';

/** No call report is larger than 10 MB; what is, is an export that should be split. */
export const MOST_BYTES = 10 * 1024 * 1024;

export type ReportFile = { readonly decoded: Decoded } | { readonly problem: FileProblem };

/**
 * Reads one report file, whatever it turns out to be.
 * @param path absolute
 * @returns the decoded text, or why there is none; nothing is thrown
 */
export function readReportFile(fs: ReportFileSystem, path: string): ReportFile {
  const opened = openFile(fs, path);
  if ('problem' in opened) return opened;
  try {
    return readOpened(fs, opened, path);
  } catch (error) {
    return { problem: problemFrom(error, 'unreadable-file', path) };
  } finally {
    fs.closeSync(opened.descriptor);
  }
}

function readOpened(fs: ReportFileSystem, { descriptor, size }: OpenFile, path: string): ReportFile {
  if (size > MOST_BYTES) return { problem: { kind: 'too-large', path } };
  const bytes = fs.readFileSync(descriptor);
  const decoded = decode(bytes);
  const isUtf16 = decoded.encoding === 'utf-16le' || decoded.encoding === 'utf-16be';
  if (!isUtf16 && bytes.includes(0)) return { problem: { kind: 'binary', path } };
  return { decoded };
}
