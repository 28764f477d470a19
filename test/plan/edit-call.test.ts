import { expect, test } from 'vitest';
import { openAccountBook } from '../../src/calls/account-book.ts';
import { upcomingTime } from '../../src/calls/rhythm.ts';
import type { Rhythm } from '../../src/calls/call.ts';
import { speakerOf } from '../../src/messages.ts';
import type { Desk } from '../../src/plan/desk.ts';
import { changesIn, editedCall, overridesFor } from '../../src/plan/edit-call.ts';
import { newFindings } from '../../src/plan/new-findings.ts';
import { aCall } from '../calls/temporary-store.ts';
import { rulebook } from '../support/rulebook.ts';

const desk: Desk = {
  book: openAccountBook([]),
  calls: [],
  promises: [],
  nothingPlannedDays: 14,
  rulebook,
  speaker: speakerOf('en'),
  now: '2026-11-25T08:00',
};
/** A call against which one warning stands: nothing is said of what the customer gets. */
const call = aCall({ overrides: [{ rule: 'missing-benefit', because: 'agreed' }] });

function rules(...judged: Parameters<typeof newFindings>): string[] {
  return newFindings(...judged).map(({ rule }) => rule);
}

test('only what is given is changed, and an empty text takes a field out', () => {
  const before = aCall({ contact: 'Ion', customerBenefit: 'x' });
  const { contact, ...rest } = before;
  expect(contact).toBe('Ion');
  expect(structuredClone({ ...editedCall(before, { contact: ' ', stage: 'signed' }) })).toEqual({
    ...rest,
    contact: undefined,
    stage: 'signed',
  });
  expect(editedCall(before, { repeat: 'never', overrides: [] })).toMatchObject(before);
});

test('a draft that says the same in other words holds no changes', () => {
  expect(changesIn({ ...call, contact: '', repeat: 'never', purpose: ` ${call.purpose} ` }, call)).toEqual(
    {},
  );
  expect(changesIn({ ...call, contact: 'Ion' }, call)).toEqual({ contact: 'Ion' });
});

test('a warning about the same text was decided on before, one about another text was not', () => {
  expect(rules(call, [], desk)).toEqual(['missing-benefit']);
  expect(rules({ ...call, contact: 'Ion' }, [call], desk)).toEqual([]);
  expect(rules({ ...call, agenda: [] }, [call], desk)).toEqual(['missing-preparation']);
  expect(rules({ ...call, customerBenefit: 'bớt dừng máy' }, [call], desk)).toEqual([]);
});

test('an error is found again, whatever was there before', () => {
  const courtesy = aCall({ purpose: 'Ghé thăm xã giao' });
  expect(rules(courtesy, [courtesy], desk)).toContain('courtesy-call');
});

test('the warnings that are kept are those that still speak against the call', () => {
  const { overrides } = call;
  expect(overridesFor(call, { ...call, contact: 'Ion' }, [], desk)).toEqual(overrides);
  expect(overridesFor(call, { ...call, customerBenefit: 'bớt dừng máy' }, [], desk)).toEqual([]);
  const added = [{ rule: 'missing-preparation', because: 'no time' }];
  expect(overridesFor(call, { ...call, agenda: [] }, added, desk)).toEqual([...(overrides ?? []), ...added]);
});

test.each<[string, Rhythm, string, string]>([
  ['2026-11-26T09:30', { every: 2, unit: 'week' }, '2026-11-25T08:00', '2026-12-10T09:30'],
  ['2026-11-11T09:30', { every: 2, unit: 'week' }, '2026-11-25T09:30', '2026-11-25T09:30'],
  ['2026-11-11T09:30', { every: 2, unit: 'week' }, '2026-11-25T09:31', '2026-12-09T09:30'],
  ['2026-11-11', { every: 2, unit: 'week' }, '2026-11-25T18:00', '2026-11-25'],
  ['2026-01-31T10:00', { every: 1, unit: 'month' }, '2026-03-01T00:00', '2026-03-31T10:00'],
  ['2026-11-01', { every: 10, unit: 'day' }, '2026-11-25T08:00', '2026-12-01'],
])('after %s, every %j, seen from %s, comes %s', (startsAt, repeat, now, next) => {
  expect(upcomingTime({ startsAt, repeat }, now)).toBe(next);
  expect(upcomingTime({ startsAt }, now)).toBeUndefined();
});
