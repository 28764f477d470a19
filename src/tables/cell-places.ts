import type { OffsetMap } from './offset-map.ts';

const QUOTE = '"';

/**
 * Finds the values of a record in its source again, each from where the one before ended.
 * @param source the record as it stands in the file
 * @param values what was read from it, in order
 * @param isQuoting whether quotes were read as such
 * @returns for each value, where its characters stand in the source
 */
export function placesIn(source: string, values: readonly string[], isQuoting: boolean): OffsetMap[] {
  let start = 0;
  return values.map((value) => {
    const quoted = isQuoting && source[start] === QUOTE ? quotedPlace(source, start, value) : undefined;
    const place = quoted ?? { map: { from: [0], to: [start] }, end: start + value.length };
    // Behind the delimiter.
    start = place.end + 1;
    return place.map;
  });
}

/** A value in quotes; one that has more text behind its closing quote was taken as it stands, quotes and all. */
function quotedPlace(source: string, start: number, value: string): { map: OffsetMap; end: number } {
  const pairs: number[] = [];
  let closing = source.indexOf(QUOTE, start + 1);
  while (closing >= 0 && source[closing + 1] === QUOTE) {
    pairs.push(closing);
    closing = source.indexOf(QUOTE, closing + 2);
  }
  const inner = value.length + pairs.length;
  const isClosed = closing === start + 1 + inner;
  const first = isClosed ? start + 1 : start;
  const from = [0];
  const to = [first];
  for (const [i, pair] of pairs.entries()) {
    // The first of the two quotes stands for both; what follows is one further on.
    from.push(pair + 1 - first - i);
    to.push(pair + 2);
  }
  return { map: { from, to }, end: first + inner + (isClosed ? 1 : 0) };
}
