import type { AccountBook } from '../calls/account-book.ts';
import type { Call } from '../calls/call.ts';
import type { Promised } from '../calls/promise.ts';
import { addDaysTo, dateOf } from '../time/wall.ts';
import type { WallTime } from '../time/wall.ts';

/** A promise that falls due within so many days is a reason to call. */
const DUE_SOON_DAYS = 7;

/** Why an account should be called on, from what is on file. */
export type Reason =
  | { readonly kind: 'promise'; readonly account: string; readonly promise: Promised }
  | { readonly kind: 'signed'; readonly account: string; readonly since: Call };

/** What is known of the calls and promises of all accounts. */
export interface OnFile {
  readonly book: AccountBook;
  readonly calls: readonly Call[];
  readonly promises: readonly Promised[];
}

/**
 * The accounts with a reason to call on them: a promise of ours that is due, then those that have signed and have nothing
 * planned. The most urgent comes first.
 * @param except an account that is not asked about
 */
export function reasonsToCall(onFile: OnFile, now: WallTime, except?: string): Reason[] {
  const { promises, book } = onFile;
  const soon = addDaysTo(dateOf(now), DUE_SOON_DAYS);
  const due = promises
    .filter((promise) => promise.by === 'us' && promise.status === 'open' && promise.due <= soon)
    .toSorted((a, b) => a.due.localeCompare(b.due))
    .map<Reason>((promise) => ({ kind: 'promise', account: promise.account, promise }));
  const reasons = [...due, ...signedWithNothingPlanned(onFile, now)];
  const skipped = except === undefined ? undefined : book.keyOf(except);
  return reasons.filter((reason) => book.keyOf(reason.account) !== skipped);
}

/** The accounts whose last call was at the signing of a contract and after which nothing is planned. */
export function signedWithNothingPlanned(
  { calls, book }: Pick<OnFile, 'calls' | 'book'>,
  now: WallTime,
): Extract<Reason, { kind: 'signed' }>[] {
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
    .map((since) => ({ kind: 'signed', account: since.account, since }));
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
