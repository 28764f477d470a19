import { ownWords } from '../text/quotes.ts';
import type { Word } from '../text/words.ts';
import { isOwnWord } from './own-words.ts';
import { isCovered } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Rulebook } from './rulebook.ts';

/**
 * The words of a text as the model is to read them: what is quoted, and a non-reason that is denied or said by somebody
 * else ("not a courtesy call"), keep their places but cannot be read.
 */
export function wordsForModel(reading: Reading, rulebook: Rulebook): readonly Word[] {
  const words = ownWords(reading.text, reading.words);
  const notHers = [...rulebook.rules.keys()]
    .flatMap((rule) => [...reading.ruleHits(rule, 'phrases'), ...reading.ruleHits(rule, 'labels')])
    .filter((span) => !isOwnWord(reading, span));
  if (notHers.length === 0) return words;
  return words.map((word, at) =>
    isCovered(at, notHers) ? { ...word, key: '_', shapes: '', tone: 0 } : word,
  );
}
