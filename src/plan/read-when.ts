import type { MessageKey, MessageValues } from '../messages.ts';
import type { Language } from '../rules/rule.ts';
import { formatWhen } from '../time/format.ts';
import { dateOf, timeOf } from '../time/wall.ts';
import type { WallTime, WallWhen } from '../time/wall.ts';
import { parseWhen } from '../time/when.ts';

/** A time that was understood and is still to come, or what to tell the user. */
export type ReadWhen =
  | { readonly kind: 'understood'; readonly at: WallWhen }
  | { readonly kind: 'problem'; readonly key: MessageKey; readonly values: MessageValues };

/** Reads the time of a call; one that has passed cannot be planned. The language is that of the answer. */
export function readWhen(text: string, now: WallTime, language: Language): ReadWhen {
  const when = parseWhen(text, now);
  if (when.kind === 'problem')
    return { kind: 'problem', key: `when.${when.problem}`, values: { part: when.part } };
  const isPast = timeOf(when.at) === undefined ? when.at < dateOf(now) : when.at < now;
  return isPast
    ? { kind: 'problem', key: 'when.past', values: { when: formatWhen(when.at, language), given: text } }
    : when;
}
