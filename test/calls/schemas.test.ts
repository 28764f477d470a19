import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainAccount, isPlainCall, isPlainPromise } from '../../src/calls/plain.ts';
import { accountSchema, callSchema, promiseSchema } from '../../src/calls/schemas.ts';
import { aCall, aPromise } from './temporary-store.ts';

/** Values that are right in some field and wrong in others, or nearly right. */
const ODD_VALUES: unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'text',
  0,
  1,
  2,
  4,
  5,
  1440,
  1441,
  5.5,
  NaN,
  Infinity,
  true,
  [],
  ['a'],
  [1],
  [''],
  [null],
  {},
  [{}],
  [{ rule: 'x', because: 'y', more: 1 }],
  [{ rule: 'x', because: ' ' }],
  [[]],
  '2026-11-26',
  '2026-11-26T09:30',
  '2026-11-26T24:00',
  '2026-11-26T09:30:00',
  '2026-02-29',
  '2028-02-29',
  '2026-02-31T10:00',
  '0001-01-01',
  '3000-01-01',
  '2026-11-26\n',
  'Europe/Bucharest',
  'Etc/GMT+7',
  'America/Argentina/Buenos_Aires',
  'UTC',
  '../etc',
  'visit',
  'service',
  'planned',
  'not-held',
  'us',
  'done',
  '01kb1ncsw0q2v4x6z8a0c2e4g6',
  'con',
  'A',
];

/** A record with some of its fields left out or replaced. */
function damaged(record: object): fc.Arbitrary<Record<string, unknown>> {
  const fields = fc.constantFrom(
    ...Object.keys(record),
    'contact',
    'customerBenefit',
    'overrides',
    'because',
    'unknown',
  );
  const edit = fc.tuple(fields, fc.oneof(fc.constantFrom(...ODD_VALUES), fc.anything()));
  return fc
    .array(edit, { maxLength: 3 })
    .map((edits) => ({ ...record, ...Object.fromEntries(edits.filter(([field]) => field !== '__proto__')) }));
}

describe.each([
  ['call', aCall(), isPlainCall, callSchema],
  ['account', { schema: 1, id: 'hoa-phat', name: 'Hòa Phát' }, isPlainAccount, accountSchema],
  ['promise', aPromise(), isPlainPromise, promiseSchema],
] as const)('the plain test of a %s', (_name, sample, isPlain, schema) => {
  it('passes what the schema passes, as it is, and nothing else', () => {
    fc.assert(
      fc.property(damaged(sample), (record) => {
        const result = schema.safeParse(record);
        if (isPlain(record)) expect(result).toEqual({ success: true, data: record });
        else expect(result.success && record.schema === 1).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it('tries every odd value in every field', () => {
    for (const field of [...Object.keys(schema.shape), 'unknown']) {
      for (const value of ODD_VALUES) {
        const record = { ...sample, [field]: value };
        expect(isPlain(record), `${field}: ${JSON.stringify(value)}`).toBe(
          schema.safeParse(record).success && record.schema === 1,
        );
      }
    }
  });
});
