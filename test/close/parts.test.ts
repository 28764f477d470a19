import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from '../../src/close/parts.ts';

test.each([
  ['10 % discount | 4/12', ['10 % discount', '4/12']],
  ['a loan pump|out on hire|', ['a loan pump', 'out on hire', '']],
  ['only this', ['only this']],
  ['size 3\\|4 | fri', ['size 3|4', 'fri']],
  ['', ['']],
])('%j has the parts %j', (given, parts) => {
  expect(partsOf(given)).toEqual(parts);
});

test('texts with a backslash before each of their bars come back as they were', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '|', ' ', 'ợ', ';') }).map((one) => one.trim());
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const given = texts.map((one) => one.replaceAll('|', '\\|')).join(' | ');
      expect(partsOf(given)).toEqual(texts);
    }),
  );
});
