import type { Call } from '../calls/call.ts';
import type { Promised } from '../calls/promise.ts';
import type { MessageKey, MessageValues, Speaker } from '../messages.ts';
import type { Asker, Back } from '../plan/asker.ts';
import type { WallTime } from '../time/wall.ts';
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
