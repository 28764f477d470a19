import type { Call, CustomerRequest } from '../../calls/call.ts';
import type { Speaker } from '../../messages.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { formatDay } from '../../time/format.ts';
import { dateOf } from '../../time/wall.ts';
import type { Item, Section } from './sections.ts';

/** Lines of the notes of the last call that are shown. */
const NOTE_LINES = 3;

/**
 * What came of a closed call.
 * @param reportPath of a report, by its path in the store
 */
export function resultOf(call: Call, speaker: Speaker, reportPath: (report: string) => string): Section {
  const { result } = call;
  const title = speaker.say('sheet.result');
  if (result === undefined) return { title, items: [] };
  const reached =
    result.isReached === undefined ? [] : [speaker.say(result.isReached ? 'sheet.reached' : 'sheet.missed')];
  return {
    title,
    items: [
      { text: [speaker.say(`graded.${result.outcome}`), ...reached].join('; ') },
      ...result.done.map((text) => ({ text: speaker.say('sheet.did', { text }) })),
      ...saidIn(call, speaker),
      ...linesIn(result.notes).map((text) => ({ text })),
      { text: speaker.say('sheet.report', { path: reportPath(result.report) }) },
    ],
  };
}

/** What the last call left. */
export function lastCallOf({ lastCall }: Sheet, speaker: Speaker): Section {
  if (lastCall === undefined) return { title: '', items: [] };
  const { result, startsAt, expectedOutcome } = lastCall;
  const title = speaker.say('sheet.last', { day: formatDay(dateOf(startsAt), speaker.language, 'short') });
  if (result === undefined) return { title, items: [{ text: speaker.say('sheet.no-report') }] };
  const missed =
    result.isReached === false && expectedOutcome !== undefined
      ? [speaker.say('sheet.not-reached', { expected: expectedOutcome })]
      : [];
  return {
    title,
    items: [
      { text: [speaker.say(`graded.${result.outcome}`), ...missed].join('; ') },
      ...saidIn(lastCall, speaker),
      ...linesIn(result.notes)
        .slice(0, NOTE_LINES)
        .map((text) => ({ text })),
    ],
  };
}

/** The next step and what the customer asked for. */
function saidIn({ result }: Call, speaker: Speaker): Item[] {
  const { nextStep, requests = [] } = result ?? {};
  return [
    ...(nextStep ? [{ text: speaker.say('sheet.next-step', { step: nextStep }) }] : []),
    ...requests.map((request) => ({ text: requestText(request, speaker) })),
  ];
}

function requestText({ what, answer, reason, alternative }: CustomerRequest, speaker: Speaker): string {
  return [
    speaker.say('sheet.asked', { what, answer: speaker.say(`answer.${answer}`) }),
    ...(reason ? [speaker.say('sheet.reason', { reason })] : []),
    ...(alternative ? [speaker.say('sheet.instead', { alternative })] : []),
  ].join('; ');
}

function linesIn(text = ''): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
