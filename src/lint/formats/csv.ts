import { stringify } from 'csv-stringify/sync';
import { cleanForTerminal } from '../../text/clean.ts';
import type { Format } from '../format.ts';
import type { FormatLook } from './look.ts';
import { pathFrom, perFile, wordsOf } from './place.ts';

/** A cell that is nothing is empty. */
type Cell = string | number | undefined;

const COLUMNS = [
  'file',
  'row',
  'id',
  'account',
  'owner',
  'date',
  'line',
  'column',
  'columnName',
  'rule',
  'level',
  'message',
  'text',
  'suggestion',
] as const;
type Line = Readonly<Partial<Record<(typeof COLUMNS)[number], Cell>>>;

/** A line for each message, safe to open in a spreadsheet; a file that could not be read is a line without a rule. */
export function csvFormat({ cwd }: Pick<FormatLook, 'cwd'>): Format {
  const nothing = (): string => '';
  const fileOf = perFile((path) => pathFrom(cwd, path));
  return {
    begin: () => linesOf([COLUMNS]),
    beginFile: nothing,
    document: ({ path, row, id, about, messages }) =>
      messages.length === 0
        ? ''
        : linesOf(
            messages.map((message) =>
              cellsOf({
                file: fileOf(path),
                row,
                id,
                account: about.account,
                owner: about.owner,
                date: about.date,
                line: message.from.line,
                column: message.from.column,
                columnName: message.cell?.column,
                rule: message.rule,
                level: message.level,
                message: message.message,
                text: wordsOf(message),
                suggestion: message.suggestion,
              }),
            ),
          ),
    endFile: nothing,
    unread: (path, problem) => linesOf([cellsOf({ file: fileOf(path), level: 'error', message: problem })]),
    end: nothing,
  };
}

function cellsOf(line: Line): Cell[] {
  return COLUMNS.map((name) => {
    const cell = line[name];
    return typeof cell === 'string' ? cleanForTerminal(cell) : cell;
  });
}

/** A cell that a spreadsheet would take for a formula gets a `'` in front. */
function linesOf(lines: readonly (readonly Cell[])[]): string {
  return stringify([...lines], { escape_formulas: true, record_delimiter: '\r\n' });
}
