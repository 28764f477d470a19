import { nextLine } from '../reports/lines.ts';
import type { Delimiter } from './delimiter.ts';

/** One value of a record. */
export interface Field {
  readonly value: string;
  /** Where its first character stands in the text. */
  readonly start: number;
  /** Whether it stands in quotes, so that each quote within is written twice. */
  readonly isQuoted: boolean;
  /** Where the delimiter or the line end behind it stands. */
  readonly end: number;
}

export interface CsvRecord {
  /** Never empty: a blank line has one, which is empty. */
  readonly fields: readonly Field[];
  readonly start: number;
  /** Where the next record begins. */
  readonly end: number;
}

/** No value is longer. A quote that is not closed after so many characters never will be. */
export const LONGEST_VALUE = 2 ** 24;

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Reads the record that begins at an offset before the end of the text. It ends with the first line end that is not in
 * quotes. A quote has a meaning only at the beginning of a value, and only if it is closed at its end; otherwise the
 * value is taken as it stands.
 * @param isWhole whether nothing follows the text; otherwise a record that reaches to its end may go on
 * @returns nothing if more of the text is needed
 */
export function recordAt(
  text: string,
  start: number,
  delimiter: Delimiter,
  isWhole: boolean,
): CsvRecord | undefined {
  const separator = delimiter.charCodeAt(0);
  const fields: Field[] = [];
  for (let at = start; ;) {
    const field = fieldAt(text, at, separator, isWhole);
    // The second half of a line end or of a pair of quotes may follow as well.
    if (field === undefined || (field.end + 1 >= text.length && !isWhole)) return undefined;
    fields.push(field);
    if (text.charCodeAt(field.end) !== separator) return { fields, start, end: nextLine(text, field.end) };
    at = field.end + 1;
  }
}

/** Where in the text the character at an offset of a value stands. */
export function offsetOf(text: string, { start, isQuoted }: Field, offset: number): number {
  if (!isQuoted) return start + offset;
  let at = start;
  for (let i = 0; i < offset; i += 1) at += text.charCodeAt(at) === QUOTE ? 2 : 1;
  return at;
}

function fieldAt(text: string, start: number, separator: number, isWhole: boolean): Field | undefined {
  if (text.charCodeAt(start) !== QUOTE) return plainField(text, start, start, separator);
  const closing = closingQuote(text, start);
  if (closing === undefined) {
    const mayFollow = !isWhole && text.length - start <= LONGEST_VALUE;
    return mayFollow ? undefined : plainField(text, start, start, separator);
  }
  const end = closing + 1;
  if (end < text.length && !isEnd(text.charCodeAt(end), separator)) {
    return plainField(text, start, end, separator);
  }
  const written = text.slice(start + 1, closing);
  return { value: written.replaceAll('""', '"'), start: start + 1, isQuoted: true, end };
}

/** The quote that closes the one at `start`: the first that is not one of a pair. */
function closingQuote(text: string, start: number): number | undefined {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at < 0 || at - start > LONGEST_VALUE ? undefined : at;
}

/** A value as it stands, up to the first end at or behind `from`. */
function plainField(text: string, start: number, from: number, separator: number): Field {
  let end = from;
  while (end < text.length && !isEnd(text.charCodeAt(end), separator)) end += 1;
  return { value: text.slice(start, end), start, isQuoted: false, end };
}

function isEnd(code: number, separator: number): boolean {
  return code === separator || code === LINE_FEED || code === CARRIAGE_RETURN;
}
