interface Whole<Piece> {
  readonly length: number;
  readonly slice: (start: number, end?: number) => Piece;
}

/** Bytes or a text in pieces, some of which may be empty: cut at these places, as far as they lie within. */
export function cutAt<Piece>(whole: Whole<Piece>, places: readonly number[]): Piece[] {
  const within = places.filter((place) => place < whole.length).sort((a, b) => a - b);
  const starts = [0, ...within];
  return starts.map((start, i) => whole.slice(start, starts[i + 1]));
}
