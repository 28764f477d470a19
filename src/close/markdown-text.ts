/*
 * Text that somebody typed, as Markdown that says the same and nothing else: no line of it becomes a heading, a list, code,
 * a quotation or a comment, for the reader of reports as for any other reader of Markdown.
 */

/** What Markdown lets a backslash stand before. */
const PUNCTUATION = '[!-/:-@[-`{-~]';
const BACKSLASH = new RegExp(`\\\\(?=${PUNCTUATION}|$)`, 'g');
/** Bullets that people type; the reader of reports knows them all. */
const BULLETS = /^(?:[-*+–—](?=\s|$)|-(?=\p{L})|[•◦▪●‣·])\s*/u;
/** What a line cannot begin with and be mere text. */
const STRUCTURE = /^(?:[#>[]|[*_`~]+|-{2,}|={2,})/;
const NUMBER = /^(\(?(?:\d{1,9}|[a-z]))([.)])(?=\s|$)/;

/** A text in one line, to stand behind other words. */
export function inLine(text: string): string {
  return text
    .replace(/[\s\u200b]+/g, ' ')
    .trim()
    .replace(BACKSLASH, '\\\\')
    .replace(/<(?=!)/g, '<\\')
    .replace(/<(?=[a-z/?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** A text in one line, to stand at the beginning of a line or an item; nothing where it is only bullets. */
function atStart(text: string): string {
  let rest = inLine(text);
  while (BULLETS.test(rest)) rest = rest.replace(BULLETS, '');
  return rest.replace(STRUCTURE, (signs) => signs.replace(/./g, '\\$&')).replace(NUMBER, '$1\\$2');
}

/** A text as one item of a list; none where it says nothing. @param bullet `- `, `- [x] ` */
export function item(text: string, bullet = '- '): string[] {
  const line = atStart(text);
  return line === '' ? [] : [bullet + line];
}

/** A text as a list, each line an item. */
export function items(text: string): string[] {
  return text.split(/[\r\n]+/).flatMap((line) => item(line));
}

/** A text as a paragraph; as a list where it has several lines, or a colon, which might make a heading of it. */
export function prose(text: string): string[] {
  return /[\r\n:]/.test(text.trim()) ? items(text) : [atStart(text)].filter((line) => line !== '');
}
