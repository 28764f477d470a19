import { Buffer, isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  /** A byte order mark stays in the text, so that offsets in the text are offsets in the file's characters. */
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Reads the bytes of a text file: UTF-16 if its byte order mark says so, UTF-8 if it is valid, otherwise windows-1252,
 * which is what old programs on Windows wrote. Never throws; every sequence of bytes is a text.
 */
export function decode(bytes: Uint8Array): Decoded {
  return decodeAs(bytes, encodingOf(bytes));
}

/** Reads the bytes of a text file of which the encoding is known. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'utf-8') return { text: buffer.toString('utf8'), encoding };
  if (encoding === 'windows-1252') return { text: fromWindows1252(buffer), encoding };
  const even = buffer.subarray(0, buffer.length - (buffer.length % 2));
  // The copy is swapped, not the caller's bytes.
  const littleEndian = encoding === 'utf-16le' ? even : Buffer.from(even).swap16();
  return { text: littleEndian.toString('utf16le'), encoding };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** The bytes 0x80 to 0x9F, in which windows-1252 differs from Latin-1; those that it leaves open stay what they are. */
export const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** By hand, because the TextDecoder of several releases of Node takes windows-1252 for Latin-1. */
function fromWindows1252(buffer: Buffer): string {
  return buffer
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}
