import type { Call, CustomerRequest } from '../calls/call.ts';
import { openRequests } from '../calls/open-requests.ts';
import type { Promised } from '../calls/promise.ts';
import { signedWithNothingPlanned } from '../plan/reasons.ts';
import type { OnFile } from '../plan/reasons.ts';
import { addDaysTo, dateOf } from '../time/wall.ts';
import type { WallDate, WallTime } from '../time/wall.ts';
import { latest, plannedAccounts, takesPlace } from './latest.ts';

/** A promise of ours that falls due within so many days is a reason to call. */
export const DUE_SOON_DAYS = 7;

/**
 * Why an account should be called on, from what is on file.
 *
 * `late`, `due`: we promised something, and the day has passed, or is near · `request`: the customer asked for something
 * and has no answer · `owed`: the customer promised something, and the day has passed · `missed`: the last call did not
 * bring what it was for · `signed`: a contract was signed, and nothing has come after it.
 */
export type Reason = { readonly account: string } & (
  | { readonly kind: 'late' | 'due' | 'owed'; readonly promise: Promised }
  | { readonly kind: 'request'; readonly request: CustomerRequest; readonly call: Call }
  | { readonly kind: 'missed'; readonly call: Call }
  | { readonly kind: 'signed'; readonly since: WallDate }
);

/** The most urgent first. */
const URGENCY: readonly Reason['kind'][] = ['late', 'due', 'request', 'owed', 'missed', 'signed'];

/**
 * Why to call on whom, the most urgent first and then what is oldest. Where a call is planned already, only a promise of
 * ours that is past due is told.
 * @param except an account that is not asked about
 */
export function reasonsToCall(onFile: OnFile, now: WallTime, except?: string): Reason[] {
  const { book } = onFile;
  const today = dateOf(now);
  const planned = plannedAccounts(onFile, today);
  const skipped = except === undefined ? undefined : book.keyOf(except);
  return [
    ...promised(onFile, today),
    ...openRequests(onFile).map<Reason>(({ request, call }) => ({
      kind: 'request',
      account: call.account,
      request,
      call,
    })),
    ...missed(onFile),
    ...signedWithNothingPlanned(onFile, now).map<Reason>((signed) => ({ kind: 'signed', ...signed })),
  ]
    .filter(({ kind, account }) => {
      const key = book.keyOf(account);
      return key !== skipped && (kind === 'late' || !planned.has(key));
    })
    .toSorted((one, other) => rankOf(one) - rankOf(other) || dayOf(one).localeCompare(dayOf(other)));
}

function promised({ promises }: OnFile, today: WallDate): Reason[] {
  const soon = addDaysTo(today, DUE_SOON_DAYS);
  return promises.flatMap<Reason>((promise) => {
    const { account, by, due, status } = promise;
    if (status !== 'open') return [];
    if (by === 'customer') return due < today ? [{ kind: 'owed', account, promise }] : [];
    if (due > soon) return [];
    return [{ kind: due < today ? 'late' : 'due', account, promise }];
  });
}

/** The accounts whose last call, held or planned, was held and ended in talk alone, or without what was expected of it. */
function missed(onFile: OnFile): Reason[] {
  return [...latest(onFile, takesPlace).values()]
    .filter(({ result }) => result?.isReached === false || result?.outcome === 'continuation')
    .map<Reason>((call) => ({ kind: 'missed', account: call.account, call }));
}

function rankOf({ kind }: Reason): number {
  return URGENCY.indexOf(kind);
}

function dayOf(reason: Reason): WallDate {
  if (reason.kind === 'signed') return reason.since;
  return 'promise' in reason ? reason.promise.due : dateOf(reason.call.startsAt);
}
