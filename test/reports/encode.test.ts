import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/reports/decode.ts';
import { encode } from '../../src/reports/encode.ts';

describe('what was read is written back', () => {
  test.each([[[]], [[0xff, 0xfe]], [[0xfe, 0xff]], [[0xef, 0xbb, 0xbf]], [[0xe9, 0x80]]])(
    'after %j',
    (mark) => {
      fc.assert(
        fc.property(fc.array(fc.nat(255), { maxLength: 40 }), (rest) => {
          const bytes = Uint8Array.from([...mark, ...rest]);
          const decoded = decode(bytes);
          const isUtf16 = decoded.encoding === 'utf-16le' || decoded.encoding === 'utf-16be';
          const whole = isUtf16 ? bytes.length - (bytes.length % 2) : bytes.length;
          expect(encode(decoded)).toEqual({ bytes: Buffer.from(bytes.subarray(0, whole)) });
        }),
        { numRuns: 300 },
      );
    },
  );
});

test('what windows-1252 has no byte for is named', () => {
  expect(encode({ text: 'Gặp', encoding: 'windows-1252' })).toEqual({ missing: 'ặ' });
  expect(encode({ text: 'ok 🙂', encoding: 'windows-1252' })).toEqual({ missing: '🙂' });
  expect(encode({ text: '“€ é', encoding: 'windows-1252' })).toEqual({
    bytes: Buffer.from([0x93, 0x80, 0x20, 0xe9]),
  });
});
