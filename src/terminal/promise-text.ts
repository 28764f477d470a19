import type { Promised } from '../calls/promise.ts';
import type { Speaker } from '../messages.ts';
import { cleanLine } from '../text/clean.ts';
import { formatDay } from '../time/format.ts';

/** Who promised what by when, in one line. */
export function promiseText({ by, account, what, due }: Promised, speaker: Speaker): string {
  return speaker.say(by === 'us' ? 'promise.ours' : 'promise.theirs', {
    account: cleanLine(account),
    what: cleanLine(what),
    due: formatDay(due, speaker.language, 'short'),
  });
}
