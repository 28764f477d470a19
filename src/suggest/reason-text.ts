import type { Speaker } from '../messages.ts';
import { cleanLine } from '../text/clean.ts';
import { formatDay } from '../time/format.ts';
import { dateOf } from '../time/wall.ts';
import type { WallWhen } from '../time/wall.ts';
import type { Reason } from './reasons.ts';

/** A reason in one line, without the account. */
export function reasonText(reason: Reason, speaker: Speaker): string {
  const day = (when: WallWhen): string => formatDay(dateOf(when), speaker.language, 'short');
  switch (reason.kind) {
    case 'late':
    case 'due':
    case 'owed': {
      const { what, due } = reason.promise;
      return speaker.say(`reason.${reason.kind}`, { what: cleanLine(what), due: day(due) });
    }
    case 'request':
      return speaker.say('reason.request', {
        what: cleanLine(reason.request.what),
        on: day(reason.call.startsAt),
      });
    case 'missed': {
      const { startsAt, expectedOutcome, result } = reason.call;
      return expectedOutcome !== undefined && result?.isReached === false
        ? speaker.say('reason.missed', { expected: cleanLine(expectedOutcome), on: day(startsAt) })
        : speaker.say('reason.talked', { on: day(startsAt) });
    }
    default:
      return speaker.say('reason.signed', { since: day(reason.since) });
  }
}
