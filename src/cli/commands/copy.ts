import type { Call } from '../../calls/call.ts';
import { upcomingTime } from '../../calls/rhythm.ts';
import { openStore } from '../../calls/store.ts';
import type { Draft } from '../../plan/draft.ts';
import { draftFrom } from '../../plan/given.ts';
import type { PlanOptions } from '../../plan/given.ts';
import { formatWhen } from '../../time/format.ts';
import { weekNameOf } from '../../time/week.ts';
import type { ExitCode } from '../exit.ts';
import type { FileOptions } from '../plan/file-call.ts';
import { checkGateOptions } from '../plan/gate.ts';
import type { GateOptions } from '../plan/gate.ts';
import { planCall } from '../plan/plan-call.ts';
import type { Session } from '../session.ts';
import { callText, whichCall } from '../which-call.ts';

interface Options extends Omit<PlanOptions, 'when'>, GateOptions, FileOptions {}

const FLAGS = { account: '--account', startsAt: 'WHEN', purpose: '--purpose' };

/** `plan-call copy`: plans a call like another one. What for is asked anew: no call is a reason for the next. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const { now, speaker, world } = session;
  checkGateOptions(options);
  const [id, ...when] = words;
  const store = openStore(world.fs, session.dataFolder);
  const call = await whichCall(session, store, id, { question: 'copy.which', isOffered: () => true });
  const startsAt = when.length === 0 ? upcomingTime(call, now) : when.join(' ');
  const given = draftFrom(
    { ...options, ...(startsAt !== undefined && { when: startsAt }) },
    now,
    speaker.language,
  );
  return planCall(
    session,
    { ...likeness(call), ...given },
    {
      ...options,
      flags: FLAGS,
      offered: { agenda: call.agenda, preparation: call.preparation },
      opening: openingOf(session, call, given),
    },
  );
}

/** Which call the new one is like, and when it is to be. */
function openingOf(session: Session, call: Call, { startsAt }: Draft): string {
  const { speaker } = session;
  const like = speaker.say('copy.like', { call: callText(call, session) });
  if (startsAt === undefined) return like;
  const when = formatWhen(startsAt, speaker.language);
  return `${like}\n${speaker.say('plan.understood', { when, week: weekNameOf(startsAt) })}`;
}

/** What the next call has in common with one; neither what it is for nor anything that was prepared for that. */
function likeness({ account, contact, durationMinutes, channel, stage, repeat }: Call): Draft {
  return {
    account,
    durationMinutes,
    channel,
    stage,
    ...(contact !== undefined && { contact }),
    ...(repeat !== undefined && { repeat }),
  };
}
