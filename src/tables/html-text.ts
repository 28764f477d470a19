import { Parser } from 'htmlparser2';
import type { OffsetMap } from './offset-map.ts';

/** Elements that begin and end a line of their own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** Elements of which nothing is to be read. */
const UNREAD = new Set(['head', 'script', 'style', 'template', 'title']);
const SPACE_OR_WORD = /[\s\u00a0]+|[^\s\u00a0]+/g;

export interface HtmlText {
  readonly text: string;
  /** From offsets of the text to offsets of the HTML. */
  readonly map: OffsetMap;
}

/**
 * The text that a reader of the HTML sees: a line for each block, space as one blank, entities as what they stand for.
 * Anything is read, however broken. It stands in a file of its own so that the parser is loaded only where there is
 * HTML, with `await import()` of this file.
 */
export function htmlText(html: string): HtmlText {
  const from: number[] = [0];
  const to: number[] = [0];
  let text = '';
  let unread = 0;

  const add = (piece: string, start: number, end: number): void => {
    mark(start);
    text += piece;
    mark(end);
  };
  /** What is added next stands at this place. */
  const mark = (at: number): void => {
    if (from.at(-1) === text.length) to[to.length - 1] = at;
    else {
      from.push(text.length);
      to.push(at);
    }
  };
  const addText = (data: string, begun: number, end: number): void => {
    // Otherwise an entity, in which nothing can be pointed at. Where that begins the parser knows; of a text it may be
    // wrong, when it has passed over something such as `</>`.
    const isAsWritten = html.endsWith(data, end);
    const start = isAsWritten ? end - data.length : begun;
    for (const { 0: piece, index } of data.matchAll(SPACE_OR_WORD)) {
      const at = isAsWritten ? start + index : start;
      const until = isAsWritten ? at + piece.length : end;
      if (piece.trim() !== '') add(piece, at, until);
      else if (text !== '' && !/\s$/.test(text)) add(' ', at, until);
    }
  };
  const breakLine = (start: number, end: number): void => {
    if (text !== '' && !text.endsWith('\n')) add('\n', start, end);
  };

  const parser = new Parser({
    ontext(data) {
      if (unread === 0) addText(data, parser.startIndex, parser.endIndex + 1);
    },
    onopentagname(name) {
      if (UNREAD.has(name)) unread += 1;
      if (BLOCKS.has(name)) breakLine(parser.startIndex, parser.endIndex + 1);
    },
    onclosetag(name) {
      if (UNREAD.has(name)) unread -= 1;
      if (BLOCKS.has(name)) breakLine(parser.startIndex, parser.endIndex + 1);
    },
  });
  parser.end(html);
  return { text: text.trimEnd(), map: { from, to } };
}
