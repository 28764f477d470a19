import { vagueWords } from './checks/has-objective.ts';
import { overduePromises } from './checks/open-commitment.ts';
import type { PromiseDue } from './checks/open-commitment.ts';
import { saysSomething } from './checks/says-something.ts';
import type { Finding } from './finding.ts';
import { leadInLength } from './lead-in.ts';
import { findingOf, matchRules } from './judge-text.ts';
import type { Circumstances, Match } from './judge-text.ts';
import { objectiveIn } from './objective.ts';
import { readText } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Section, Stage } from './rule.ts';
import type { RuleFile } from './rule-file.ts';
import type { Rulebook } from './rulebook.ts';
import { textWithout } from './suggestion.ts';
import { weighPurpose } from './weigh.ts';

/** What is known of a call when it is planned. What is left out is not judged; what is empty is. */
export interface PlannedPurpose {
  readonly purpose: string;
  /** The account's name. */
  readonly account?: string | undefined;
  readonly stage?: Stage | undefined;
  /** What the customer gets out of the call. */
  readonly benefit?: string | undefined;
  /** Agenda and preparation together. */
  readonly preparation?: readonly string[] | undefined;
  /** What was promised to this account. */
  readonly promises?: readonly PromiseDue[] | undefined;
  /** `2026-11-25`; needed to tell whether a promise is past due. */
  readonly today?: string | undefined;
}

/** Judges a planned call by all rules that apply to one; a finding for each rule that speaks against it. */
export function judgePurpose(call: PlannedPurpose, rulebook: Rulebook): Finding[] {
  const circumstances: Circumstances = { applies: 'purpose', place: 'purpose', stage: call.stage };
  const offset = leadInLength(call.purpose, call.account);
  const reading = readText(call.purpose.slice(offset), rulebook);
  const matches = onePerRule(matchPurpose(reading, rulebook, circumstances));
  const suggestion = suggest(reading, matches, rulebook, circumstances);
  const findings = matches.map((match) => ({
    ...findingOf(match, reading, 'purpose', offset),
    ...(match.byModel === true && { isLearned: true as const }),
    ...(suggestion !== undefined && match.rule.level === 'error' && { suggestion }),
  }));
  return [...findings, ...missing(call, reading, rulebook)];
}

/** What phrases, the search for an objective and the model, weighed against each other, find in a purpose. */
export function matchPurpose(reading: Reading, rulebook: Rulebook, circumstances: Circumstances): Match[] {
  return weighPurpose(matchFound(reading, rulebook, circumstances), reading, rulebook, circumstances);
}

/** What phrases and the search for an objective find, before the model has its say. */
export function matchFound(reading: Reading, rulebook: Rulebook, circumstances: Circumstances): Match[] {
  const matches = matchRules(reading, rulebook, circumstances);
  const rule = ruleWithCheck(rulebook, 'has-objective');
  const reasons = matches.filter((match) => match.rule.level === 'error').map((match) => match.span);
  const vague = rule === undefined ? undefined : vagueWords(reading, reasons);
  return rule === undefined || vague === undefined ? matches : [...matches, { rule, span: vague }];
}

export function ruleWithCheck(rulebook: Rulebook, check: RuleFile['check']): RuleFile | undefined {
  for (const rule of rulebook.rules.values()) if (rule.check === check) return rule;
  return undefined;
}

function onePerRule(matches: readonly Match[]): Match[] {
  const first = new Map<string, Match>();
  for (const match of matches) if (!first.has(match.rule.id)) first.set(match.rule.id, match);
  return [...first.values()];
}

function suggest(
  reading: Reading,
  matches: readonly Match[],
  rulebook: Rulebook,
  circumstances: Circumstances,
): string | undefined {
  const wrong = matches.filter((match) => match.rule.level === 'error').map((match) => match.span);
  if (wrong.length === 0) return undefined;
  const rest = textWithout(reading, wrong);
  if (rest === undefined) return undefined;
  const again = readText(rest, rulebook);
  const holds =
    objectiveIn(again).results.length > 0 && matchPurpose(again, rulebook, circumstances).length === 0;
  return holds ? rest : undefined;
}

function missing(call: PlannedPurpose, purpose: Reading, rulebook: Rulebook): Finding[] {
  const findings: Finding[] = [];
  const report = (check: RuleFile['check'], place: Section, text = ''): void => {
    const rule = ruleWithCheck(rulebook, check);
    if (rule !== undefined)
      findings.push({ rule: rule.id, level: rule.level, place, start: 0, end: 0, text });
  };
  if (call.benefit !== undefined && !saysBenefit([readText(call.benefit, rulebook)], purpose, rulebook))
    report('says-benefit', 'benefit');
  if (
    call.preparation !== undefined &&
    !saysPreparation(
      call.preparation.map((text) => readText(text, rulebook)),
      rulebook,
    )
  ) {
    report('says-preparation', 'preparation');
  }
  if (call.promises !== undefined && call.today !== undefined) {
    const [overdue] = overduePromises(call.promises, call.today, call.purpose);
    if (overdue !== undefined) report('open-commitment', 'purpose', overdue.what);
  }
  return findings;
}

/** Is a benefit to the customer said, in its own field or in the purpose itself? */
export function saysBenefit(
  benefit: readonly Reading[],
  purpose: Reading | undefined,
  rulebook: Rulebook,
): boolean {
  const rule = ruleWithCheck(rulebook, 'says-benefit');
  return rule === undefined || saysSomething(rule.id, benefit) || (purpose?.listHits('gain').length ?? 0) > 0;
}

/** Is anything prepared? */
export function saysPreparation(preparation: readonly Reading[], rulebook: Rulebook): boolean {
  const rule = ruleWithCheck(rulebook, 'says-preparation');
  return rule === undefined || saysSomething(rule.id, preparation);
}
