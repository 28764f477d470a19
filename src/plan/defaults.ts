import type { Call } from '../calls/call.ts';
import { accountKey } from '../calls/account.ts';
import type { Answers, Needed } from './draft.ts';

/** How long a call takes when nobody has said, in minutes. */
const USUAL_MINUTES = 60;

/** What is likely for the next call on an account: as it was the last time. The purpose never is. */
export function defaultsFor(
  account: string | undefined,
  calls: readonly Call[],
): Pick<Answers, 'durationMinutes' | 'channel' | 'stage' | 'contact'> {
  const key = account === undefined ? undefined : accountKey(account);
  let last: Call | undefined;
  for (const call of calls) {
    if (accountKey(call.account) === key && (last === undefined || last.startsAt <= call.startsAt))
      last = call;
  }
  return {
    durationMinutes: last?.durationMinutes ?? USUAL_MINUTES,
    channel: last?.channel ?? 'visit',
    stage: last?.stage ?? 'prospect',
    contact: last?.contact,
  };
}

/** A draft with defaults for what was not answered, except the contact: nobody said that it is the same person. */
export function withDefaults(draft: Needed, calls: readonly Call[]): Answers {
  const usual = defaultsFor(draft.account, calls);
  return {
    ...draft,
    durationMinutes: draft.durationMinutes ?? usual.durationMinutes,
    channel: draft.channel ?? usual.channel,
    stage: draft.stage ?? usual.stage,
  };
}
