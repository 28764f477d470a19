import type { ChalkInstance } from 'chalk';
import { messageOf } from '../finding-message.ts';
import type { Speaker } from '../messages.ts';
import type { Finding } from '../rules/finding.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { cleanLine, cleanSameLength } from '../text/clean.ts';
import { markedRows, wrap } from './layout.ts';

/** What findings are shown with. */
export interface Showing {
  readonly rulebook: Rulebook;
  readonly speaker: Speaker;
  readonly ink: ChalkInstance;
  /** Columns. */
  readonly width: number;
}

/** The text that was judged with the words marked that findings are about, then each finding with its advice. */
export function showFindings(text: string, findings: readonly Finding[], showing: Showing): string {
  const { ink, width } = showing;
  const lines: string[] = [];
  const marked = findings.filter((finding) => finding.place === 'purpose' && finding.end > finding.start);
  for (const row of markedRows(
    cleanSameLength(text),
    marked.toSorted((a, b) => a.start - b.start),
    width - 4,
  )) {
    lines.push(`  ${row.text}`);
    if (row.marks !== '') lines.push(`  ${ink.red(row.marks)}`);
  }
  for (const finding of findings) lines.push(showFinding(finding, showing));
  const suggestion = findings.find((finding) => finding.suggestion !== undefined)?.suggestion;
  if (suggestion !== undefined) {
    lines.push(
      wrap(
        `${ink.green('→')} ${showing.speaker.say('finding.try', { text: ink.bold(cleanLine(suggestion)) })}`,
        width,
        '  ',
      ),
    );
  }
  return lines.join('\n');
}

function showFinding(finding: Finding, showing: Showing): string {
  const { ink, speaker, width, rulebook } = showing;
  const sign = finding.level === 'error' ? ink.red('✗') : ink.yellow('!');
  const level = speaker.say(finding.level === 'error' ? 'level.error' : 'level.warn');
  const advice = rulebook.rules.get(finding.rule)?.advice[speaker.language] ?? '';
  return [
    wrap(
      `${sign} ${messageOf(finding, rulebook, speaker)} ${ink.dim(`[${finding.rule}, ${level}]`)}`,
      width,
      '  ',
    ),
    wrap(advice, width, '    '),
  ].join('\n');
}
