import { occurrencesOf } from './occurrences.ts';
import type { Range } from '../text/range.ts';

const OPENING = '<!--';
const CLOSING = '-->';

/**
 * Finds the HTML comments of a source from front to back: each call gives the first that begins in the range asked for,
 * which must not lie before the one asked for last. A comment that is never closed is none.
 */
export function commentsOf(source: string): (from: number, before: number) => Range | undefined {
  const nextOpening = occurrencesOf(source, OPENING);
  const nextClosing = occurrencesOf(source, CLOSING);
  return (from, before) => {
    const start = nextOpening(from);
    if (start >= before) return undefined;
    // The dashes of the opening may be those of the closing: `<!-->` is a whole comment.
    const closing = nextClosing(start + 2);
    return closing === Infinity ? undefined : { start, end: closing + CLOSING.length };
  };
}
