import type { Range } from '../text/range.ts';
import type { Match } from './judge-text.ts';
import { readText } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Rulebook } from './rulebook.ts';
import { coverOf } from './spans.ts';
import type { Span } from './spans.ts';

/** What is left of a text: the range that is kept, and the words in it, with a capital. */
export interface Rest extends Range {
  readonly text: string;
}

/**
 * The text without what speaks against it, if that leaves a real purpose. The words that weigh most with the model are no
 * piece of the sentence that could be taken out of it: where it has found something, nothing is suggested.
 * @param judge judges the rest, as the text was judged
 */
export function suggestionFor(
  reading: Reading,
  matches: readonly Match[],
  rulebook: Rulebook,
  judge: (rest: Reading) => readonly Match[],
): Rest | undefined {
  const wrong = matches.filter((match) => match.rule.level === 'error');
  if (wrong.length === 0 || wrong.some((match) => match.byModel === true)) return undefined;
  // What has no result has none without some of its words.
  if (reading.listHits('result').length === 0) return undefined;
  const rest = textWithout(
    reading,
    wrong.map((match) => match.span),
  );
  if (rest === undefined) return undefined;
  const again = readText(rest.text, rulebook);
  return again.objective().results.length > 0 && judge(again).length === 0 ? rest : undefined;
}

/**
 * The text without the words that are no reason, and without what joined them to the rest: "Courtesy call to get sign-off
 * on drawing C" leaves "Get sign-off on drawing C".
 * @returns nothing where the rest is in two pieces, or begins or ends in the middle of a phrase, or there is no rest
 */
function textWithout(reading: Reading, spans: readonly Span[]): Rest | undefined {
  const joining = joiningWords(reading, spans);
  const dropped = coverOf(reading.words.length, [...spans, ...joining]);
  const kept = [...reading.words.keys()].filter((at) => dropped[at] === 0);
  const first = kept[0];
  const last = kept.at(-1);
  if (first === undefined || last === undefined || last - first + 1 !== kept.length) return undefined;
  const isParted = (at: number): boolean =>
    joining.some(({ from, to }) => from === at || to === at) || hasMarkBefore(reading, at);
  if (!isParted(first) || !isParted(last + 1)) return undefined;
  const start = reading.words[first]?.start ?? 0;
  const end = restEnd(reading, last);
  return { start, end, text: withCapital(reading.text.slice(start, end)) };
}

const PARTING = /[,.:;!?()+&/–—\n\r]|\s-\s/;

/** Whether more than a blank parts a word from the one before, if there is one: "courtesy call with Ana" is one phrase. */
function hasMarkBefore({ words, text }: Reading, at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return before === undefined || word === undefined || PARTING.test(text.slice(before.end, word.start));
}

/** A name such as iPhone or eMAG stays as it is. */
function withCapital(text: string): string {
  return /^\p{Ll}+\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
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
