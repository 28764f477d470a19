import type { AccountBook } from '../calls/account-book.ts';
import type { Call } from '../calls/call.ts';
import type { Promised } from '../calls/promise.ts';
import { dateOf } from '../time/wall.ts';
import type { WallTime } from '../time/wall.ts';

/** An account that has signed and has nothing planned. */
export interface Signed {
  readonly account: string;
  /** The last call. */
  readonly since: Call;
}

/** What is known of the calls and promises of all accounts. */
export interface OnFile {
  readonly book: AccountBook;
  readonly calls: readonly Call[];
  readonly promises: readonly Promised[];
}

/** The accounts whose last call was at the signing of a contract and after which nothing is planned. */
export function signedWithNothingPlanned(
  { calls, book }: Pick<OnFile, 'calls' | 'book'>,
  now: WallTime,
): Signed[] {
  const today = dateOf(now);
  const latest = new Map<string, Call>();
  for (const call of calls) {
    if (call.status === 'cancelled' || call.status === 'moved') continue;
    const key = book.keyOf(call.account);
    const before = latest.get(key);
    if (before === undefined || before.startsAt < call.startsAt) latest.set(key, call);
  }
  return [...latest.values()]
    .filter((call) => call.stage === 'signed' && dateOf(call.startsAt) < today)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map((since) => ({ account: since.account, since }));
}

/** The open promises of ours to one account. */
export function promisesTo(
  account: string,
  { promises, book }: Pick<OnFile, 'promises' | 'book'>,
): Promised[] {
  const key = book.keyOf(account);
  return promises.filter(
    (promise) => promise.by === 'us' && promise.status === 'open' && book.keyOf(promise.account) === key,
  );
}
