import { messageOf } from '../finding-message.ts';
import type { Speaker } from '../messages.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Cell } from '../tables/row.ts';
import type { LintMessage } from './document.ts';
import type { RowItem } from './item.ts';
import type { PlacedFinding } from './task.ts';

/** What is said of a finding in a row: its place in the file, and in the cell. */
export function rowMessage(
  { finding, text }: PlacedFinding,
  { row, texts }: RowItem,
  rulebook: Rulebook,
  speaker: Speaker,
): LintMessage {
  const cell = text === undefined ? undefined : texts[text];
  // What is missing stands nowhere: it is told of the row.
  const beginning = { line: row.line, column: 1 };
  return {
    rule: finding.rule,
    level: finding.level,
    message: messageOf(finding, rulebook, speaker),
    from: cell?.at(finding.start) ?? beginning,
    to: cell?.at(finding.end) ?? beginning,
    cell: cell && { column: cell.column, start: finding.start, end: finding.end },
    excerpt: cell && excerptOf(cell, finding.start, finding.end),
    suggestion: finding.suggestion,
  };
}

/** The line of the cell in which the words begin; they go at most to its end. */
function excerptOf({ text }: Cell, start: number, end: number): LintMessage['excerpt'] {
  if (end <= start) return undefined;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const [line = ''] = text.slice(lineStart).split(/[\r\n]/, 1);
  return { text: line, start: start - lineStart, end: Math.min(end - lineStart, line.length) };
}
