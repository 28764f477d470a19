import { shownId } from '../../calls/id.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanLine } from '../../text/clean.ts';
import type { Session } from '../session.ts';
import type { Item, Page } from './sections.ts';

const INDENT = '    ';
const MARKS = { late: '!', open: '☐', done: '☑' } as const;

/** A sheet for the terminal, to be read at arm's length. */
export function pageAsText(page: Page, id: string, { ink, width }: Pick<Session, 'ink' | 'width'>): string {
  return [
    ink.bold(wrap(cleanLine(page.title), width)),
    ...page.facts.map((line) => wrap(cleanLine(line), width)),
    ...(page.missing === undefined ? [] : [ink.yellow(wrap(page.missing, width))]),
    ...page.sections.flatMap(({ title, items }) => [
      '',
      ink.bold(wrap(title, width)),
      ...items
        .map((item) => itemLines(item, width))
        .map((line, i) => (items[i]?.mark === 'late' ? ink.red(line) : line)),
    ]),
    '',
    ink.dim(shownId(id)),
  ].join('\n');
}

/** The mark stands before the first row, and all rows are equally deep. */
function itemLines({ mark, text }: Item, width: number): string {
  const rows = wrap(cleanLine(text), width, INDENT);
  return `  ${mark === undefined ? '·' : MARKS[mark]} ${rows.trimStart()}`;
}
