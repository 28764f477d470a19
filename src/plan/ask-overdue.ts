import type { Promised } from '../calls/promise.ts';
import { cleanText } from '../calls/clean-text.ts';
import type { Speaker } from '../messages.ts';
import { cleanLine } from '../text/clean.ts';
import { formatDay } from '../time/format.ts';
import { BACK } from './asker.ts';
import type { Back } from './asker.ts';
import type { Reply, Talk } from './conversation.ts';
import { overdueFor } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Draft } from './draft.ts';

/**
 * What about the promises to this account that are past due? Each is done, given up, or what this call is for; then the
 * purpose begins with it. Otherwise there is no call.
 */
export async function askOverdue(draft: Draft, talk: Talk): Promise<Reply> {
  const toDeliver: string[] = [];
  for (const promise of overdueFor(draft, talk.desk)) {
    talk.show(textOf(promise, talk.desk));
    const decision = await decide(promise, talk);
    if (decision === BACK || decision === 'leave') return decision;
    if (decision === 'deliver') toDeliver.push(promise.what);
  }
  if (toDeliver.length === 0) return {};
  return { purpose: [draft.purpose, ...toDeliver].filter((text) => text !== undefined).join('; ') };
}

/** Asks about one promise; what ends it is written at once, for it is true whether or not the call is planned. */
async function decide(promise: Promised, talk: Talk): Promise<'ended' | 'deliver' | 'leave' | Back> {
  const { asker, desk } = talk;
  const { speaker } = desk;
  for (;;) {
    const decision = await asker.choose({
      message: speaker.say('overdue.ask'),
      choices: [
        { name: speaker.say('overdue.done'), value: 'done' },
        { name: speaker.say('overdue.drop'), value: 'drop' },
        { name: speaker.say('overdue.deliver'), value: 'deliver' },
        { name: speaker.say('overdue.leave'), value: 'leave' },
      ] as const,
    });
    if (decision === BACK || decision === 'deliver' || decision === 'leave') return decision;
    if (decision === 'done') {
      await talk.endPromise(promise, { status: 'done' });
      return 'ended';
    }
    const because = await askWhyNot(talk);
    if (because !== BACK) {
      await talk.endPromise(promise, { status: 'dropped', because });
      return 'ended';
    }
  }
}

async function askWhyNot({ asker, desk: { speaker } }: Talk): Promise<string | Back> {
  const because = await asker.text({
    message: speaker.say('promise.why'),
    complain: (typed) => (cleanText(typed) === '' ? speaker.say('promise.why-empty') : undefined),
  });
  return because === BACK ? BACK : cleanText(because);
}

function textOf({ account, what, due }: Promised, { book, speaker }: Pick<Desk, 'book' | 'speaker'>): string {
  return speaker.say('overdue.promised', {
    account: cleanLine(book.find(account)?.name ?? account),
    what: cleanLine(what),
    due: formatDay(due, speaker.language, 'short'),
  });
}

/** What the customer owes us; it stops nothing, and is good to know on the way. */
export function owedText({ what, due }: Promised, speaker: Speaker): string {
  return speaker.say('overdue.owed', {
    what: cleanLine(what),
    due: formatDay(due, speaker.language, 'short'),
  });
}
