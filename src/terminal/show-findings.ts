import type { ChalkInstance } from 'chalk';
import { messageOf } from '../finding-message.ts';
import { nearest } from '../model/likeness.ts';
import type { Speaker } from '../messages.ts';
import type { Finding } from '../rules/finding.ts';
import { LANGUAGES } from '../rules/rule.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { cleanLine, cleanSameLength } from '../text/clean.ts';
import { languageNote } from './language-note.ts';
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
  const note = languageNote(text, showing.speaker);
  if (note !== undefined) lines.push(wrap(ink.dim(note), width, '  '));
  for (const finding of findings) lines.push(showFinding(text, finding, showing));
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

function showFinding(text: string, finding: Finding, showing: Showing): string {
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
    ...likeness(text, finding, showing),
    wrap(advice, width, '    '),
  ].join('\n');
}

/** For what no phrase can show: the example of the company's own, or the rule's, that the text is most like. */
function likeness(text: string, finding: Finding, { rulebook, speaker, ink, width }: Showing): string[] {
  if (finding.taughtBy !== undefined)
    return [
      wrap(ink.dim(speaker.say('finding.taught', { text: cleanLine(finding.taughtBy) })), width, '    '),
    ];
  const rule = rulebook.rules.get(finding.rule);
  if (finding.isLearned !== true || rule === undefined) return [];
  const fires = LANGUAGES.flatMap((language) => rule.examples[language].fires);
  const like = nearest(
    text,
    fires.map((example) => (typeof example === 'string' ? example : example.text)),
  );
  return like === undefined
    ? []
    : [wrap(ink.dim(speaker.say('finding.like', { text: like })), width, '    ')];
}
