import { expect, test } from 'vitest';
import { openAccountBook } from '../../src/calls/account-book.ts';
import type { Promised } from '../../src/calls/promise.ts';
import { signedWithNothingPlanned } from '../../src/plan/reasons.ts';
import type { OnFile } from '../../src/plan/reasons.ts';
import { reasonsToCall } from '../../src/suggest/reasons.ts';

const NOW = '2026-11-25T08:00';

function onFile(more: Partial<OnFile> = {}): OnFile {
  return {
    book: openAccountBook([
      { schema: 1, id: 'np', name: 'Nordic Pumps', otherNames: ['NP Ltd'], signedOn: '2026-11-11' },
      { schema: 1, id: 'dp', name: 'Delta Print', signedOn: '2026-11-01' },
      { schema: 1, id: 'ap', name: 'An Phú', signedOn: '2026-11-12' },
      { schema: 1, id: 'old', name: 'Old Delta', signedOn: '2026-10-01', mergedInto: 'dp' },
    ]),
    calls: [],
    promises: [],
    nothingPlannedDays: 14,
    ...more,
  };
}

function promised(account: string, due: string): Promised {
  return { schema: 1, id: `${account}${due}`, account, by: 'us', what: 'a list', due, status: 'open' };
}

test('accounts that have signed are pointed out after so many days, the longest without a plan first', () => {
  const names = (days: number): string[] =>
    signedWithNothingPlanned(onFile({ nothingPlannedDays: days }), NOW).map(({ account }) => account);
  expect(names(14)).toEqual(['Delta Print', 'Nordic Pumps']);
  expect(names(15)).toEqual(['Delta Print']);
  expect(names(0)).toEqual(['Delta Print', 'Nordic Pumps', 'An Phú']);
});

test('promises of ours come before them, and the account that is asked about is none, whatever it is called', () => {
  const promises = [
    promised('An Phú', '2026-12-01'),
    promised('NP LTD', '2026-11-20'),
    promised('Delta Print', '2026-12-24'),
  ];
  const told = (except?: string): string[] =>
    reasonsToCall(onFile({ promises }), NOW, except).map(({ kind, account }) => `${kind} ${account}`);
  expect(told()).toEqual(['late NP LTD', 'due An Phú', 'signed Delta Print', 'signed Nordic Pumps']);
  expect(told('nordic pumps')).toEqual(['due An Phú', 'signed Delta Print']);
});
