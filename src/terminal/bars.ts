import stringWidth from 'fast-string-width';
import { fit } from './layout.ts';

/** A line of a table with a bar in it. */
export interface BarRow {
  readonly name: string;
  /** What stands before the bar. */
  readonly percent?: string;
  /** How long the bar is, from 0 to 1. */
  readonly share: number;
  /** What stands behind the bar. */
  readonly figure: string;
}

const INDENT = '  ';
const GAP = '  ';
const LONGEST_BAR = 30;

/**
 * A line for each row: names take at most two fifths of the width, and the bars what is left.
 * @param width in columns
 * @param paint colours a bar
 */
export function barTable(rows: readonly BarRow[], width: number, paint: (bar: string) => string): string[] {
  const nameRoom = Math.max(10, Math.floor(width * 0.4));
  const fitted = rows.map((row) => ({ ...row, name: fit(row.name, nameRoom) }));
  const nameWidth = widest(fitted.map(({ name }) => name));
  const percentWidth = widest(fitted.map(({ percent = '' }) => percent));
  const figureWidth = widest(fitted.map(({ figure }) => figure));
  const gaps = percentWidth === 0 ? 2 : 3;
  const taken = INDENT.length + nameWidth + percentWidth + figureWidth + gaps * GAP.length;
  const barRoom = Math.min(LONGEST_BAR, width - taken);
  return fitted.map(({ name, percent = '', share, figure }) => {
    const before = percentWidth === 0 ? [] : [padStart(percent, percentWidth)];
    const bar = barRoom < 1 ? [] : [barOf(share, barRoom, paint)];
    return INDENT + [padEnd(name, nameWidth), ...before, ...bar, padStart(figure, figureWidth)].join(GAP);
  });
}

/** A share that is not nothing is seen, however small. */
function barOf(share: number, room: number, paint: (bar: string) => string): string {
  const filled = share === 0 ? 0 : Math.max(1, Math.round(share * room));
  return paint('█'.repeat(filled)) + ' '.repeat(room - filled);
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => stringWidth(text)));
}

/** A text with blanks behind it, so that it takes so many columns. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

/** A text with blanks before it, so that it takes so many columns. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - stringWidth(text))) + text;
}
