import type { AccountBook } from '../calls/account-book.ts';
import type { Call } from '../calls/call.ts';
import type { Promised } from '../calls/promise.ts';
import type { Speaker } from '../messages.ts';
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
  readonly rulebook: Rulebook;
  readonly speaker: Speaker;
  readonly now: WallTime;
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
