import { Buffer } from 'node:buffer';
import type * as Fs from 'node:fs';
import type { Encoding } from '../reports/decode.ts';
import { decodeBlocks, encodingOf } from '../tables/decode-blocks.ts';
import { problemFrom } from './file-problem.ts';
import type { FileProblem } from './file-problem.ts';
import { openFile } from './open-file.ts';
import type { OpenFile, OpenFileSystem } from './open-file.ts';

/** The part of `node:fs` that reading a file piece by piece takes. */
export type TextFileSystem = OpenFileSystem & Pick<typeof Fs, 'readSync'>;

/** A text file of any size, which stays open until it is closed. */
export interface TextFile {
  readonly encoding: Encoding;
  /**
   * The decoded text from its beginning, byte order mark included, in pieces of at most some 64,000 characters that do
   * not end within one. Each call begins anew. Throws the system's error where the file can be read no further.
   */
  readonly pieces: () => Generator<string>;
  readonly close: () => void;
}

/** So many bytes are read at a time. */
const BLOCK = 65_536;

/**
 * Opens a text file that may be larger than memory, and goes through it once to find its encoding as `decodeTable` does.
 * @param path absolute
 * @returns the file, or why there is no text to read; nothing is thrown
 */
export function openTextFile(
  fs: TextFileSystem,
  path: string,
): { readonly file: TextFile } | { readonly problem: FileProblem } {
  const opened = openFile(fs, path);
  if ('problem' in opened) return opened;
  const blocks = () => blocksOf(fs, opened);
  const close = () => fs.closeSync(opened.descriptor);
  let problem: FileProblem;
  try {
    const encoding = encodingOf(blocks);
    if (encoding !== 'binary') {
      return { file: { encoding, pieces: () => decodeBlocks(blocks(), encoding), close } };
    }
    problem = { kind: 'binary', path };
  } catch (error) {
    problem = problemFrom(error, 'unreadable-file', path);
  }
  close();
  return { problem };
}

/** What was in the file when it was opened: one that is being written, such as a log, may never end. */
function* blocksOf(fs: TextFileSystem, { descriptor, size }: OpenFile): Generator<Uint8Array> {
  const block = Buffer.allocUnsafe(BLOCK);
  for (let at = 0; at < size;) {
    const length = fs.readSync(descriptor, block, 0, Math.min(BLOCK, size - at), at);
    if (length === 0) return;
    yield block.subarray(0, length);
    at += length;
  }
}
