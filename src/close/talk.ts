import type { Call } from '../calls/call.ts';
import type { Promised } from '../calls/promise.ts';
import type { MessageKey, MessageValues, Speaker } from '../messages.ts';
import type { Asker, Back } from '../plan/asker.ts';
import { formatDay } from '../time/format.ts';
import type { WallDate, WallTime } from '../time/wall.ts';
import { dateOf } from '../time/wall.ts';
import { parseWhen } from '../time/when.ts';
import type { ClosingDraft } from './draft.ts';

/** A call to be closed, and what is open on its account. */
export interface CallToClose {
  readonly call: Call;
  /** Promises of either side, in the order in which they are shown. */
  readonly openPromises: readonly Promised[];
}

/** What the questions after a call are asked with. */
export interface ClosingTalk extends CallToClose {
  readonly asker: Asker;
  readonly show: (text: string) => void;
  readonly speaker: Speaker;
  readonly now: WallTime;
  /** What the rule on refusals advises. */
  readonly refusalAdvice: string;
  /** What would be written down, to be looked at. */
  readonly summary: (draft: ClosingDraft) => string;
}

/** What a question brings: answers, or a step back. */
export type Reply = Promise<Partial<ClosingDraft> | Back>;

/** One line that may be left empty. */
export function askLine(
  { asker, speaker }: ClosingTalk,
  key: MessageKey,
  prefilled: string | undefined,
): Promise<string | Back> {
  return asker.text({ message: speaker.say(key), prefilled: prefilled === '' ? undefined : prefilled });
}

export function askYesNo(
  { asker, speaker }: ClosingTalk,
  [key, yes, no]: readonly [MessageKey, MessageKey, MessageKey],
  fallback: boolean | undefined,
  values: MessageValues = {},
): Promise<boolean | Back> {
  return asker.choose({
    message: speaker.say(key, values),
    choices: [
      { name: speaker.say(yes), value: true },
      { name: speaker.say(no), value: false },
    ],
    fallback,
  });
}

/** What is wrong with a typed day, in the user's language; nothing when it is understood. */
export function dayComplaint(typed: string, { speaker, now }: ClosingTalk): string | undefined {
  const when = parseWhen(typed, now);
  return when.kind === 'problem'
    ? speaker.say(`when.${when.problem}`, { part: when.part, given: typed })
    : undefined;
}

/** The day that a text means. */
export function dayIn(typed: string, { now }: ClosingTalk): WallDate | undefined {
  const when = parseWhen(typed, now);
  return when.kind === 'problem' ? undefined : dateOf(when.at);
}

/** The day that was typed and found to be one; what was understood is shown. */
export function dayTaken(typed: string, talk: ClosingTalk): WallDate | undefined {
  const day = dayIn(typed, talk);
  if (day !== undefined) talk.show(talk.speaker.say('close.understood', { day: dayText(day, talk) }));
  return day;
}

/** A day as it may be typed, too. */
export function dayText(day: WallDate, { speaker }: ClosingTalk): string {
  return formatDay(day, speaker.language, 'short');
}
