import type { Speaker } from '../messages.ts';
import { rhythmText } from '../terminal/rhythm-text.ts';
import { cleanLine } from '../text/clean.ts';
import { formatDay, formatWhen } from '../time/format.ts';
import { daysBetween } from '../time/wall.ts';
import type { WallDate } from '../time/wall.ts';
import type { LeftOpen, Question } from './questions.ts';

/** A question in one line, without the account. */
export function questionText(question: Question, today: WallDate, speaker: Speaker): string {
  if (question.kind === 'recurring') {
    const { call, next } = question;
    return speaker.say('suggest.recurring', {
      rhythm: call.repeat === undefined ? '' : rhythmText(call.repeat, speaker),
      next: formatWhen(next, speaker.language),
    });
  }
  const { last, open } = question;
  const seen =
    last === undefined
      ? speaker.say('suggest.never')
      : speaker.say('suggest.quiet', { n: Math.floor(daysBetween(last.startsAt, today) / 7) });
  const items = openItems(open, speaker);
  return [
    seen,
    ...(items.length === 0 ? [] : [speaker.say('suggest.open', { open: items.join(', ') })]),
    speaker.say('suggest.gain'),
  ].join('; ');
}

function openItems({ promises, nextStep }: LeftOpen, speaker: Speaker): string[] {
  const items = promises.map(({ by, what, due }) =>
    speaker.say(by === 'us' ? 'reason.due' : 'suggest.they-promised', {
      what: cleanLine(what),
      due: formatDay(due, speaker.language, 'short'),
    }),
  );
  return nextStep === undefined || nextStep === ''
    ? items
    : [...items, speaker.say('suggest.next-step', { step: cleanLine(nextStep) })];
}
