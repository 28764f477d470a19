import { Buffer } from 'node:buffer';
import { WINDOWS_1252 } from './decode.ts';
import type { Decoded } from './decode.ts';

/** The bytes of a text, or the first character that its encoding has no byte for. */
export type Encoded = { readonly bytes: Buffer } | { readonly missing: string };

/** Writes a text as `decode` reads it: a byte order mark is written where one stands in the text. */
export function encode({ text, encoding }: Decoded): Encoded {
  if (encoding === 'utf-8') return { bytes: Buffer.from(text, 'utf8') };
  if (encoding === 'windows-1252') return inWindows1252(text);
  const littleEndian = Buffer.from(text, 'utf16le');
  return { bytes: encoding === 'utf-16le' ? littleEndian : littleEndian.swap16() };
}

const bytesOf1252 = new Map(WINDOWS_1252.split('').map((character, at) => [character, 0x80 + at]));

function inWindows1252(text: string): Encoded {
  const bytes = Buffer.alloc(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isSame = code < 0x80 || (code >= 0xa0 && code <= 0xff);
    const byte = isSame ? code : bytesOf1252.get(text.charAt(at));
    if (byte === undefined) return { missing: String.fromCodePoint(text.codePointAt(at) ?? code) };
    bytes[at] = byte;
  }
  return { bytes };
}
