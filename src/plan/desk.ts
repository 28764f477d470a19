import type { AccountBook } from '../calls/account-book.ts';
import type { Call } from '../calls/call.ts';
import type { Promised } from '../calls/promise.ts';
import type { Speaker } from '../messages.ts';
import { overduePromises } from '../rules/checks/open-commitment.ts';
import type { Finding } from '../rules/finding.ts';
import { judgePurpose } from '../rules/judge-purpose.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { dateOf } from '../time/wall.ts';
import type { WallTime } from '../time/wall.ts';
import type { Draft } from './draft.ts';
import { promisesTo } from './reasons.ts';

/** What lies on the desk when a call is planned: what is on file, the rules, the time, and a language to speak. */
export interface Desk {
  readonly book: AccountBook;
  /** The calls of the last half year and all that are planned. */
  readonly calls: readonly Call[];
  readonly promises: readonly Promised[];
  /** So many days after a signature, or after the last call since, something should be planned. */
  readonly nothingPlannedDays: number;
  readonly rulebook: Rulebook;
  readonly speaker: Speaker;
  readonly now: WallTime;
}

/** The promises of ours to the account that are past due, and that this call is not to keep. */
export function overdueFor(
  { account, purpose }: Draft,
  desk: Pick<Desk, 'book' | 'promises' | 'now'>,
): Promised[] {
  if (account === undefined) return [];
  return overduePromises(promisesTo(account, desk), dateOf(desk.now), purpose ?? '').toSorted(byDue);
}

/** What the account has promised us and is past due with. */
export function owedBy(
  account: string,
  { book, promises, now }: Pick<Desk, 'book' | 'promises' | 'now'>,
): Promised[] {
  const key = book.keyOf(account);
  return promises
    .filter(
      ({ by, status, due, account: promiser }) =>
        by === 'customer' && status === 'open' && due < dateOf(now) && book.keyOf(promiser) === key,
    )
    .toSorted(byDue);
}

function byDue(one: Promised, other: Promised): number {
  return one.due < other.due ? -1 : 1;
}

/** Judges a purpose as soon as it is given: by what it says and by what is promised to the account. */
export function judgePurposeOf(draft: Draft, desk: Desk): Finding[] {
  const promises = draft.account === undefined ? [] : promisesTo(draft.account, desk);
  return judgePurpose(
    {
      purpose: draft.purpose ?? '',
      account: draft.account,
      stage: draft.stage,
      promises,
      today: dateOf(desk.now),
    },
    desk.rulebook,
  );
}

/** Judges the whole call: its purpose, and whether it says what the customer gains and what is prepared. */
export function judgeCall(draft: Draft, desk: Desk): Finding[] {
  const promises = draft.account === undefined ? [] : promisesTo(draft.account, desk);
  return judgePurpose(
    {
      purpose: draft.purpose ?? '',
      account: draft.account,
      stage: draft.stage,
      benefit: draft.customerBenefit ?? '',
      preparation: [...(draft.agenda ?? []), ...(draft.preparation ?? [])],
      promises,
      today: dateOf(desk.now),
    },
    desk.rulebook,
  );
}
