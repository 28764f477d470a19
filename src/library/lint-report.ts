import { NO_CONFIG } from '../config/lint-config.ts';
import { documentOf } from '../lint/document-of.ts';
import { machineLintMessage } from '../lint/formats/machine-message.ts';
import type { MachineLintMessage } from '../lint/formats/machine-message.ts';
import { reportItems } from '../lint/read-items.ts';
import { judgeTask } from '../lint/task.ts';
import { loadMessages, speakerOf } from '../messages.ts';
import type { Language } from '../rules/rule.ts';
import type { Message } from './message.ts';
import { packagedRules } from './rules.ts';

/** What a rule has to say about a place in a report. */
export interface ReportMessage extends Message {
  readonly endLine: number;
  /** A replacement that is safe to make: half-open range of UTF-16 offsets in the report, and what belongs there. */
  readonly fix?: { readonly range: readonly [number, number]; readonly text: string } | undefined;
}

/** What is to be said of a report. */
export interface LintedReport {
  /** In the order of the text; without those that a comment in the report keeps from counting. */
  readonly messages: readonly ReportMessage[];
  /** What the reader should know about how the report was read, such as a part that was left out. */
  readonly notes: readonly { readonly line?: number | undefined; readonly message: string }[];
}

/**
 * Judges a call report in Markdown or plain text, as `plan-call lint` does without a configuration.
 * @param source the whole report, with its front matter if it has one
 * @param language of the messages; the report is read in all languages, mixed too
 */
export async function lintReport(source: string, language: Language = 'en'): Promise<LintedReport> {
  await loadMessages([language]);
  const { rulebook } = packagedRules();
  const speaker = speakerOf(language);
  const desk = { rulebook, speaker, rules: new Set(rulebook.rules.keys()), baseline: undefined };
  const notes: { line: number | undefined; message: string }[] = [];
  const messages: ReportMessage[] = [];
  const items = reportItems('', { text: source, encoding: 'utf-8' }, NO_CONFIG, {
    speaker,
    note: (_, line, message) => void notes.push({ line, message }),
    dateOrder: undefined,
  });
  for await (const item of items) {
    if (item.kind !== 'report') continue;
    const { document } = documentOf(item, judgeTask(item.task, rulebook), desk);
    messages.push(
      ...document.messages.map((message) => ofReport(machineLintMessage(document, message, speaker))),
    );
  }
  return { messages, notes };
}

/** Without what there is to say of rows alone. */
function ofReport({
  ruleId,
  severity,
  message,
  fix,
  suggestions,
  ...place
}: MachineLintMessage): ReportMessage {
  const { line, column, endLine, endColumn } = place;
  return { ruleId, severity, message, line, column, endLine, endColumn, fix, suggestions };
}
