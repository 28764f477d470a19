import { distance } from 'fastest-levenshtein';

/** Longer words are no slip of the finger, and would take long to compare. */
const LONGEST = 60;
/** So many of the letters have to be right. */
const SHARE = 0.5;

/** The word that was probably meant by a misspelt one, however cased; nothing where none is near. */
export function nearestWord(typed: string, words: Iterable<string>): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const small = typed.toLowerCase();
  let nearest: string | undefined;
  let most = SHARE;
  for (const word of words) {
    const share = 1 - slipsBetween(small, word.toLowerCase()) / Math.max(typed.length, word.length);
    if (share > most) {
      most = share;
      nearest = word;
    }
  }
  return nearest;
}

/** How many slips make one word of the other; two letters that changed places are one slip. */
function slipsBetween(one: string, other: string): number {
  const slips = distance(one, other);
  return slips === 2 && lettersOf(one) === lettersOf(other) ? 1 : slips;
}

function lettersOf(word: string): string {
  return word.split('').toSorted().join('');
}
