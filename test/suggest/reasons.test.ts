import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openAccountBook } from '../../src/calls/account-book.ts';
import type { Account } from '../../src/calls/account.ts';
import type { OnFile } from '../../src/plan/reasons.ts';
import { questionsOf } from '../../src/suggest/questions.ts';
import { reasonsToCall } from '../../src/suggest/reasons.ts';
import { aCall, aPromise, heldCall } from '../support/filled-store.ts';

const NOW = '2026-11-25T08:00';

function onFile(parts: Partial<OnFile>, accounts: readonly Account[] = []): OnFile {
  return { book: openAccountBook(accounts), calls: [], promises: [], nothingPlannedDays: 14, ...parts };
}

function account(name: string, more: Partial<Account> = {}): Account {
  return { schema: 1, id: name.toLowerCase().replaceAll(' ', '-'), name, ...more };
}

/** Reasons as `kind account`. */
function told(parts: Partial<OnFile>): string[] {
  return reasonsToCall(onFile(parts), NOW).map((reason) => `${reason.kind} ${reason.account}`);
}

test('what is late comes first, then what is due soon, requests, what they owe, missed outcomes, signatures', () => {
  const open = { what: 'night shift', answer: 'open' as const };
  expect(
    told({
      calls: [
        heldCall({ account: 'Signed', startsAt: '2026-11-01T10:00', stage: 'signed' }, { outcome: 'order' }),
        heldCall({ account: 'Talked', startsAt: '2026-11-02T10:00' }, { outcome: 'continuation' }),
        heldCall({ account: 'Asked', startsAt: '2026-11-03T10:00' }, { requests: [open] }),
      ],
      promises: [
        aPromise({ account: 'Owes', by: 'customer', due: '2026-11-24' }),
        aPromise({ account: 'Soon', due: '2026-12-02' }),
        aPromise({ account: 'Late', due: '2026-11-24' }),
        aPromise({ account: 'Later', due: '2026-11-10' }),
      ],
    }),
  ).toEqual([
    'late Later',
    'late Late',
    'due Soon',
    'request Asked',
    'owed Owes',
    'missed Talked',
    'signed Signed',
  ]);
});

test('a promise of ours is a reason from a week before its day on, theirs when the day has passed', () => {
  expect(
    told({
      promises: [
        aPromise({ account: 'In eight days', due: '2026-12-03' }),
        aPromise({ account: 'In a week', due: '2026-12-02' }),
        aPromise({ account: 'Theirs today', by: 'customer', due: '2026-11-25' }),
        aPromise({ account: 'Done', due: '2026-11-20', status: 'done' }),
        aPromise({ account: 'Dropped', due: '2026-11-20', status: 'dropped' }),
      ],
    }),
  ).toEqual(['due In a week']);
});

test('where a call is planned only what is late is told, whatever name the account had', () => {
  const accounts = [account('Nordic Pumps', { otherNames: ['Nordic'] })];
  const calls = [
    heldCall({ account: 'Nordic', startsAt: '2026-11-02T10:00' }, { isReached: false }),
    aCall({ startsAt: '2026-11-25' }),
  ];
  const promises = [aPromise({ account: 'Nordic', due: '2026-11-26' })];
  expect(reasonsToCall(onFile({ calls, promises }, accounts), NOW)).toEqual([]);
  const late = [...promises, aPromise({ account: 'NORDIC', due: '2026-11-24' })];
  expect(reasonsToCall(onFile({ calls, promises: late }, accounts), NOW)).toMatchObject([{ kind: 'late' }]);
  expect(reasonsToCall(onFile({ promises: late }, accounts), NOW, 'nordic pumps')).toEqual([]);
});

test('an outcome is missed until there is a call after it', () => {
  const before = heldCall({ startsAt: '2026-11-02T10:00', expectedOutcome: 'a date' }, { isReached: false });
  expect(told({ calls: [before] })).toEqual(['missed Nordic Pumps']);
  expect(told({ calls: [before, heldCall({ startsAt: '2026-11-09T10:00' })] })).toEqual([]);
  expect(told({ calls: [before, aCall({ startsAt: '2026-11-09T10:00' })] })).toEqual([]);
  expect(told({ calls: [before, aCall({ startsAt: '2026-11-09T10:00', status: 'cancelled' })] })).toEqual([
    'missed Nordic Pumps',
  ]);
});

