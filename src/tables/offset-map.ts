/**
 * Says where in a source the characters of a text made from it stand: pieces of the text in order, each of which begins
 * at `from` in the text and at `to` in the source and runs on from there character by character.
 */
export interface OffsetMap {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The offset in the source for one in the text. */
export function offsetIn({ from, to }: OffsetMap, offset: number): number {
  let low = 0;
  let high = from.length;
  // The last piece that begins at or before the offset is in [low, high).
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((from[middle] ?? Infinity) <= offset) low = middle;
    else high = middle;
  }
  return (to[low] ?? 0) + offset - (from[low] ?? 0);
}
