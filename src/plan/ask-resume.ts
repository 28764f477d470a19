import { cleanLine } from '../text/clean.ts';
import { formatWhen } from '../time/format.ts';
import type { Talk } from './conversation.ts';
import type { Draft } from './draft.ts';

/** Offers to go on with a call that was broken off; an empty draft is a new start. */
export async function askWhetherToResume(draft: Draft | undefined, { asker, desk }: Talk): Promise<Draft> {
  if (draft?.account === undefined) return {};
  const { speaker } = desk;
  const when = draft.startsAt === undefined ? '' : formatWhen(draft.startsAt, speaker.language);
  const decision = await asker.choose({
    message: speaker.say('ask.resume', { account: cleanLine(draft.account), when }).trim(),
    choices: [
      { name: speaker.say('ask.resume-yes'), value: 'resume' },
      { name: speaker.say('ask.resume-no'), value: 'new' },
    ],
  });
  if (decision !== 'resume') return {};
  // A time that has passed meanwhile is asked for again.
  return draft.startsAt === undefined || draft.startsAt >= desk.now.slice(0, draft.startsAt.length)
    ? draft
    : { ...draft, startsAt: undefined };
}
