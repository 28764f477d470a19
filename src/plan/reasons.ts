import { callsByAccount, signedAndIdleSince } from '../calls/account-calls.ts';
import type { AccountBook } from '../calls/account-book.ts';
import type { Call } from '../calls/call.ts';
import type { Promised } from '../calls/promise.ts';
import { dateOf, daysBetween } from '../time/wall.ts';
import type { WallDate, WallTime } from '../time/wall.ts';

/** An account that has signed and has had nothing planned for too long. */
export interface Signed {
  readonly account: string;
  /** The day of the signature, or of the last call since. */
  readonly since: WallDate;
}

/** What is known of the calls and promises of all accounts. */
export interface OnFile {
  readonly book: AccountBook;
  readonly calls: readonly Call[];
  readonly promises: readonly Promised[];
  /** So many days after a signature, or after the last call since, something should be planned. */
  readonly nothingPlannedDays: number;
}

/** The accounts that have signed and have had nothing planned for too long, the longest first. */
export function signedWithNothingPlanned(
  { calls, book, nothingPlannedDays }: Pick<OnFile, 'calls' | 'book' | 'nothingPlannedDays'>,
  now: WallTime,
): Signed[] {
  const today = dateOf(now);
  const idle: Signed[] = [];
  for (const own of callsByAccount({ calls, book }, today).values()) {
    const since = signedAndIdleSince(book.find(own.name), own);
    if (since !== undefined && daysBetween(since, today) >= nothingPlannedDays) {
      idle.push({ account: own.name, since });
    }
  }
  return idle.toSorted((one, other) => (one.since < other.since ? -1 : 1));
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
