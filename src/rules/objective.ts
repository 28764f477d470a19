import { isOwnWord } from './own-words.ts';
import type { Reading } from './reading.ts';
import { coverOf, holdersOf } from './spans.ts';
import type { Span } from './spans.ts';
import type { OwnList } from './rulebook.ts';

/**
 * What speaks for and against a checkable objective in a text: something that can be seen to have happened, or not, when
 * the call is over.
 */
export interface Objective {
  /** Result words ("sign", "chốt", "stabilit") that have something to act upon. */
  readonly results: readonly Span[];
  /** What can go on without a result: "discuss", "trao đổi". */
  readonly activities: readonly Span[];
  /** What says little: "cooperation", "diverse". */
  readonly empty: readonly Span[];
  /** The words, by index, that are neither vague nor filler. */
  readonly content: readonly number[];
  /** Is there an objective, all in all? */
  readonly found: boolean;
}

/** With so many words of its own a text says something, though none of them is known. */
const ENOUGH = 3;
/** A word that says little outweighs so many others. */
const WEIGHT_OF_EMPTY = 2;

/**
 * Weighs the evidence for an objective. A result that acts upon something decides for it. Where there is none, an activity
 * decides against it, unless more is said after it than just the activity. Where there is neither, the text needs words
 * of its own.
 * @param without runs of words that do not count: the non-reason that another rule found
 */
export function objectiveIn(reading: Reading, without: readonly Span[] = []): Objective {
  const ignored = holdersOf([...without, ...reading.listHits('term')]);
  const hits = (list: OwnList): Span[] =>
    reading.listHits(list).filter((span) => !ignored.holds(span) && isOwnWord(reading, span));
  // "Get to know" is no "get": the longer reading of the same words is meant.
  const named = hits('result');
  const inNamed = holdersOf(named);
  const activities = hits('activity').filter((span) => !inNamed.holdsShorter(span));
  const empty = hits('empty').filter((span) => !inNamed.holdsShorter(span));
  const vague = [...activities, ...empty];
  const inVague = holdersOf(vague);
  const idle = coverOf(reading.words.length, [
    ...vague,
    ...without,
    ...reading.listHits('filler'),
    ...reading.listHits('customer'),
  ]);
  const content: number[] = [];
  for (let at = 0; at < idle.length; at += 1) if (idle[at] === 0) content.push(at);
  const results = named.filter((span) => !inVague.holdsShorter(span) && hasObject(span, content));
  const emptyWords = coverOf(reading.words.length, empty).reduce((sum, is) => sum + is, 0);
  const says = content.length >= ENOUGH + WEIGHT_OF_EMPTY * emptyWords;
  const found = results.length > 0 || (activities.length === 0 ? says : goesOn(reading, vague, content));
  return { results, activities, empty, content, found };
}

/** Is enough said in the clauses after the last vague word? */
function goesOn(reading: Reading, vague: readonly Span[], content: readonly number[]): boolean {
  const clauseOf = (at: number): number => reading.words[at]?.clause ?? 0;
  const last = vague.reduce((furthest, span) => Math.max(furthest, clauseOf(span.to - 1)), -Infinity);
  return content.filter((at) => clauseOf(at) > last).length >= ENOUGH;
}

/** A result is one of something: another word with content stands in the text. */
function hasObject(result: Span, content: readonly number[]): boolean {
  return content.some((at) => at < result.from || at >= result.to);
}
