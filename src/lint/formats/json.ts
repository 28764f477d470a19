import { messageOf } from '../../finding-message.ts';
import type { Speaker } from '../../messages.ts';
import type { Rulebook } from '../../rules/rulebook.ts';
import { countOf } from '../lint-result.ts';
import type { LintResult } from '../lint-result.ts';
import { lineStarts, positionAt } from '../positions.ts';

/** The shape of ESLint's results, which other programs know; it is fixed. */
export function lintAsJson(results: readonly LintResult[], rulebook: Rulebook, speaker: Speaker): string {
  return JSON.stringify(
    results.map((result) => {
      const { errors, warnings, unread } = countOf([result]);
      return {
        filePath: result.path,
        messages:
          result.kind === 'judged' ? messagesOf(result, rulebook, speaker) : [unreadMessage(result.problem)],
        errorCount: errors + unread,
        warningCount: warnings,
      };
    }),
    undefined,
    2,
  );
}

function messagesOf(
  { source, findings }: Extract<LintResult, { kind: 'judged' }>,
  rulebook: Rulebook,
  speaker: Speaker,
) {
  const starts = lineStarts(source);
  return findings.map((finding) => {
    const from = positionAt(starts, finding.start);
    const to = positionAt(starts, finding.end);
    return {
      ruleId: finding.rule,
      severity: finding.level === 'error' ? 2 : 1,
      message: messageOf(finding, rulebook, speaker),
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
    };
  });
}

/** What ESLint says of a file that it could not read: no rule, but fatal. */
function unreadMessage(problem: string) {
  return {
    ruleId: null,
    fatal: true,
    severity: 2,
    message: problem,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
  };
}
