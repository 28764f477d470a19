import { distance } from 'fastest-levenshtein';

/** More letters than so many are no slip. */
const MOST_SLIPS = 3;

/** The name that was probably meant: the one that is most like it, if it is much like it. */
export function nearestName(given: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let least = Math.min(MOST_SLIPS + 1, given.length / 2);
  for (const name of known) {
    const slips = distance(given.toLowerCase(), name.toLowerCase());
    if (slips < least) {
      nearest = name;
      least = slips;
    }
  }
  return nearest;
}
