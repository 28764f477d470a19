import { shownId } from '../../calls/id.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanLine } from '../../text/clean.ts';
import type { Session } from '../session.ts';
import type { Item, Page } from './sections.ts';

const INDENT = '    ';
const MARKS = { late: '!', open: '☐', done: '☑' } as const;

type Look = Pick<Session, 'ink' | 'width'>;

/** A sheet for the terminal, to be read at arm's length. */
export function pageAsText(page: Page, id: string, look: Look): string {
  const { ink, width } = look;
  return [
    ink.bold(wrap(cleanLine(page.title), width)),
    ...page.facts.map((line) => wrap(cleanLine(line), width)),
    ...(page.missing === undefined ? [] : [ink.yellow(wrap(page.missing, width))]),
    ...page.sections.flatMap(({ title, items }) => [
      '',
      ink.bold(wrap(title, width)),
      ...items.map((item) => itemRows(item, look)),
    ]),
    '',
    ink.dim(shownId(id)),
  ].join('\n');
}

/** The mark stands before the first row, and all rows are equally deep. */
function itemRows({ mark, text }: Item, { ink, width }: Look): string {
  const rows = wrap(cleanLine(text), width, INDENT).trimStart();
  const line = `  ${mark === undefined ? '·' : MARKS[mark]} ${rows}`;
  return mark === 'late' ? ink.red(line) : line;
}
