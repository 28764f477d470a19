import { lineEndsOf, nextLine } from '../reports/lines.ts';

/** A place in a file as editors show it: line and column count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The offsets at which the lines of a source begin, in order. CRLF, LF and a lone CR end a line. */
export function lineStarts(source: string): number[] {
  const lineEnd = lineEndsOf(source);
  const starts = [0];
  for (let end = lineEnd(0); end < source.length;) {
    const start = nextLine(source, end);
    starts.push(start);
    end = lineEnd(start);
  }
  return starts;
}

/**
 * The position of an offset.
 * @param starts from `lineStarts` of the same source
 * @param offset in UTF-16 units from the beginning of the source; one behind its end is on the last line
 */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length;
  // The last line that begins at or before the offset is in [low, high).
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
