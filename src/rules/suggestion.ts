import type { Reading } from './reading.ts';
import { coverOf } from './spans.ts';
import type { Span } from './spans.ts';

/**
 * The text without the words that are no reason, and without what joined them to the rest: "Courtesy call to get sign-off
 * on drawing C" leaves "Get sign-off on drawing C".
 * @returns nothing where the rest is in two pieces or there is no rest
 */
export function textWithout(reading: Reading, spans: readonly Span[]): string | undefined {
  const dropped = coverOf(reading.words.length, [...spans, ...joiningWords(reading, spans)]);
  const kept = [...reading.words.keys()].filter((at) => dropped[at] === 0);
  const first = kept[0];
  const last = kept.at(-1);
  if (first === undefined || last === undefined || last - first + 1 !== kept.length) return undefined;
  const rest = reading.text.slice(reading.words[first]?.start, restEnd(reading, last)).trim();
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** Words such as "to", "and", "để" that stand between what is dropped and what is kept. */
function joiningWords(reading: Reading, spans: readonly Span[]): Span[] {
  return reading
    .listHits('joining')
    .filter((joint) => spans.some((span) => span.to === joint.from || span.from === joint.to));
}

/** Up to the next word, without the punctuation that led to what is dropped. */
function restEnd(reading: Reading, last: number): number {
  const end = reading.words[last]?.end ?? 0;
  const tail = reading.words[last + 1] === undefined ? reading.text.slice(end) : '';
  const closing = /^[)”"»%.!?]*/.exec(tail)?.[0] ?? '';
  return end + closing.length;
}
