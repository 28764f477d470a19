import { dayComplaint, dayIn, dayText } from '../plan/ask-day.ts';
import { BACK } from '../plan/asker.ts';
import { dateOf } from '../time/wall.ts';
import type { ClosingDraft } from './draft.ts';
import { askLine, askYesNo } from './talk.ts';
import type { ClosingTalk, Reply } from './talk.ts';

export async function askNextStep(undone: ClosingDraft, talk: ClosingTalk): Reply {
  const nextStep = await askLine(talk, 'close.next-step', undone.nextStep);
  return nextStep === BACK ? BACK : { nextStep };
}

export async function askNotes(undone: ClosingDraft, talk: ClosingTalk): Reply {
  const notes = await askLine(talk, 'close.notes', undone.notes);
  return notes === BACK ? BACK : { notes };
}

export async function askSigned(undone: ClosingDraft, talk: ClosingTalk): Reply {
  const isSigned = await askYesNo(
    talk,
    ['close.signed', 'close.signed-yes', 'close.signed-no'],
    undone.isSigned ?? false,
  );
  return isSigned === BACK ? BACK : { isSigned };
}

/** On which day; that of the call when Enter is pressed. */
export async function askSignedOn(undone: ClosingDraft, talk: ClosingTalk): Reply {
  const { asker, speaker, call, now } = talk;
  const typed = await asker.text({
    message: speaker.say('close.signed-on'),
    fallback: dayText(undone.signedOn ?? dateOf(call.startsAt), talk),
    complain: (text) => {
      const day = dayIn(text, talk);
      return day !== undefined && day > dateOf(now)
        ? speaker.say('close.signed-later', { day: dayText(day, talk) })
        : dayComplaint(text, talk);
    },
  });
  return typed === BACK ? BACK : { signedOn: dayIn(typed, talk) };
}

/** Shows what would be written down, before anything is. */
export async function askWhetherToWrite(draft: ClosingDraft, talk: ClosingTalk): Reply {
  const { asker, speaker, show } = talk;
  show(talk.summary(draft));
  const decision = await asker.choose({
    message: speaker.say('close.write'),
    choices: [
      { name: speaker.say('ask.write-yes'), value: 'write' },
      { name: speaker.say('ask.write-back'), value: 'back' },
      { name: speaker.say('ask.write-no'), value: 'leave' },
    ] as const,
  });
  return decision === BACK || decision === 'back' ? BACK : { decision };
}
