import stringWidth from 'fast-string-width';
import type { Range } from '../text/range.ts';
import { fit, markedRows } from './layout.ts';
import type { MarkedRow } from './layout.ts';

/** Fewer columns show nothing that can be read. */
const LEAST = 20;
/** Rows for words that do not fit in one. */
const MOST_ROWS = 3;
/** No text takes more UTF-16 units for each column than this, marks and joined emoji apart. */
const UNITS_PER_COLUMN = 8;

/**
 * A one-line text with words in it marked, as far as there is room: whole where it fits, otherwise cut around the words,
 * otherwise the words alone, in a few rows.
 * @param text without line ends and control characters
 * @param width in columns
 */
export function excerptRows(text: string, range: Range, width: number): MarkedRow[] {
  const room = Math.max(LEAST, width);
  if (isWithin(text, room)) return markedRows(text, [range], room).filter(({ marks }) => marks !== '');
  const words = text.slice(range.start, range.end);
  return isWithin(words, room - 2) ? [cutAround(text, range, room)] : rowsOf(words, room);
}

/** A long text is not measured to see that it is too long. */
function isWithin(text: string, columns: number): boolean {
  return text.length <= columns * UNITS_PER_COLUMN && stringWidth(text) <= columns;
}

/** Whole words from both sides, as much from one as from the other while both have some. */
function cutAround(text: string, { start, end }: Range, room: number): MarkedRow {
  const words = text.slice(start, end);
  const left = room - 2 - stringWidth(words);
  const reach = room * UNITS_PER_COLUMN;
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const least = lastWords(before, Math.floor(left / 2), start > reach);
  const following = firstWords(after, left - stringWidth(least), end + reach < text.length);
  const leading = lastWords(before, left - stringWidth(following), start > reach);
  const head = leading.length < start ? `…${leading}` : leading;
  const tail = end + following.length < text.trimEnd().length ? '…' : '';
  return {
    text: head + words + following + tail,
    marks: ' '.repeat(stringWidth(head)) + '~'.repeat(Math.max(1, stringWidth(words))),
  };
}

/** The end of a text from the beginning of a word on, in so many columns. */
function lastWords(text: string, columns: number, isCut: boolean): string {
  for (const { index } of text.matchAll(/\S+/g)) {
    if (index === 0 && isCut) continue;
    const rest = text.slice(index);
    if (stringWidth(rest) <= columns) return rest;
  }
  // What stands right before the words belongs to them, such as a quotation mark, or is space.
  return '';
}

/** The beginning of a text up to the end of a word, in so many columns. */
function firstWords(text: string, columns: number, isCut: boolean): string {
  let found = '';
  for (const word of text.matchAll(/\S+/g)) {
    const end = word.index + word[0].length;
    if (end === text.length && isCut) break;
    const start = text.slice(0, end);
    if (stringWidth(start) > columns) break;
    found = start;
  }
  return found;
}

function rowsOf(words: string, room: number): MarkedRow[] {
  const beginning = words.slice(0, room * (MOST_ROWS + 1) * UNITS_PER_COLUMN);
  const rows = markedRows(beginning, [{ start: 0, end: beginning.length }], room - 2);
  return rows.slice(0, MOST_ROWS).map((row, i) => {
    const text = fit(row.text, room - 2) + (i === MOST_ROWS - 1 && rows.length > MOST_ROWS ? ' …' : '');
    return { text, marks: '~'.repeat(stringWidth(text)) };
  });
}
