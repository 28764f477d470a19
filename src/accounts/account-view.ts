import type { Account } from '../calls/account.ts';
import { promisesTo, signedWithNothingPlanned } from '../plan/reasons.ts';
import type { OnFile } from '../plan/reasons.ts';
import type { Stage } from '../rules/rule.ts';
import { dateOf } from '../time/wall.ts';
import type { WallDate, WallTime } from '../time/wall.ts';
import { callsByAccount, lastMade, stageOf } from '../calls/account-calls.ts';

/** Rules that judge what is on file about an account: a promise past due, a signature with nothing planned after it. */
export type StoreFinding = 'open-commitment' | 'signing-as-finish';

/** An account in a few words. */
export interface AccountView {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage | null;
  readonly signedOn: WallDate | null;
  readonly lastCall: WallDate | null;
  readonly nextCall: WallDate | null;
  /** How many promises of ours are open. */
  readonly openPromises: number;
  readonly findings: readonly StoreFinding[];
}

/** All accounts but those that were merged into others, by name. */
export function accountViews(onFile: OnFile, now: WallTime): AccountView[] {
  const { book } = onFile;
  const calls = callsByAccount(onFile, dateOf(now));
  const findings = findingsByAccount(onFile, now);
  return book.accounts.map((account) => {
    const own = calls.get(book.keyOf(account.name)) ?? { name: account.name, past: [], coming: [] };
    const last = lastMade(own);
    const [next] = own.coming;
    return {
      id: account.id,
      name: account.name,
      stage: stageOf(account, own) ?? null,
      signedOn: account.signedOn ?? null,
      lastCall: last === undefined ? null : dateOf(last.startsAt),
      nextCall: next === undefined ? null : dateOf(next.startsAt),
      openPromises: promisesTo(account.name, onFile).length,
      findings: findings(account),
    };
  });
}

/** What rules say of what is on file about each account. */
export function findingsByAccount(
  onFile: OnFile,
  now: WallTime,
): (account: Pick<Account, 'name'>) => StoreFinding[] {
  const { book } = onFile;
  const today = dateOf(now);
  const idle = new Set(signedWithNothingPlanned(onFile, now).map((reason) => book.keyOf(reason.account)));
  return ({ name }) => {
    const findings: StoreFinding[] = [];
    if (promisesTo(name, onFile).some(({ due }) => due < today)) findings.push('open-commitment');
    if (idle.has(book.keyOf(name))) findings.push('signing-as-finish');
    return findings;
  };
}
