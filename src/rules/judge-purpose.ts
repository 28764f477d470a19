import { overduePromises } from './checks/open-commitment.ts';
import type { PromiseDue } from './checks/open-commitment.ts';
import type { Finding } from './finding.ts';
import { leadInLength } from './lead-in.ts';
import { findIn, ruleWithCheck } from './find.ts';
import { findingOf } from './judge-text.ts';
import type { Circumstances, Match } from './judge-text.ts';
import { objectiveIn } from './objective.ts';
import { readText } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Section, Stage } from './rule.ts';
import type { RuleFile } from './rule-file.ts';
import type { Rulebook } from './rulebook.ts';
import { saysBenefit, saysPreparation } from './says.ts';
import { textWithout } from './suggestion.ts';
import { weigh } from './weigh.ts';

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
function matchPurpose(reading: Reading, rulebook: Rulebook, circumstances: Circumstances): Match[] {
  return weigh(findIn(reading, rulebook, circumstances), reading, rulebook, circumstances);
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
  if (
    call.benefit !== undefined &&
    !saysBenefit([readText(call.benefit, rulebook)], purpose, rulebook, call.stage)
  )
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
