import type { Speaker } from '../messages.ts';
import { cleanLine } from '../text/clean.ts';
import { formatWhen } from '../time/format.ts';
import type { Asker } from './asker.ts';
import type { Talk } from './conversation.ts';
import type { Draft } from './draft.ts';

/** Offers to go on with a call that was broken off; an empty draft is a new start. */
export async function askWhetherToResume(draft: Draft | undefined, { asker, desk }: Talk): Promise<Draft> {
  if (draft?.account === undefined) return {};
  const { speaker } = desk;
  const when = draft.startsAt === undefined ? '' : formatWhen(draft.startsAt, speaker.language);
  const begun = speaker.say('ask.resume', { account: cleanLine(draft.account), when }).trim();
  if (!(await wantsToGoOn(begun, asker, speaker))) return {};
  // A time that has passed meanwhile is asked for again.
  return draft.startsAt === undefined || draft.startsAt >= desk.now.slice(0, draft.startsAt.length)
    ? draft
    : { ...draft, startsAt: undefined };
}

/** Does she want to go on with what was broken off, or start anew? */
export async function wantsToGoOn(begun: string, asker: Asker, speaker: Speaker): Promise<boolean> {
  const decision = await asker.choose({
    message: begun,
    choices: [
      { name: speaker.say('ask.resume-yes'), value: 'resume' },
      { name: speaker.say('ask.resume-no'), value: 'new' },
    ],
  });
  return decision === 'resume';
}
