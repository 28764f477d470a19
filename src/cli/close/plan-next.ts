import type { Call } from '../../calls/call.ts';
import { nextTime } from '../../calls/rhythm.ts';
import type { Store } from '../../calls/store.ts';
import type { Draft } from '../../plan/draft.ts';
import { cleanLine } from '../../text/clean.ts';
import { formatWhen } from '../../time/format.ts';
import { dateOf } from '../../time/wall.ts';
import { openAsking } from '../ask.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { openDesk } from '../plan/open-desk.ts';
import { planByAsking } from '../plan/plan-by-asking.ts';
import type { Session } from '../session.ts';

/**
 * Offers to plan the next call on the same account. Its time is known where the call recurs; what it is for never is.
 * @param stage of the account as it is now
 */
export async function offerNextCall(
  session: Session,
  store: Store,
  call: Call,
  stage: Call['stage'],
): Promise<ExitCode> {
  const { speaker, now } = session;
  const { asker } = await openAsking(session);
  const next = nextTime(call);
  const startsAt = next !== undefined && dateOf(next) > dateOf(now) ? next : undefined;
  const account = cleanLine(call.account);
  const wanted = await asker.choose({
    message:
      startsAt === undefined
        ? speaker.say('close.plan-next', { account })
        : speaker.say('close.plan-next-recurring', { account, when: formatWhen(startsAt, speaker.language) }),
    choices: [
      { name: speaker.say('close.yes'), value: true },
      { name: speaker.say('close.no'), value: false },
    ],
  });
  if (wanted !== true) return EXIT.fine;
  const given: Draft = {
    account: call.account,
    stage,
    ...(call.contact !== undefined && { contact: call.contact }),
    ...(startsAt !== undefined && { startsAt }),
    ...(call.repeat !== undefined && { repeat: call.repeat }),
  };
  return planByAsking(session, store, await openDesk(session, store), given, {});
}
