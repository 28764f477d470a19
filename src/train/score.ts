/** How often something was found rightly, found wrongly, and missed. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

export function tallyOf(
  pairs: Iterable<readonly [found: ReadonlySet<string>, expected: ReadonlySet<string>]>,
): Tally {
  const tally: Tally = { right: 0, wrong: 0, missed: 0 };
  for (const [found, expected] of pairs) {
    for (const rule of found) {
      if (expected.has(rule)) tally.right += 1;
      else tally.wrong += 1;
    }
    for (const rule of expected) if (!found.has(rule)) tally.missed += 1;
  }
  return tally;
}

/** The harmonic mean of precision and recall, 0 to 1. */
export function f1({ right, wrong, missed }: Tally): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}
