import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OUTCOMES, STATUSES } from '../../src/calls/call.ts';
import { advancesIn, reviewOf } from '../../src/review/review.ts';
import type { OnFileFor } from '../../src/review/review.ts';
import { aCall, aPromise, heldCall } from '../support/filled-store.ts';

const NOW = '2026-11-25T08:00';
const WEEK = { from: '2026-11-23', to: '2026-11-29' };

function reviewed(parts: Partial<OnFileFor>) {
  return reviewOf({ calls: [], promises: [], refusals: [], ...parts }, NOW, WEEK);
}

test('outcomes are counted as they were sought and got', () => {
  const review = reviewed({
    calls: [
      heldCall({ expectedOutcome: 'a' }, { outcome: 'order', isReached: true }),
      heldCall({ expectedOutcome: 'b' }, { outcome: 'advance', isReached: false }),
      heldCall({ expectedOutcome: 'c' }, { outcome: 'continuation' }),
      heldCall({}, { outcome: 'no-sale' }),
      aCall({ status: 'held' }),
      aCall({ status: 'not-held' }),
      aCall({ status: 'cancelled' }),
    ],
  });
  expect(review.statuses).toEqual({ planned: 0, held: 5, 'not-held': 1, cancelled: 1, moved: 0 });
  expect(review.outcomes).toEqual({ order: 1, advance: 1, continuation: 1, 'no-sale': 1 });
  expect(review.expected).toEqual({ reached: 1, missed: 1, untold: 1, none: 2 });
  expect(review.withoutReport).toHaveLength(1);
  expect(advancesIn(review)).toBe(2);
});

test('of the agenda counts what was on it and was dealt with', () => {
  const { agenda } = reviewed({
    calls: [
      heldCall({ agenda: ['a', 'b', 'c'] }, { agendaDone: ['c', 'a', 'something else'] }),
      heldCall({ agenda: ['d'] }),
      aCall({ agenda: ['not yet'] }),
      aCall({ agenda: ['no report'], status: 'held' }),
    ],
  });
  expect(agenda).toEqual({ planned: 4, done: 2 });
});

test('a planned call is over when its time has passed, or its day where it has no time', () => {
  const { notClosed } = reviewed({
    calls: [
      aCall({ account: 'over', startsAt: '2026-11-25T07:00', durationMinutes: 60 }),
      aCall({ account: 'still on', startsAt: '2026-11-25T07:01', durationMinutes: 60 }),
      aCall({ account: 'yesterday', startsAt: '2026-11-24' }),
      aCall({ account: 'today', startsAt: '2026-11-25' }),
      aCall({ account: 'cancelled', startsAt: '2026-11-24', status: 'cancelled' }),
    ],
  });
  expect(notClosed.map(({ account }) => account)).toEqual(['over', 'yesterday']);
});

test('a call moved within its week is told as such, one moved to another week by its status', () => {
  const from = (...days: string[]) => ({ moves: days.map((day) => ({ from: day, because: 'ill' })) });
  const { movedWithinWeek, statuses } = reviewed({
    calls: [
      aCall({ startsAt: '2026-11-26T10:00', ...from('2026-11-24T10:00') }),
      aCall({ startsAt: '2026-11-27T10:00', ...from('2026-11-19T10:00') }),
      aCall({ startsAt: '2026-11-24T10:00', status: 'moved', ...from('2026-11-23T10:00') }),
    ],
  });
  expect(movedWithinWeek).toBe(1);
  expect(statuses.moved).toBe(1);
});

test('promises that fell due in these days are told by what became of them, ours and theirs apart', () => {
  const due = '2026-11-24';
  const { promises } = reviewed({
    promises: [
      aPromise({ due, status: 'done', endedOn: due }),
      aPromise({ due, status: 'done', endedOn: '2026-11-25' }),
      aPromise({ due, status: 'dropped', endedOn: '2026-11-01' }),
      aPromise({ due }),
      aPromise({ due: '2026-11-25' }),
      aPromise({ due: '2026-11-22' }),
      aPromise({ due: '2026-11-30' }),
      aPromise({ due, by: 'customer' }),
    ],
  });
  expect(promises.us).toEqual({ inTime: 1, late: 1, dropped: 1, overdue: 1, open: 1 });
  expect(promises.customer).toEqual({ inTime: 0, late: 0, dropped: 0, overdue: 1, open: 0 });
});

test('a refusal is unexplained when it gives neither a reason nor anything instead', () => {
  const { unexplained } = reviewed({
    calls: [
      heldCall(
        {},
        {
          requests: [
            { what: 'a', answer: 'refused' },
            { what: 'b', answer: 'refused', reason: 'too small' },
            { what: 'c', answer: 'refused', alternative: '3 %' },
            { what: 'd', answer: 'accepted' },
            { what: 'e', answer: 'refused', reason: '', alternative: '' },
          ],
        },
      ),
    ],
  });
  expect(unexplained.map(({ what }) => what)).toEqual(['a', 'e']);
});

test('refused purposes are told by rule, the commonest first', () => {
  const refusal = (...rules: string[]) => ({ schema: 1, id: rules.join(), on: '2026-11-24', rules });
  const { refused } = reviewed({
    refusals: [refusal('b'), refusal('courtesy-call', 'a'), refusal('courtesy-call')],
  });
  expect(refused).toEqual([
    { rule: 'courtesy-call', n: 2 },
    { rule: 'a', n: 1 },
    { rule: 'b', n: 1 },
  ]);
});

test('every call and every promise is counted once, and a team is the sum of its reps', () => {
  const call = fc
    .record({
      status: fc.constantFrom(...STATUSES),
      outcome: fc.constantFrom(...OUTCOMES),
      isReached: fc.option(fc.boolean(), { nil: undefined }),
      expectedOutcome: fc.option(fc.constant('a date'), { nil: undefined }),
      hasReport: fc.boolean(),
    })
    .map(({ outcome, isReached, hasReport, ...plan }) =>
      plan.status === 'held' && hasReport ? heldCall(plan, { outcome, isReached }) : aCall(plan),
    );
  const promise = fc
    .record({
      by: fc.constantFrom('us' as const, 'customer' as const),
      status: fc.constantFrom('open' as const, 'done' as const, 'dropped' as const),
      due: fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-29'),
      endedOn: fc.constantFrom('2026-11-23', '2026-11-28'),
    })
    .map((changes) => aPromise(changes));
  const sum = (counts: object): number =>
    Object.values(counts).reduce((total: number, n: number) => total + n, 0);
  const store = fc.record({ calls: fc.array(call), promises: fc.array(promise) });
  fc.assert(
    fc.property(store, store, (one, other) => {
      const review = reviewed(one);
      const { held } = review.statuses;
      expect(sum(review.statuses)).toBe(one.calls.length);
      expect(sum(review.outcomes) + review.withoutReport.length).toBe(held);
      expect(sum(review.expected)).toBe(held);
      expect(sum(review.promises.us) + sum(review.promises.customer)).toBe(one.promises.length);
      const whole = reviewed({
        calls: [...one.calls, ...other.calls],
        promises: [...one.promises, ...other.promises],
      });
      expect(advancesIn(whole)).toBe(advancesIn(review) + advancesIn(reviewed(other)));
      expect(sum(whole.promises.us)).toBe(sum(review.promises.us) + sum(reviewed(other).promises.us));
    }),
  );
});
