import { Buffer, isUtf8 } from 'node:buffer';
import { decodeAs } from '../reports/decode.ts';
import type { Encoding } from '../reports/decode.ts';
import { HEAD_BYTES, utf16Of } from './decode-table.ts';

/** The bytes of a file in blocks of any length, which may be cut anywhere. A block need not outlive its turn. */
export type Blocks = Iterable<Uint8Array>;

/**
 * The encoding that `decodeTable` finds for the same bytes; `binary` for what has NULs and is no UTF-16.
 * @param blocks begins to go through them anew
 */
export function encodingOf(blocks: () => Blocks): Encoding | 'binary' {
  const utf16 = utf16Of(headOf(blocks()));
  if (utf16 !== undefined) return utf16;
  let isUtf8SoFar = true;
  for (const block of wholeCharacters(blocks(), 'utf-8')) {
    if (block.includes(0)) return 'binary';
    isUtf8SoFar &&= isUtf8(block);
  }
  return isUtf8SoFar ? 'utf-8' : 'windows-1252';
}

/** The text that blocks of a known encoding hold, in pieces none of which is empty or ends within a character. */
export function* decodeBlocks(blocks: Blocks, encoding: Encoding): Generator<string> {
  for (const block of wholeCharacters(blocks, encoding)) {
    const { text } = decodeAs(block, encoding);
    if (text !== '') yield text;
  }
}

function headOf(blocks: Blocks): Buffer {
  let head = Buffer.alloc(0);
  for (const block of blocks) {
    head = Buffer.concat([head, block.subarray(0, HEAD_BYTES - head.length)]);
    if (head.length === HEAD_BYTES) break;
  }
  return head;
}

/** The same bytes, cut between characters. */
function* wholeCharacters(blocks: Blocks, encoding: Encoding): Generator<Buffer> {
  let rest = Buffer.alloc(0);
  for (const block of blocks) {
    const bytes = Buffer.concat([rest, block]);
    const end = endOfCharacters(bytes, encoding);
    yield bytes.subarray(0, end);
    rest = bytes.subarray(end);
  }
  yield rest;
}

/** A place near the end of the bytes that lies between two characters. */
function endOfCharacters(bytes: Buffer, encoding: Encoding): number {
  if (encoding === 'windows-1252') return bytes.length;
  if (encoding === 'utf-8') return lastLetterIn(bytes);
  const even = bytes.length - (bytes.length % 2);
  const upper = bytes[encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0;
  const isHalf = upper >= 0xd8 && upper <= 0xdb;
  return isHalf ? even - 2 : even;
}

/** The first byte of the last character in UTF-8, whole or not; no character has more than three bytes behind its first. */
function lastLetterIn(bytes: Buffer): number {
  let at = bytes.length - 1;
  while (at > bytes.length - 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return Math.max(at, 0);
}
