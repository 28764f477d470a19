import { distance } from 'fastest-levenshtein';

/** Longer words are no slip of the pen, and would take long to compare. */
const LONGEST = 60;
/** So many of the letters have to be right. */
const SHARE = 0.5;

/** The word that was probably meant by a misspelt one; nothing where none is near. */
export function nearestWord(typed: string, words: Iterable<string>): string | undefined {
  if (typed.length > LONGEST) return undefined;
  let nearest: string | undefined;
  let most = SHARE;
  for (const word of words) {
    const share = 1 - distance(typed, word) / Math.max(typed.length, word.length);
    if (share > most) {
      most = share;
      nearest = word;
    }
  }
  return nearest;
}
