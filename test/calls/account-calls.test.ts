import { describe, expect, test } from 'vitest';
import type { Account } from '../../src/calls/account.ts';
import { openAccountBook } from '../../src/calls/account-book.ts';
import { callsByAccount, lastMade, signedAndIdleSince, stageOf } from '../../src/calls/account-calls.ts';
import type { Call } from '../../src/calls/call.ts';

const TODAY = '2026-11-25';

function call(startsAt: string, more: Partial<Call> = {}): Call {
  return {
    schema: 1,
    id: startsAt.replace(/\D/g, ''),
    account: 'Nordic Pumps',
    startsAt,
    timeZone: 'Europe/Bucharest',
    durationMinutes: 60,
    channel: 'visit',
    stage: 'prospect',
    status: 'held',
    purpose: 'Get sign-off on drawing C',
    agenda: [],
    preparation: [],
    ...more,
  };
}

function callsOf(calls: Call[], accounts: Account[] = []) {
  const found = callsByAccount({ book: openAccountBook(accounts), calls }, TODAY).get('nordicpumps');
  return found ?? { name: '', past: [], coming: [] };
}

describe('the calls of an account', () => {
  test('are over, the latest first, or to come, the soonest first; what was cancelled or moved is neither', () => {
    const { past, coming } = callsOf([
      call('2026-12-03T09:00', { status: 'planned' }),
      call('2026-11-20T09:00'),
      call('2026-11-26T09:00', { status: 'planned' }),
      call('2026-11-27T09:00', { status: 'cancelled' }),
      call('2026-11-19T09:00', { status: 'moved' }),
      call('2026-11-23T09:00', { status: 'planned' }),
    ]);
    expect(past.map(({ startsAt }) => startsAt)).toEqual(['2026-11-23T09:00', '2026-11-20T09:00']);
    expect(coming.map(({ startsAt }) => startsAt)).toEqual(['2026-11-26T09:00', '2026-12-03T09:00']);
  });

  test('are found under all its names', () => {
    const nordic: Account = { schema: 1, id: 'np', name: 'Nordic Pumps', otherNames: ['NP Ltd'] };
    const { past } = callsOf([call('2026-11-20', { account: 'np ltd' }), call('2026-11-19')], [nordic]);
    expect(past).toHaveLength(2);
  });

  test('where nobody was met do not count as the last', () => {
    const calls = callsOf([call('2026-11-20', { status: 'not-held' }), call('2026-11-10')]);
    expect(lastMade(calls)?.startsAt).toBe('2026-11-10');
  });

  test('tell its stage where it does not say so itself', () => {
    const calls = callsOf([call('2026-11-20', { stage: 'negotiation' })]);
    expect(stageOf(undefined, calls)).toBe('negotiation');
    expect(stageOf({ stage: 'signed' }, calls)).toBe('signed');
    expect(stageOf(undefined, callsOf([]))).toBeUndefined();
  });
});

describe('an account has signed and is without a plan', () => {
  test.each<[string, Partial<Account>, Call[], string | undefined]>([
    ['since the day of its signature', { signedOn: '2026-11-20' }, [], '2026-11-20'],
    ['since its last call at the signing', {}, [call('2026-11-18', { stage: 'signed' })], '2026-11-18'],
    [
      'since the last call after the signature, whatever its stage',
      { signedOn: '2026-11-01' },
      [call('2026-11-12', { stage: 'service' })],
      '2026-11-12',
    ],
    [
      'since the signature where the last call was before',
      { signedOn: '2026-11-20', stage: 'signed' },
      [call('2026-11-12', { stage: 'negotiation' })],
      '2026-11-20',
    ],
    [
      'not where a call is planned',
      { signedOn: '2026-11-20' },
      [call('2026-11-26', { status: 'planned' })],
      undefined,
    ],
    [
      'also where the planned call was cancelled',
      { signedOn: '2026-11-20' },
      [call('2026-11-26', { status: 'cancelled' })],
      '2026-11-20',
    ],
    ['not before it has signed', {}, [call('2026-11-18')], undefined],
    ['not when it is served by now', { signedOn: '2025-01-10', stage: 'service' }, [], undefined],
    ['not when nobody knows since when', { stage: 'signed' }, [], undefined],
  ])('%s', (_, account, calls, since) => {
    expect(signedAndIdleSince({ ...account }, callsOf(calls))).toBe(since);
  });
});
