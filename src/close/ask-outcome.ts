import { OUTCOMES } from '../calls/call.ts';
import { BACK } from '../plan/asker.ts';
import { itemsIn } from '../plan/items-in.ts';
import { cleanLine } from '../text/clean.ts';
import { formatWhen } from '../time/format.ts';
import { ENDS } from './draft.ts';
import type { ClosingDraft } from './draft.ts';
import { isToCome } from './too-early.ts';
import { askLine, askYesNo } from './talk.ts';
import type { ClosingTalk, Reply } from './talk.ts';

/** Whether it was held. A call that is still to come can only be cancelled. */
export async function askEnd(undone: ClosingDraft, talk: ClosingTalk): Reply {
  const { asker, speaker, call, now } = talk;
  if (isToCome(call, now)) {
    const change = await asker.choose({
      message: speaker.say('close.to-come', { when: formatWhen(call.startsAt, speaker.language) }),
      choices: [
        { name: speaker.say('close.to-come-cancelled'), value: 'cancelled' },
        { name: speaker.say('close.to-come-leave'), value: 'leave' },
      ] as const,
    });
    if (change === BACK) return BACK;
    return change === 'leave' ? { decision: 'leave' } : { end: 'cancelled' };
  }
  const end = await asker.choose({
    message: speaker.say('close.held'),
    choices: ENDS.map((value) => ({ name: speaker.say(`close.end-${value}`), value })),
    fallback: undone.end,
  });
  return end === BACK ? BACK : { end };
}

/** Why it was not held, or was cancelled. */
export async function askBecause(undone: ClosingDraft, { asker, speaker }: ClosingTalk): Reply {
  const because = await asker.text({
    message: speaker.say('close.because'),
    prefilled: undone.because,
    complain: (typed) => (typed.trim() === '' ? speaker.say('close.because-empty') : undefined),
  });
  return because === BACK ? BACK : { because };
}

export async function askOutcome(undone: ClosingDraft, { asker, speaker }: ClosingTalk): Reply {
  const outcome = await asker.choose({
    message: speaker.say('close.outcome'),
    choices: OUTCOMES.map((value) => ({ name: speaker.say(`close.outcome-${value}`), value })),
    fallback: undone.outcome,
  });
  return outcome === BACK ? BACK : { outcome };
}

/** Whether what was expected came about. */
export async function askReached(undone: ClosingDraft, talk: ClosingTalk): Reply {
  const what = cleanLine(talk.call.expectedOutcome ?? '');
  const isReached = await askYesNo(talk, ['close.reached', 'close.yes', 'close.no'], undone.isReached, {
    what,
  });
  return isReached === BACK ? BACK : { isReached };
}

/** What of the agenda was dealt with: yes or no for a single item, otherwise a list to tick. */
export async function askAgendaDone(undone: ClosingDraft, talk: ClosingTalk): Reply {
  const { asker, speaker, call } = talk;
  const [only, ...others] = call.agenda;
  if (only !== undefined && others.length === 0) {
    const before = undone.agendaDone === undefined ? undefined : undone.agendaDone.length > 0;
    const isDone = await askYesNo(talk, ['close.topic', 'close.topic-yes', 'close.topic-no'], before, {
      what: cleanLine(only),
    });
    if (isDone === BACK) return BACK;
    return { agendaDone: isDone ? [only] : [] };
  }
  const agendaDone = await asker.tick({
    message: speaker.say('close.agenda'),
    choices: call.agenda.map((topic) => ({ name: cleanLine(topic), value: topic })),
    ticked: undone.agendaDone ?? [],
  });
  return agendaDone === BACK ? BACK : { agendaDone };
}

export async function askDone(undone: ClosingDraft, talk: ClosingTalk): Reply {
  const done = await askLine(talk, 'close.done', undone.done?.join('; '));
  return done === BACK ? BACK : { done: itemsIn(done) };
}
