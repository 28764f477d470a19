import type { Promised } from '../calls/promise.ts';
import type { Speaker } from '../messages.ts';
import { cleanLine } from '../text/clean.ts';
import { formatDay } from '../time/format.ts';
import type { WallDate } from '../time/wall.ts';

/** Who promised what by when, in one line. */
export function promiseText({ by, account, what, due }: Promised, speaker: Speaker): string {
  return speaker.say(by === 'us' ? 'promise.ours' : 'promise.theirs', {
    account: cleanLine(account),
    what: cleanLine(what),
    due: formatDay(due, speaker.language, 'short'),
  });
}

/** An open promise where the account is known: `we: send the log, by Fri 20 Nov 2026 (past due)`, as it was written. */
export function sidedPromiseText({ by, what, due }: Promised, today: WallDate, speaker: Speaker): string {
  const text = speaker.say(by === 'us' ? 'sheet.we-promised' : 'sheet.they-promised', {
    what,
    due: formatDay(due, speaker.language, 'short'),
  });
  return due < today ? `${text} (${speaker.say('promise.late')})` : text;
}
