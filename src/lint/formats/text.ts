import { relative } from 'node:path';
import type { ChalkInstance } from 'chalk';
import { messageOf } from '../../finding-message.ts';
import type { Speaker } from '../../messages.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Rulebook } from '../../rules/rulebook.ts';
import { markedRows, wrap } from '../../terminal/layout.ts';
import { cleanLine, cleanSameLength } from '../../text/clean.ts';
import { countOf } from '../lint-result.ts';
import type { LintResult } from '../lint-result.ts';
import { lineStarts, positionAt } from '../positions.ts';

/** What results are shown with. */
export interface LintLook {
  readonly rulebook: Rulebook;
  readonly speaker: Speaker;
  readonly ink: ChalkInstance;
  /** Columns. */
  readonly width: number;
  /** Paths are shown as seen from here. */
  readonly cwd: string;
}

const INDENT = '      ';

/** The findings by file, each with its line and the words marked, then what they come to. */
export function lintAsText(results: readonly LintResult[], look: LintLook): string {
  const lines: string[] = [];
  for (const result of results) {
    if (result.kind === 'unread')
      lines.push(
        titleOf(result.path, look),
        wrap(`${look.ink.red('✗')} ${result.problem}`, look.width, '  '),
        '',
      );
    else if (result.findings.length > 0)
      lines.push(titleOf(result.path, look), ...findingLines(result, look), '');
  }
  return [...lines, summaryOf(results, look)].join('\n');
}

function titleOf(path: string, { ink, cwd }: LintLook): string {
  return ink.underline(cleanLine(relative(cwd, path) || path));
}

function findingLines(
  { source, findings }: Extract<LintResult, { kind: 'judged' }>,
  look: LintLook,
): string[] {
  const starts = lineStarts(source);
  const lines: string[] = [];
  for (const finding of findings) {
    const { line, column } = positionAt(starts, finding.start);
    lines.push(
      wrap(`${signOf(finding, look)} ${line}:${column}  ${sentenceOf(finding, look)}`, look.width, '  '),
    );
    if (finding.end > finding.start && finding.text !== '')
      lines.push(...sourceLines(source, starts, line, finding, look));
  }
  return lines;
}

function signOf({ level }: Finding, { ink, speaker }: LintLook): string {
  return level === 'error'
    ? ink.red(`✗ ${speaker.say('level.error')}`)
    : ink.yellow(`! ${speaker.say('level.warn')}`);
}

function sentenceOf(finding: Finding, { rulebook, speaker, ink }: LintLook): string {
  return `${messageOf(finding, rulebook, speaker)} ${ink.dim(`[${finding.rule}]`)}`;
}

/** The line of the report as it stands, with the words marked; a finding that goes on in the next line is marked to the end. */
function sourceLines(
  source: string,
  starts: readonly number[],
  line: number,
  { start, end }: Finding,
  { ink, width }: LintLook,
): string[] {
  const lineStart = starts[line - 1] ?? 0;
  const text = source.slice(lineStart, starts[line] ?? source.length).replace(/[\r\n]+$/, '');
  const range = { start: start - lineStart, end: Math.min(end - lineStart, text.length) };
  return markedRows(cleanSameLength(text), [range], width - INDENT.length).flatMap((row) =>
    row.marks === '' ? [] : [INDENT + row.text, INDENT + ink.red(row.marks)],
  );
}

function summaryOf(results: readonly LintResult[], { speaker, ink }: LintLook): string {
  const { errors, warnings, unread } = countOf(results);
  const n = results.length - unread;
  if (errors + warnings + unread === 0) return ink.green(`✓ ${speaker.say('lint.clean', { n })}`);
  const parts = [
    speaker.say('lint.errors', { n: errors }),
    speaker.say('lint.warnings', { n: warnings }),
    ...(unread > 0 ? [speaker.say('lint.unread', { n: unread })] : []),
  ];
  return `${ink.bold(`${speaker.say('lint.reports', { n })}: ${parts.join(', ')}`)}\n${speaker.say('rules.more')}`;
}
