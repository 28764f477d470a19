import type { Call } from '../calls/call.ts';
import type { Desk } from './desk.ts';
import type { Answers, Needed } from './draft.ts';

/** How long a call takes when nobody has said, in minutes. */
const USUAL_MINUTES = 60;

/** What is likely for the next call on an account: as it was the last time. The purpose never is. */
export function defaultsFor(
  account: string | undefined,
  { calls, book }: Pick<Desk, 'calls' | 'book'>,
): Pick<Answers, 'durationMinutes' | 'channel' | 'stage' | 'contact'> {
  const key = account === undefined ? undefined : book.keyOf(account);
  let last: Call | undefined;
  for (const call of calls) {
    if (book.keyOf(call.account) === key && (last === undefined || last.startsAt <= call.startsAt))
      last = call;
  }
  return {
    durationMinutes: last?.durationMinutes ?? USUAL_MINUTES,
    channel: last?.channel ?? 'visit',
    stage: (account === undefined ? undefined : book.find(account)?.stage) ?? last?.stage ?? 'prospect',
    contact: last?.contact,
  };
}

/** A draft with defaults for what was not answered, except the contact: nobody said that it is the same person. */
export function withDefaults(draft: Needed, desk: Pick<Desk, 'calls' | 'book'>): Answers {
  const usual = defaultsFor(draft.account, desk);
  return {
    ...draft,
    durationMinutes: draft.durationMinutes ?? usual.durationMinutes,
    channel: draft.channel ?? usual.channel,
    stage: draft.stage ?? usual.stage,
  };
}
