import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Call } from '../../src/calls/call.ts';
import { CHANNELS, STATUSES } from '../../src/calls/call.ts';
import { cleanText } from '../../src/calls/clean-text.ts';
import { openStore } from '../../src/calls/store.ts';
import { STAGES } from '../../src/rules/rule.ts';
import { isoWeekOf } from '../../src/time/week.ts';
import { addCall, quietMachine, recordsIn, temporaryFolder, updateCall } from './temporary-store.ts';

const NASTY = [
  '../../etc',
  '🍜',
  'CON',
  'x'.repeat(400),
  '__proto__',
  '\ud83d',
  '<<<<<<< HEAD',
  '\u202egnp.exe',
  '"\\',
];

const text = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...NASTY))
  .map((any) => cleanText(any) || 'x');
const date = fc
  .integer({ min: Date.UTC(2019, 11, 20) / 86_400_000, max: Date.UTC(2028, 0, 20) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const turnOfYear = fc.constantFrom(
  '2020-12-31',
  '2021-01-03',
  '2021-01-04',
  '2024-12-30',
  '2027-01-01',
  '2020-02-29',
);
const time = fc.constantFrom('', 'T00:00', 'T09:30', 'T23:59');

/** Fields that this version does not know, some of them deep. */
const unknownFields = fc.dictionary(
  fc.constantFrom('crm', 'x-ref', 'nested', '__proto__'),
  fc.oneof(text, fc.integer(), fc.constant({ deep: [{ deeper: null }, [true, 1.5]] })),
  { maxKeys: 2, noNullPrototype: true },
);

const call: fc.Arbitrary<Call> = fc
  .record(
    {
      schema: fc.constant(1),
      id: fc.stringMatching(/^[a-z0-9]{8,26}$/),
      account: text,
      contact: text,
      startsAt: fc.tuple(fc.oneof(date, turnOfYear), time).map((parts) => parts.join('')),
      timeZone: fc.constantFrom('Asia/Ho_Chi_Minh', 'Europe/Bucharest', 'UTC'),
      durationMinutes: fc.integer({ min: 5, max: 1440 }),
      channel: fc.constantFrom(...CHANNELS),
      stage: fc.constantFrom(...STAGES),
      status: fc.constantFrom(...STATUSES),
      purpose: text,
      customerBenefit: text,
      expectedOutcome: text,
      agenda: fc.array(text, { maxLength: 3 }),
      preparation: fc.array(text, { maxLength: 3 }),
      overrides: fc.array(fc.record({ rule: text, because: text }), { maxLength: 2 }),
    },
    {
      requiredKeys: [
        'schema',
        'id',
        'account',
        'startsAt',
        'timeZone',
        'durationMinutes',
        'channel',
        'stage',
        'status',
        'purpose',
        'agenda',
        'preparation',
      ],
      noNullPrototype: true,
    },
  )
  .chain((known) => unknownFields.map((unknown) => ({ ...unknown, ...known })));

it('any set of calls is read back as it was added, each from the folder of its week', async () => {
  const sets = fc.uniqueArray(call, { maxLength: 8, selector: ({ id }) => id });
  await fc.assert(
    fc.asyncProperty(sets, async (calls) => {
      const dir = temporaryFolder();
      const store = openStore(fs, dir, quietMachine());
      const expected = new Map<string, Call[]>();
      for (const added of calls) {
        const { path: file } = await addCall(store, added);
        const { year, week } = isoWeekOf(added.startsAt.slice(0, 10));
        const folder = `calls/${year}/W${String(week).padStart(2, '0')}`;
        expect(path.relative(dir, file)).toBe(`${folder}/${added.id}.json`);
        expected.set(folder, [...(expected.get(folder) ?? []), added]);
      }
      expect(recordsIn(dir)).toHaveLength(calls.length);
      for (const [folder, inWeek] of expected) {
        const [, year, week] = folder.split('/');
        const found = await store.readWeek({ year: Number(year), week: Number(week?.slice(1)) });
        expect(found.problems).toEqual([]);
        expect(sorted(found.calls)).toEqual(sorted(inWeek));
      }
      const all = await store.readLatestCalls({ maxWeeks: Infinity });
      expect(sorted(all.calls)).toEqual(sorted(calls));
    }),
    { numRuns: 60 },
  );
});

it('an edit of one field leaves every other field of every other call as it was', async () => {
  const sets = fc.uniqueArray(call, { minLength: 1, maxLength: 5, selector: ({ id }) => id });
  await fc.assert(
    fc.asyncProperty(sets, text, fc.nat(), async (calls, purpose, choice) => {
      const dir = temporaryFolder();
      const store = openStore(fs, dir, quietMachine());
      for (const added of calls) await addCall(store, added);
      const edited = calls[choice % calls.length];
      if (edited === undefined) return;
      await updateCall(store, edited, (found) => ({ ...found, purpose }));
      const all = await store.readLatestCalls({ maxWeeks: Infinity });
      expect(sorted(all.calls)).toEqual(
        sorted(calls.map((one) => (one === edited ? { ...one, purpose } : one))),
      );
    }),
    { numRuns: 40 },
  );
});

function sorted(calls: readonly Call[]): Call[] {
  return [...calls].sort((one, other) => (one.id < other.id ? -1 : 1));
}
