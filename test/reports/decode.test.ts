import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/reports/decode.ts';

describe('the bytes of a file', () => {
  it.each([
    ['utf-8', 'Công ty, întâlnire, 🙂'],
    ['utf-8', '\uFEFFCông ty'],
    ['utf-8', ''],
    ['utf-16le', '\uFEFFCông ty, întâlnire, 🙂'],
  ] as const)('in %s are read as they were written: %j', (encoding, text) => {
    const bytes = Buffer.from(text, encoding === 'utf-16le' ? 'utf16le' : 'utf8');
    expect(decode(bytes)).toEqual({ text, encoding });
  });

  it('in UTF-16 of the other order are read too, and left as they are', () => {
    const text = '\uFEFFÎntâlnire 🙂';
    const bytes = Buffer.from(text, 'utf16le').swap16();
    const before = Buffer.from(bytes);
    expect(decode(bytes)).toEqual({ text, encoding: 'utf-16be' });
    expect(bytes.equals(before)).toBe(true);
    expect(decode(Uint8Array.of(0xfe, 0xff, 0x00, 0x41, 0x00))).toEqual({
      text: '\uFEFFA',
      encoding: 'utf-16be',
    });
  });

  it('in windows-1252 keep their quotation marks, dashes and euros', () => {
    const bytes = Uint8Array.of(
      0x93,
      0x63,
      0x61,
      0x66,
      0xe9,
      0x94,
      0x20,
      0x96,
      0x20,
      0x80,
      0x35,
      0x20,
      0x9f,
      0x81,
    );
    expect(decode(bytes)).toEqual({ text: '“café” – €5 Ÿ\x81', encoding: 'windows-1252' });
  });

  it('are a text whatever they are, one character for each byte that is no UTF', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { text, encoding } = decode(bytes);
        const written = encoding === 'utf-8' ? Buffer.from(text).length : text.length;
        expect(written).toBe(encoding.startsWith('utf-16') ? bytes.length >> 1 : bytes.length);
      }),
    );
  });
});
