import { decode, decodeAs } from '../reports/decode.ts';
import type { Decoded, Encoding } from '../reports/decode.ts';

/** So many bytes of a file tell whether it is UTF-16. */
export const HEAD_BYTES = 4096;

/**
 * Reads the bytes of an exported table as `decode` does, and UTF-16 without a byte order mark too: of the digits,
 * commas and quotes of a table every other byte is a NUL, of any other text none is. Never throws.
 */
export function decodeTable(bytes: Uint8Array): Decoded {
  const encoding = utf16Of(bytes.subarray(0, HEAD_BYTES));
  return encoding === undefined ? decode(bytes) : decodeAs(bytes, encoding);
}

/** Which UTF-16 it is that begins with these bytes, with or without a byte order mark; nothing if it is none. */
export function utf16Of(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  let even = 0;
  let odd = 0;
  for (const [i, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const most = Math.max(even, odd);
  // Vietnamese letters need both bytes, but no table is made of them alone. A few NULs are a binary file, and so are many
  // of both kinds; some of the other kind are accents apart from their letters.
  if (most === 0 || most < head.length / 8 || Math.min(even, odd) > most / 4) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
