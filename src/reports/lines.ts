import { occurrencesOf } from './occurrences.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Finds the ends of the lines of a source from front to back: each call gives the offset of the CR, LF or CRLF that ends
 * the line running through `from`, which must not lie before the one asked for last, or the end of the source.
 */
export function lineEndsOf(source: string): (from: number) => number {
  const lineFeed = occurrencesOf(source, '\n');
  const carriageReturn = occurrencesOf(source, '\r');
  return (from) => Math.min(lineFeed(from), carriageReturn(from), source.length);
}

/** Where the line after the one that ends at `end` begins; `end` itself at the end of the text. */
export function nextLine(source: string, end: number): number {
  if (end >= source.length) return end;
  const isCrlf = source.charCodeAt(end) === CARRIAGE_RETURN && source.charCodeAt(end + 1) === LINE_FEED;
  return isCrlf ? end + 2 : end + 1;
}

/** The first offset from `start` on, and before `end`, that is not white space; `end` if there is none. */
export function skipSpace(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(source.charCodeAt(at))) at += 1;
  return at;
}

/** The end of the text between `start` and `end` without the white space behind it. */
export function trimEnd(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(source.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** White space as JavaScript counts it, and the zero-width blank that word processors leave behind. */
const OTHER_SPACE = /[\s\u200b]/;

function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return OTHER_SPACE.test(String.fromCharCode(code));
}
