import type { Speaker } from './messages.ts';
import type { Finding } from './rules/finding.ts';
import type { Rulebook } from './rules/rulebook.ts';
import { cleanLine } from './text/clean.ts';

/** Longer quotations are cut; the whole text is shown beside the message. */
const QUOTATION = 60;

/** What a finding says, in the user's language: one sentence, for people and machines alike. */
export function messageOf(finding: Finding, rulebook: Rulebook, speaker: Speaker): string {
  const message = rulebook.rules.get(finding.rule)?.message[speaker.language] ?? finding.rule;
  const quoted = quotationOf(finding.text);
  return message.replaceAll('{text}', () => quoted);
}

/** The words of a text as a message quotes them: in one line, and not all of a long one. */
export function quotationOf(text: string): string {
  const clean = cleanLine(text);
  return clean.length > QUOTATION ? `${clean.slice(0, QUOTATION).trimEnd()}…` : clean;
}
