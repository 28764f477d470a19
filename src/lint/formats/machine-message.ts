import type { Speaker } from '../../messages.ts';
import type { JudgedDocument, LintMessage } from '../document.ts';

/** A message as other programs are told of it, after ESLint's; the shape is fixed. JSON has no key for what is undefined. */
export interface MachineLintMessage {
  readonly ruleId: string;
  /** 1 warning, 2 error. */
  readonly severity: 1 | 2;
  readonly message: string;
  /** All count from 1, columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** For a row of a table: as a spreadsheet counts it, and the name that the row has of its own. */
  readonly row: number | undefined;
  readonly id: string | undefined;
  /** The name of the column, and UTF-16 offsets in the cell's value. */
  readonly columnName: string | undefined;
  readonly cellStart: number | undefined;
  readonly cellEnd: number | undefined;
  /** UTF-16 offsets in the file, and what belongs there. */
  readonly fix: { readonly range: readonly [number, number]; readonly text: string } | undefined;
  readonly suggestions: readonly { readonly desc: string; readonly text: string }[] | undefined;
}

/**
 * Tells another program of a message. What is said of a whole row is not repeated where the row is named beside it.
 * @param isRowNamed whether row and id stand elsewhere
 */
export function machineLintMessage(
  { row, id }: JudgedDocument,
  { rule, level, message, from, to, cell, fix, suggestion }: LintMessage,
  speaker: Speaker,
  isRowNamed = false,
): MachineLintMessage {
  return {
    ruleId: rule,
    severity: level === 'error' ? 2 : 1,
    message,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    row: isRowNamed ? undefined : row,
    columnName: cell?.column,
    cellStart: cell?.start,
    cellEnd: cell?.end,
    id: isRowNamed ? undefined : id,
    fix: fix === undefined ? undefined : { range: [fix.start, fix.end], text: fix.text },
    suggestions:
      suggestion === undefined
        ? undefined
        : [{ desc: speaker.say('finding.try', { text: suggestion }), text: suggestion }],
  };
}
