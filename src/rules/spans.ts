import { firstWhere } from './first-where.ts';

/** A run of words: `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Do two runs of words share a word? */
export function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Is a word in one of the runs? They are in the order of the text, and none holds another. */
export function isInOne(word: number, spans: readonly Span[]): boolean {
  const first = firstWhere(spans.length, (at) => (spans[at]?.to ?? 0) > word);
  return (spans[first]?.from ?? Infinity) <= word;
}

/** Tells for each of so many words, by 1 or 0, whether it is inside one of the runs. */
export function coverOf(words: number, spans: readonly Span[]): Uint8Array {
  const cover = new Uint8Array(words);
  for (const { from, to } of spans) cover.fill(1, from, to);
  return cover;
}

/** Tells of runs of words whether one of many others holds them, however many these are. */
export interface Holders {
  /** Is it all inside one of them? */
  holds(span: Span): boolean;
  /** Is it all inside one of them that is longer? */
  holdsShorter(span: Span): boolean;
}

/** With so few there is nothing to be gained. */
const FEW = 12;

export function holdersOf(spans: readonly Span[]): Holders {
  if (spans.length <= FEW) {
    return {
      holds: (span) => spans.some((other) => contains(other, span)),
      holdsShorter: (span) =>
        spans.some((other) => contains(other, span) && other.to - other.from > span.to - span.from),
    };
  }
  const sorted = spans.toSorted((a, b) => a.from - b.from);
  /** How far those up to each of them reach. */
  const reach = new Int32Array(sorted.length);
  for (const [i, { to }] of sorted.entries()) reach[i] = Math.max(to, reach[i - 1] ?? 0);
  /** How far those reach that begin before a word. */
  const reachBefore = (word: number): number => {
    const first = firstWhere(sorted.length, (at) => (sorted[at]?.from ?? 0) >= word);
    return reach[first - 1] ?? 0;
  };
  return {
    holds: ({ from, to }) => reachBefore(from + 1) >= to,
    holdsShorter: ({ from, to }) => reachBefore(from) >= to || reachBefore(from + 1) > to,
  };
}

function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
