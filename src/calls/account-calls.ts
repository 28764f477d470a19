import type { Account } from './account.ts';
import type { AccountBook } from './account-book.ts';
import type { Call } from './call.ts';
import type { Stage } from '../rules/rule.ts';
import { dateOf } from '../time/wall.ts';
import type { WallDate } from '../time/wall.ts';

/** The calls of one account, but for those that were cancelled or stand elsewhere by now. */
export interface AccountCalls {
  /** The account's name; as a call has it where no account of that name is on file. */
  readonly name: string;
  /** Calls that are over, the latest first: those that were closed, and planned ones whose day has passed. */
  readonly past: readonly Call[];
  /** Planned calls of today and later, the soonest first. */
  readonly coming: readonly Call[];
}

/** The calls of every account on file, by what all names of one have in common (`AccountBook.keyOf`). */
export function callsByAccount(
  { book, calls }: { readonly book: AccountBook; readonly calls: readonly Call[] },
  today: WallDate,
): ReadonlyMap<string, AccountCalls> {
  const byKey = new Map<string, { name: string; past: Call[]; coming: Call[] }>();
  for (const { name } of book.accounts) byKey.set(book.keyOf(name), { name, past: [], coming: [] });
  for (const call of calls.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))) {
    if (call.status === 'cancelled' || call.status === 'moved') continue;
    const key = book.keyOf(call.account);
    const own = byKey.get(key) ?? { name: call.account, past: [], coming: [] };
    byKey.set(key, own);
    if (call.status === 'planned' && dateOf(call.startsAt) >= today) own.coming.push(call);
    else own.past.unshift(call);
  }
  return byKey;
}

/** The last call at which somebody was met. One that is over and that nobody has closed counts: mostly it was made. */
export function lastMade({ past }: Pick<AccountCalls, 'past'>): Call | undefined {
  return past.find(({ status }) => status !== 'not-held');
}

/** How far an account is: as it says itself, or else as the latest of its calls does. */
export function stageOf(
  account: Pick<Account, 'stage'> | undefined,
  calls: Pick<AccountCalls, 'past' | 'coming'>,
): Stage | undefined {
  return account?.stage ?? (calls.coming.at(-1) ?? lastMade(calls))?.stage;
}

/**
 * The day from which an account that has signed is without a plan: that of the signature, or of the last call since.
 * Nothing for one that has not signed, is served by now, or has a call planned.
 */
export function signedAndIdleSince(
  account: Pick<Account, 'stage' | 'signedOn'> | undefined,
  calls: Pick<AccountCalls, 'past' | 'coming'>,
): WallDate | undefined {
  const last = lastMade(calls);
  const isSigned =
    account?.stage === undefined
      ? account?.signedOn !== undefined || last?.stage === 'signed'
      : account.stage === 'signed';
  if (!isSigned || calls.coming.length > 0) return undefined;
  const days = [account?.signedOn, last && dateOf(last.startsAt)].filter((day) => day !== undefined);
  return days.toSorted().at(-1);
}