test('a request is open until a later call answers it, or a promise stands for it', () => {
  const request = (answer: 'open' | 'accepted') => ({ requests: [{ what: 'Ca đêm', answer }] });
  const asked = heldCall({ startsAt: '2026-11-02T10:00' }, request('open'));
  expect(told({ calls: [asked] })).toEqual(['request Nordic Pumps']);
  const answered = heldCall(
    { startsAt: '2026-11-09T10:00' },
    { requests: [{ what: 'ca dem', answer: 'accepted' }] },
  );
  expect(told({ calls: [answered, asked] })).toEqual([]);
  const earlier = heldCall({ startsAt: '2026-10-09T10:00' }, request('accepted'));
  expect(told({ calls: [asked, earlier] })).toEqual(['request Nordic Pumps']);
  const promise = aPromise({ what: 'trả lời về “Ca đêm”', call: asked.id, due: '2027-01-15' });
  expect(told({ calls: [asked], promises: [promise] })).toEqual([]);
});

test('a recurring call is asked about from a week before its time on, until there is a call near it', () => {
  const last = heldCall({ startsAt: '2026-11-04T10:00', repeat: { every: 4, unit: 'week' } });
  const asked = (now: string, ...others: (typeof last)[]) =>
    questionsOf(onFile({ calls: [last, ...others] }), now, []).map(
      (question) => question.kind === 'recurring' && question.next,
    );
  expect(asked('2026-11-25T08:00')).toEqual(['2026-12-02T10:00']);
  expect(asked('2026-11-24T08:00')).toEqual([]);
  expect(asked('2026-12-20T08:00')).toEqual(['2026-12-02T10:00']);
  expect(asked('2026-12-20T08:00', heldCall({ startsAt: '2026-11-26T10:00' }))).toEqual([]);
  expect(asked('2026-12-20T08:00', heldCall({ startsAt: '2026-11-12T10:00' }))).toEqual(['2026-12-02T10:00']);
  expect(asked('2026-11-25T08:00', aCall({ startsAt: '2026-11-25T16:00' }))).toEqual([]);
});

test('an account is quiet six weeks after its last call, unless there is a reason to call or a call to come', () => {
  const names = ['Quiet', 'Never', 'Recent', 'Coming', 'Waiting'];
  const calls = [
    heldCall({ account: 'Quiet', startsAt: '2026-10-14T10:00' }, { nextStep: 'they ask production' }),
    heldCall({ account: 'Recent', startsAt: '2026-10-15T10:00' }),
    heldCall({ account: 'Coming', startsAt: '2026-06-15T10:00' }),
    aCall({ account: 'Coming', startsAt: '2026-12-15' }),
    heldCall({ account: 'Waiting', startsAt: '2026-06-15T10:00' }),
  ];
  const promises = [
    aPromise({ account: 'Waiting' }),
    aPromise({ account: 'Quiet', by: 'customer', due: '2027-02-01' }),
  ];
  const all = onFile(
    { calls, promises },
    names.map((name) => account(name)),
  );
  const quiet = questionsOf(all, NOW, reasonsToCall(all, NOW));
  expect(quiet).toMatchObject([
    {
      kind: 'quiet',
      account: 'Quiet',
      open: { nextStep: 'they ask production', promises: [{ due: '2027-02-01' }] },
    },
    { kind: 'quiet', account: 'Never', last: undefined },
  ]);
});

test('whatever is on file, no account is quiet that has a reason, and reasons come in the order of urgency', () => {
  const name = fc.constantFrom('A', 'a ', 'B', 'C');
  const day = fc
    .integer({ min: 0, max: 120 })
    .map((n) => new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10));
  const call = fc
    .record({ account: name, startsAt: day, isReached: fc.boolean(), isHeld: fc.boolean() })
    .map(({ isReached, isHeld, ...rest }) => (isHeld ? heldCall(rest, { isReached }) : aCall(rest)));
  const promise = fc
    .record({ account: name, due: day, by: fc.constantFrom('us' as const, 'customer' as const) })
    .map((rest) => aPromise(rest));
  fc.assert(
    fc.property(fc.array(call), fc.array(promise), (calls, promises) => {
      const all = onFile(
        { calls, promises },
        ['A', 'B', 'C'].map((one) => account(one)),
      );
      const reasons = reasonsToCall(all, NOW);
      const key = (one: { readonly account: string }): string => all.book.keyOf(one.account);
      const quiet = questionsOf(all, NOW, reasons).filter(({ kind }) => kind === 'quiet');
      expect(quiet.filter((one) => reasons.some((reason) => key(reason) === key(one)))).toEqual([]);
      const kinds = reasons.map(({ kind }) =>
        ['late', 'due', 'request', 'owed', 'missed', 'signed'].indexOf(kind),
      );
      expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
    }),
  );
});
