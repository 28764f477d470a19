import { isNumber, wordsOf } from '../text/words.ts';
import { NUMBER } from './anchor.ts';
import type { Frequency } from './anchor.ts';

/** Counts words in texts such as people write; a word that is not met counts as met once. */
export function frequencyIn(texts: Iterable<string>): Frequency {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of wordsOf(text)) {
      const key = isNumber(word) ? NUMBER : word.key;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const all = [...counts];
  const byPrefix = new Map<string, number>();
  return {
    ofWord: (word) => 1 + (counts.get(word) ?? 0),
    ofPrefix(prefix) {
      let sum = byPrefix.get(prefix);
      if (sum === undefined) {
        sum = 1;
        for (const [word, count] of all) if (word.startsWith(prefix)) sum += count;
        byPrefix.set(prefix, sum);
      }
      return sum;
    },
  };
}
