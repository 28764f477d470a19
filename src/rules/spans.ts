/** A run of words: `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Do two runs of words share a word? */
export function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Tells for each of so many words, by 1 or 0, whether it is inside one of the runs. */
export function coverOf(words: number, spans: readonly Span[]): Uint8Array {
  const cover = new Uint8Array(words);
  for (const { from, to } of spans) cover.fill(1, from, to);
  return cover;
}
