import { ownWords, quotedRanges } from '../text/quotes.ts';
import { wordsOf } from '../text/words.ts';
import { featuresOfWords } from './features.ts';

/** What letters and words a text has: how much there is of each feature, of length 1 in all. */
export type Sketch = ReadonlyMap<number, number>;

export function sketchOf(text: string): Sketch {
  const counts = new Map<number, number>();
  for (const hash of featuresOfWords(ownWords(wordsOf(text), quotedRanges(text))))
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  let squares = 0;
  for (const [hash, count] of counts) {
    const value = 1 + Math.log(count);
    counts.set(hash, value);
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  for (const [hash, value] of counts) counts.set(hash, value / length);
  return counts;
}

/** How much two texts share: 0 for nothing, 1 for the same words. */
export function likeness(a: Sketch, b: Sketch): number {
  let sum = 0;
  for (const [hash, value] of a) sum += value * (b.get(hash) ?? 0);
  return sum;
}

/** The text that is most like another one; nothing where there are no texts. */
export function nearest(text: string, texts: readonly string[]): string | undefined {
  const own = sketchOf(text);
  let best: string | undefined;
  let most = -1;
  for (const candidate of texts) {
    const shared = likeness(own, sketchOf(candidate));
    if (shared > most) {
      most = shared;
      best = candidate;
    }
  }
  return best;
}
