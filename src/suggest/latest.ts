import type { Call } from '../calls/call.ts';
import type { OnFile } from '../plan/reasons.ts';
import type { WallDate } from '../time/wall.ts';

type CallsOnFile = Pick<OnFile, 'calls' | 'book'>;

/** The keys of the accounts on which a call is planned for today or later. */
export function plannedAccounts({ calls, book }: CallsOnFile, today: WallDate): Set<string> {
  const coming = calls.filter(({ status, startsAt }) => status === 'planned' && startsAt >= today);
  return new Set(coming.map(({ account }) => book.keyOf(account)));
}

/** Whether a call was made, or is planned. */
export function takesPlace({ status }: Call): boolean {
  return status === 'held' || status === 'planned';
}

/** The last of some of the calls on each account, by the key of the account. */
export function latest({ calls, book }: CallsOnFile, isMeant: (call: Call) => boolean): Map<string, Call> {
  const found = new Map<string, Call>();
  for (const call of calls) {
    if (!isMeant(call)) continue;
    const key = book.keyOf(call.account);
    const before = found.get(key);
    if (before === undefined || before.startsAt <= call.startsAt) found.set(key, call);
  }
  return found;
}
