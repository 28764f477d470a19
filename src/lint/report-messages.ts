import { messageOf } from '../finding-message.ts';
import type { Speaker } from '../messages.ts';
import type { Finding } from '../rules/finding.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { LintMessage } from './document.ts';
import { lineStarts, positionAt } from './positions.ts';

/**
 * What is said of the findings in a report that has a file of its own.
 * @param source the whole file, in which the findings have their ranges
 */
export function reportMessages(
  source: string,
  findings: readonly Finding[],
  rulebook: Rulebook,
  speaker: Speaker,
): LintMessage[] {
  const starts = lineStarts(source);
  return findings.map((finding) => {
    const from = positionAt(starts, finding.start);
    return {
      rule: finding.rule,
      level: finding.level,
      message: messageOf(finding, rulebook, speaker),
      from,
      to: positionAt(starts, finding.end),
      excerpt: excerptOf(source, starts, from.line, finding),
      suggestion: finding.suggestion,
    };
  });
}

/** The line in which a finding begins; the words go at most to its end. */
function excerptOf(
  source: string,
  starts: readonly number[],
  line: number,
  { start, end, text: words }: Finding,
): LintMessage['excerpt'] {
  if (end <= start || words === '') return undefined;
  const lineStart = starts[line - 1] ?? 0;
  const text = source.slice(lineStart, starts[line] ?? source.length).replace(/[\r\n]+$/, '');
  return { text, start: start - lineStart, end: Math.min(end - lineStart, text.length) };
}
