/**
 * Finds a sign in a source, from front to back: each call gives its first offset at or behind `from`, which must not lie
 * before the one asked for last; `Infinity` if there is none. However many the calls, the source is read once: a search
 * that starts anew at each line would take quadratic time where the sign is rare.
 */
export function occurrencesOf(source: string, sign: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const at = source.indexOf(sign, from);
      found = at < 0 ? Infinity : at;
    }
    return found;
  };
}
