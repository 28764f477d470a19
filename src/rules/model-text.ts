import type { ModelText } from '../model/features.ts';
import { ownWords, unreadable } from '../text/quotes.ts';
import type { Word } from '../text/words.ts';
import type { Circumstances, Match } from './judge-text.ts';
import { isOwnWord } from './own-words.ts';
import type { Reading } from './reading.ts';
import { coverOf } from './spans.ts';

/** More results than so many say no more. */
const ENOUGH_RESULTS = 2;

/**
 * A text as the model is to see it, with what phrases and structure found.
 * @param matches what the rules' phrases found after everything that excuses them
 */
export function modelText(
  reading: Reading,
  matches: readonly Match[],
  { applies, place, stage }: Circumstances,
): ModelText {
  return {
    words: readableWords(reading),
    cues: cuesIn(reading, matches),
    stage,
    section: applies === 'report' ? place : undefined,
  };
}

/** What a cue of each kind is called: whose phrases stand in the text, which rules they break, how many results it names. */
function cuesIn(reading: Reading, matches: readonly Match[]): string[] {
  const cues: string[] = [...reading.owners];
  for (const rule of new Set(matches.map((match) => match.rule.id))) cues.push(`+${rule}`);
  cues.push(`results ${Math.min(ENOUGH_RESULTS, reading.objective().results.length)}`);
  return cues;
}

/**
 * The words with those made unreadable that are not the writer's: what is quoted, and a non-reason that is denied or said
 * by somebody else ("not a courtesy call").
 */
function readableWords(reading: Reading): readonly Word[] {
  const words = ownWords(reading.words, reading.quoted);
  const notHers = [...reading.rulesFound]
    .flatMap((rule) => [...reading.ruleHits(rule, 'phrases'), ...reading.ruleHits(rule, 'labels')])
    .filter((span) => !isOwnWord(reading, span));
  if (notHers.length === 0) return words;
  const isHidden = coverOf(words.length, notHers);
  return words.map((word, at) => (isHidden[at] === 1 ? unreadable(word) : word));
}
