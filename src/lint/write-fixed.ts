import type { FileSystem } from '../calls/file-system.ts';
import { decode } from '../reports/decode.ts';
import type { Decoded } from '../reports/decode.ts';
import { encode } from '../reports/encode.ts';
import { errorText } from '../system-error.ts';
import { writeInPlace } from './write-in-place.ts';
import type { WriteProblem } from './write-in-place.ts';

/**
 * Writes a repaired report in the place of the old one, in its encoding, whole or not at all. The file is left alone if
 * it is no longer what was read, or if its encoding has not all characters.
 * @param path absolute
 * @param before as it was read
 * @param after the text that is to be in its place
 */
export function writeFixed(
  fs: FileSystem,
  path: string,
  before: Decoded,
  after: string,
): WriteProblem | undefined {
  const encoded = encode({ text: after, encoding: before.encoding });
  if ('missing' in encoded) return { kind: 'not-encodable', path, detail: encoded.missing };
  // Without the byte that told windows-1252 from UTF-8 the rest may be taken for that.
  if (decode(encoded.bytes).text !== after)
    return { kind: 'not-encodable', path, detail: /[^\0-\x7f]/.exec(after)?.[0] ?? '' };
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(path);
  } catch (error) {
    return { kind: 'failed', path, detail: errorText(error) };
  }
  const now = decode(bytes);
  if (now.text !== before.text || now.encoding !== before.encoding)
    return { kind: 'changed', path, detail: '' };
  const same = encode(now);
  // Half a character at the end of UTF-16 is in no text, and would be lost.
  if ('missing' in same || !same.bytes.equals(bytes))
    return { kind: 'not-encodable', path, detail: '\uFFFD' };
  return writeInPlace(fs, path, bytes, encoded.bytes);
}
