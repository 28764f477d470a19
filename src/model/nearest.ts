import { ownWords } from '../text/quotes.ts';
import { wordsOf } from '../text/words.ts';
import { featuresOf } from './features.ts';
import type { Features } from './features.ts';

/** The text that is most like another one, by the letters and words they share; nothing where there are no texts. */
export function nearest(text: string, texts: readonly string[]): string | undefined {
  const own = asMap(featuresIn(text));
  let best: string | undefined;
  let most = -1;
  for (const candidate of texts) {
    const { places, values } = featuresIn(candidate);
    const likeness = places.reduce((sum, place, k) => sum + (own.get(place) ?? 0) * (values[k] ?? 0), 0);
    if (likeness > most) {
      most = likeness;
      best = candidate;
    }
  }
  return best;
}

function featuresIn(text: string): Features {
  return featuresOf(ownWords(text, wordsOf(text)), {});
}

function asMap({ places, values }: Features): ReadonlyMap<number, number> {
  return new Map(places.map((place, k) => [place, values[k] ?? 0]));
}
