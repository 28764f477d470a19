import type { HtmlText } from './html-text.ts';
import { offsetIn } from './offset-map.ts';
import type { Cell } from './row.ts';

/** Programs put this before what a spreadsheet would take for a formula. */
const GUARD = /^'(?=[=+\-@])/;
/** Tags and entities as editors of notes write them; `a < b` and `<name>` are none. */
const HTML =
  /<\/?(?:a|b|blockquote|body|br|code|div|em|figure|font|h[1-6]|hr|html|i|img|li|ol|p|pre|s|script|section|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^>]*)?\/?>|&(?:nbsp|amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/i;

/** A value without what was put before it to keep a spreadsheet from reckoning. */
export function withoutGuard(text: string): string {
  return text.replace(GUARD, '');
}

/** Whether a value is HTML rather than text. */
export function isHtml(text: string): boolean {
  // Most values have neither sign.
  return (text.includes('<') || text.includes('&')) && HTML.test(text);
}

/** `htmlText` of `html-text.ts`, handed in because its parser is loaded only where there is HTML. */
export type HtmlReader = (html: string) => HtmlText;

/** The cell with its value as people read it: without a spreadsheet's `'`, without HTML. Its places stay those of the file. */
export function judgeable(cell: Cell, readHtml?: HtmlReader): Cell {
  const plain = unguarded(cell);
  if (readHtml === undefined || !isHtml(plain.text)) return plain;
  const { text, map } = readHtml(plain.text);
  return { column: cell.column, text, at: (offset) => plain.at(offsetIn(map, offset)) };
}

function unguarded(cell: Cell): Cell {
  const text = withoutGuard(cell.text);
  const dropped = cell.text.length - text.length;
  return dropped === 0 ? cell : { column: cell.column, text, at: (offset) => cell.at(offset + dropped) };
}
