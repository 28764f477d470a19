import { decode, decodeAs } from '../reports/decode.ts';
import type { Decoded, Encoding } from '../reports/decode.ts';

/** So much of a file tells what it is. */
const LOOKED_AT = 4096;

/**
 * Reads the bytes of an exported table as `decode` does, and UTF-16 without a byte order mark too: of the digits,
 * commas and quotes of a table every other byte is a NUL, of any other text none is. Never throws.
 */
export function decodeTable(bytes: Uint8Array): Decoded {
  const encoding = unmarkedUtf16(bytes.subarray(0, LOOKED_AT));
  return encoding === undefined ? decode(bytes) : decodeAs(bytes, encoding);
}

function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  let even = 0;
  let odd = 0;
  for (const [i, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const most = Math.max(even, odd);
  // Vietnamese letters need both bytes, but no table is made of them alone. A few NULs are a binary file, and so are many
  // of both kinds; some of the other kind are accents apart from their letters.
  if (isMarked || most === 0 || most < bytes.length / 8 || Math.min(even, odd) > most / 4) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
