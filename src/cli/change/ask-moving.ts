import type { Call } from '../../calls/call.ts';
import { cleanText } from '../../calls/clean-text.ts';
import { BACK, Interrupted } from '../../plan/asker.ts';
import { readNewTime } from '../../plan/move-call.ts';
import type { Moving } from '../../plan/move-call.ts';
import { formatWhen } from '../../time/format.ts';
import type { WallWhen } from '../../time/wall.ts';
import { weekNameOf } from '../../time/week.ts';
import { openAsking } from '../ask.ts';
import type { Session } from '../session.ts';
import { callText } from '../which-call.ts';
import { askWhy } from './ask-why.ts';

/** What was said beforehand. */
export interface Given {
  readonly startsAt: WallWhen | undefined;
  readonly because: string | undefined;
}

/**
 * Asks to when a call is moved, and why, as far as that is not given.
 * @throws Interrupted when she leaves the first question
 */
export async function askMoving(session: Session, call: Call, given: Given): Promise<Moving> {
  const { speaker, now } = session;
  const { asker, show } = await openAsking(session);
  show(callText(call, session));
  const read = (typed: string) => readNewTime(typed, call, now, speaker.language);

  const askWhen = async (): Promise<string> => {
    const typed = await asker.text({
      message: speaker.say('move.when'),
      complain(answer) {
        const found = read(answer);
        return found.kind === 'problem' ? speaker.say(found.key, found.values) : undefined;
      },
    });
    const found = typed === BACK ? undefined : read(typed);
    if (found?.kind !== 'understood') throw new Interrupted();
    show(
      speaker.say('plan.understood', {
        when: formatWhen(found.at, speaker.language),
        week: weekNameOf(found.at),
      }),
    );
    return found.at;
  };

  for (;;) {
    const startsAt = given.startsAt ?? (await askWhen());
    const because = given.because ?? (await askWhy(asker, speaker, 'move.why'));
    if (because !== BACK) return { startsAt, because: cleanText(because) };
    if (given.startsAt !== undefined) throw new Interrupted();
  }
}
