import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/reports/encode.ts';
import { decodeBlocks, encodingOf } from '../../src/tables/decode-blocks.ts';
import { decodeTable } from '../../src/tables/decode-table.ts';
import { cutAt } from '../support/cut.ts';

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aế€𝒳,"\r\n\uFEFF\ud835\udcb3'), maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const bytes = fc.oneof(
  text.map((one) => Buffer.from(one)),
  text.map((one) => Buffer.from(`\uFEFF${one}`, 'utf16le')),
  text.map((one) => Buffer.from(`\uFEFF${one}`, 'utf16le').swap16()),
  text.map((one) => Buffer.from(`Subject,Notes\n${one}`, 'utf16le')),
  text.map((one) => Buffer.from(`Subject,Notes\n${one}`, 'utf16le').swap16()),
  text.map((one) => Buffer.from(one, 'latin1')),
  // Halves of characters, and an odd byte at the end of UTF-16.
  fc.uint8Array({ maxLength: 20 }).map((one) => Buffer.from(one)),
  fc.uint8Array({ maxLength: 9 }).map((one) => Buffer.from([0xff, 0xfe, ...one])),
  fc.uint8Array({ maxLength: 9 }).map((one) => Buffer.from([0xfe, 0xff, ...one])),
  fc.array(fc.constantFrom(0xe1, 0xba, 0xbf, 0x61), { maxLength: 8 }).map((one) => Buffer.from(one)),
);
const places = fc.array(fc.nat(100), { maxLength: 10 });

describe('bytes cut anywhere', () => {
  it('are the text that they are as a whole', () => {
    fc.assert(
      fc.property(bytes, places, (whole, cuts) => {
        const blocks = cutAt(whole, cuts);
        const decoded = decodeTable(whole);
        const encoding = encodingOf(() => blocks);
        if (encoding === 'binary') {
          expect(decoded.encoding).not.toMatch(/utf-16/);
          expect(whole.includes(0)).toBe(true);
          return;
        }
        expect({ encoding, text: [...decodeBlocks(blocks, encoding)].join('') }).toEqual(decoded);
      }),
      { numRuns: 5000 },
    );
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const)(
    'give pieces of whole characters in %s',
    (encoding) => {
      const given = encoding === 'windows-1252' ? 'pret “ferm” €é' : '\uFEFFế𝒳€𝒳𝒳';
      const encoded = encode({ text: given, encoding });
      const whole = 'bytes' in encoded ? encoded.bytes : Buffer.alloc(0);
      const single = Array.from(whole, (byte) => Uint8Array.of(byte));
      const pieces = [...decodeBlocks(single, encoding)];
      expect(pieces).toEqual([...given]);
    },
  );

  it('are looked at from the beginning, however small the first block is', () => {
    const whole = Buffer.from('Khách,Mục đích\n'.repeat(20), 'utf16le');
    const blocks = [whole.subarray(0, 1), whole.subarray(1, 2), whole.subarray(2)];
    expect(encodingOf(() => blocks)).toBe('utf-16le');
  });

  it('are binary with a NUL, wherever it stands', () => {
    const whole = Buffer.concat([Buffer.alloc(9000, 'a'), Buffer.of(0)]);
    expect(encodingOf(() => [whole])).toBe('binary');
    expect(encodingOf(() => [whole.subarray(0, 9000)])).toBe('utf-8');
  });
});
