import type { Change } from '../calls/change.ts';
import type { JsonObject } from '../calls/json.ts';
import { endingIn, subjectOf } from '../history/touched.ts';
import type { Touched } from '../history/touched.ts';
import type { MessageKey, Speaker } from '../messages.ts';
import { cleanLine } from '../text/clean.ts';
import { formatDay, formatWhen } from '../time/format.ts';
import { dateOf, isValidWhen, timeOf } from '../time/wall.ts';

/** What each command did: in a sentence of its own, and in a list where it is clear to what. */
const WORDS = {
  plan: ['told.plan', 'done.plan'],
  edit: ['told.edit', 'done.edit'],
  move: ['told.move', 'done.move'],
  cancel: ['told.cancel', 'done.cancel'],
  close: ['told.close', 'done.close'],
  'promise-add': ['told.promise-add', 'done.promise-add'],
  'promise-done': ['told.promise-done', 'done.promise-done'],
  'promise-drop': ['told.promise-drop', 'done.promise-drop'],
  'promise-dropped': ['told.promise-drop', 'done.promise-drop'],
} as const satisfies Readonly<Record<string, readonly [MessageKey, MessageKey]>>;

/** The same for any other command, by what it changed. */
const OTHERWISE = {
  call: ['told.edit', 'done.edit'],
  promise: ['told.promise', 'done.edit'],
  account: ['told.account', 'done.edit'],
} as const satisfies Readonly<Record<Touched['kind'], readonly [MessageKey, MessageKey]>>;

/** A change in a sentence: "moved Nordic Pumps from Thu 26 Nov 2026 09:30 to Fri 27 Nov 2026 14:00". */
export function changeText(change: Change, speaker: Speaker): string {
  const subject = subjectOf(change);
  if (subject === undefined) return cleanLine(change.command);
  const { before, after } = subject;
  return speaker.say(wordsFor(change, subject)[0], {
    account: textIn(after, 'account') ?? textIn(after, 'name') ?? textIn(before, 'account') ?? '–',
    what: textIn(after, 'what') ?? '–',
    from: whenText(textIn(before, 'startsAt'), speaker),
    when: whenText(textIn(after, 'startsAt'), speaker),
  });
}

/** What a change did, in a word or two: "moved". */
export function changeWord(change: Change, speaker: Speaker): string {
  const subject = subjectOf(change);
  return subject === undefined ? cleanLine(change.command) : speaker.say(wordsFor(change, subject)[1]);
}

/** What came of a call that a change has closed: "held – an order"; nothing for any other change. */
export function closingText(change: Change, speaker: Speaker): string | undefined {
  const ending = endingIn(change);
  if (ending === undefined) return undefined;
  const ended = speaker.say(`status.${ending.status}`);
  return ending.outcome === undefined
    ? ended
    : `${ended} – ${speaker.say(`close.outcome-${ending.outcome}`)}`;
}

/** When a change was made, as seen from now: "today 08:12". */
export function changeTime(at: string, now: string, speaker: Speaker): string {
  if (!isValidWhen(at)) return cleanLine(at);
  const day =
    dateOf(at) === dateOf(now) ? speaker.say('list.today') : formatDay(dateOf(at), speaker.language, 'short');
  return `${day} ${timeOf(at) ?? ''}`.trimEnd();
}

function wordsFor({ command }: Change, { kind }: Touched): readonly [MessageKey, MessageKey] {
  return isKnown(command) ? WORDS[command] : OTHERWISE[kind];
}

function isKnown(command: string): command is keyof typeof WORDS {
  return Object.hasOwn(WORDS, command);
}

/** A text of a record as it came from a file, safe to show. */
function textIn(record: JsonObject | undefined, field: string): string | undefined {
  const value = record?.[field];
  return typeof value === 'string' ? cleanLine(value) : undefined;
}

function whenText(when: string | undefined, { language }: Speaker): string {
  return when !== undefined && isValidWhen(when) ? formatWhen(when, language) : (when ?? '–');
}
