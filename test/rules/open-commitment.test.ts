import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overduePromises } from '../../src/rules/checks/open-commitment.ts';

const TODAY = '2026-11-25';

test('a call whose purpose says what was promised delivers it, whatever the words', () => {
  const whats = fc.oneof(
    fc.constantFrom('ok?', 'đi', '🙂', 'a b c'),
    fc.string({ unit: 'grapheme', minLength: 1 }),
  );
  fc.assert(
    fc.property(whats, fc.string(), (what, more) => {
      const promise = { what, due: '2026-11-20', status: 'open' } as const;
      expect(overduePromises([promise], TODAY, `${what}; ${more}`)).toEqual([]);
    }),
  );
});

test('a purpose without a word of it does not', () => {
  for (const what of ['ok?', '🙂', 'send the test log']) {
    const promise = { what, due: '2026-11-20', status: 'open' } as const;
    expect(overduePromises([promise], TODAY, 'Agree the volumes')).toEqual([promise]);
  }
});
