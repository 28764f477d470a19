import { expect, test } from 'vitest';
import { openAccountBook } from '../../src/calls/account-book.ts';
import type { OnFile } from '../../src/plan/reasons.ts';
import { sheetOf } from '../../src/sheet/sheet.ts';
import { aCall, aPromise, heldCall } from '../support/filled-store.ts';

const ION = { name: 'Ion Dinu', role: 'head of purchasing', phone: '+40 722 000 111' };
const BOOK = openAccountBook([
  { schema: 1, id: 'nordic-pumps', name: 'Nordic Pumps', otherNames: ['Nordic'], contacts: [ION] },
]);

function onFile(parts: Partial<OnFile>): OnFile {
  return { book: BOOK, calls: [], promises: [], nothingPlannedDays: 14, ...parts };
}

const CALL = aCall({ startsAt: '2026-11-26T09:30', contact: 'ion dinu' });

test('the last call is the last that was held before, under whatever name of the account', () => {
  const last = heldCall({ account: 'Nordic', startsAt: '2026-11-02T10:00' });
  const calls = [
    heldCall({ startsAt: '2026-10-02T10:00' }),
    last,
    aCall({ startsAt: '2026-11-20T10:00', status: 'cancelled' }),
    aCall({ startsAt: '2026-11-21T10:00' }),
    heldCall({ account: 'Delta Print', startsAt: '2026-11-22T10:00' }),
    heldCall({ startsAt: '2026-11-26T15:00' }),
    CALL,
  ];
  expect(sheetOf(CALL, onFile({ calls })).lastCall).toBe(last);
  expect(sheetOf(CALL, onFile({})).lastCall).toBeUndefined();
});

test('a contact is told with what the account knows of her', () => {
  expect(sheetOf(CALL, onFile({})).contact).toEqual(ION);
  expect(sheetOf({ ...CALL, contact: 'Ana Pop' }, onFile({})).contact).toEqual({ name: 'Ana Pop' });
  expect(sheetOf({ ...CALL, contact: undefined }, onFile({})).contact).toBeUndefined();
});

test('what is open between us stands by its day, ours and theirs, and nobody else’s', () => {
  const promises = [
    aPromise({ what: 'b', due: '2026-12-04', by: 'customer' }),
    aPromise({ what: 'a', due: '2026-11-20', account: 'NORDIC' }),
    aPromise({ what: 'done', status: 'done' }),
    aPromise({ what: 'dropped', status: 'dropped' }),
    aPromise({ what: 'else', account: 'Delta Print' }),
  ];
  expect(sheetOf(CALL, onFile({ promises })).promises.map(({ what }) => what)).toEqual(['a', 'b']);
});

test('what we have done is what the last call told and what we have kept since, each thing once', () => {
  const last = heldCall({ startsAt: '2026-11-02T10:00' }, { done: ['replaced the seal', 'Sent the log'] });
  const kept = (what: string, endedOn: string, more = {}) =>
    aPromise({ what, endedOn, status: 'done', ...more });
  const promises = [
    kept('long ago', '2026-11-01'),
    kept('new drawing', '2026-11-24'),
    kept('price list', '2026-11-10'),
    kept('sent the log', '2026-11-03'),
    kept('theirs', '2026-11-10', { by: 'customer' }),
    kept('after the call', '2026-11-27'),
  ];
  const { done } = sheetOf(CALL, onFile({ calls: [last, CALL], promises }));
  expect(done).toEqual(['replaced the seal', 'Sent the log', 'price list', 'new drawing']);
});

test('requests of the last call stand with it; those of calls before are told while they are open', () => {
  const asked = (what: string) => ({ requests: [{ what, answer: 'open' as const }] });
  const calls = [
    heldCall({ startsAt: '2026-09-02T10:00' }, asked('night shift')),
    heldCall({ startsAt: '2026-10-02T10:00' }, asked('a discount')),
    heldCall({ startsAt: '2026-10-20T10:00' }, { requests: [{ what: 'A discount', answer: 'refused' }] }),
    heldCall({ startsAt: '2026-11-02T10:00' }, asked('a cold van')),
  ];
  const { openRequests } = sheetOf(CALL, onFile({ calls }));
  expect(openRequests.map(({ request }) => request.what)).toEqual(['night shift']);
});
