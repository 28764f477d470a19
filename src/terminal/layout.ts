import truncate from 'fast-string-truncated-width';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Range } from '../text/range.ts';

/** A row of a text as it is shown, and the row of marks below it; empty where nothing in the row is marked. */
export interface MarkedRow {
  readonly text: string;
  readonly marks: string;
}

/**
 * Letters and signs that take a column each, which those of Latin scripts do: then counting is measuring, and ten times as
 * fast.
 */
const SINGLE = /^[ -~®-ɏḀ-ỿ–—‘’“”…]*$/;

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  return SINGLE.test(text) ? text.length : stringWidth(text);
}

/** Breaks lines at words to fit a width in columns; every row is indented, and as deep as its line was. */
export function wrap(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line.trimStart(), width, indent + (/^ */.exec(line)?.[0] ?? '')))
    .join('\n');
}

/** The same for one line that begins at the edge; the rows below it are indented. */
export function wrapHanging(line: string, width: number, indent: string): string {
  return wrap(line, width, indent).trimStart();
}

function wrapLine(line: string, width: number, indent: string): string {
  const room = Math.max(10, width - columnsOf(indent));
  const isSingle = SINGLE.test(line);
  if (isSingle && line !== '' && line.length <= room && !line.endsWith(' ')) return indent + line;
  const rows =
    (isSingle ? rowsOfWords(line.split(' '), room) : undefined) ?? wrapAnsi(line, room).split('\n');
  return rows.map((row) => (row === '' ? '' : indent + row)).join('\n');
}

/** Rows of words with a blank between them; nothing where a word is too long, or two blanks stand together. */
function rowsOfWords(words: readonly string[], room: number): string[] | undefined {
  const rows: string[] = [];
  let row = '';
  for (const word of words) {
    if (word === '' || word.length > room) return undefined;
    if (row !== '' && row.length + 1 + word.length > room) {
      rows.push(row);
      row = '';
    }
    row += row === '' ? word : ` ${word}`;
  }
  return [...rows, row];
}

/** As much of a text as fits in so many columns, at least ten; what is cut off is shown by `…`. */
export function fit(text: string, columns: number): string {
  const room = Math.max(10, columns);
  return isWithin(text, room) ? text : `${cut(text, room - 1)}…`;
}

/** As much of a text as fits in so many columns. */
export function cut(text: string, columns: number): string {
  if (isWithin(text, columns)) return text;
  let start = text.slice(0, truncate(text, { limit: columns }).index);
  // The library counts a letter beyond Latin-1 only after the letters that follow, and cuts too late.
  while (start !== '' && stringWidth(start) > columns) start = start.replace(/.\p{M}*$/su, '');
  return start;
}

function isWithin(text: string, columns: number): boolean {
  if (SINGLE.test(text)) return text.length <= columns;
  // No character is wider than two columns, and measuring takes its time.
  return text.length * 2 <= columns || !truncate(text, { limit: columns }).truncated;
}

/**
 * Lays a one-line text out in rows of at most `width` columns with `~` below the marked ranges. Wide characters and
 * combining marks are counted as the terminal shows them.
 */
export function markedRows(text: string, ranges: readonly Range[], width: number): MarkedRow[] {
  const rows: MarkedRow[] = [];
  for (const row of rowsOf(text, Math.max(20, width))) {
    let marks = '';
    for (const range of ranges) {
      const start = Math.max(range.start, row.start);
      const end = Math.min(range.end, row.end);
      if (start >= end) continue;
      const from = stringWidth(text.slice(row.start, start));
      const to = stringWidth(text.slice(row.start, end));
      marks = marks.padEnd(from) + '~'.repeat(Math.max(1, to - Math.max(from, marks.length)));
    }
    rows.push({ text: text.slice(row.start, row.end), marks });
  }
  return rows;
}

/** Where each row begins and ends when the text is broken at spaces. */
function rowsOf(text: string, width: number): Range[] {
  const rows: Range[] = [];
  let start = 0;
  let end = 0;
  for (const word of text.matchAll(/\S+/g)) {
    const wordEnd = word.index + word[0].length;
    if (end > start && stringWidth(text.slice(start, wordEnd)) > width) {
      rows.push({ start, end });
      start = word.index;
    }
    end = wordEnd;
  }
  if (end > start) rows.push({ start, end });
  return rows;
}
