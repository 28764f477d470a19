import { overduePromises } from './checks/open-commitment.ts';
import type { PromiseDue } from './checks/open-commitment.ts';
import type { Finding } from './finding.ts';
import { leadInLength } from './lead-in.ts';
import { findIn } from './find.ts';
import { findingOf } from './judge-text.ts';
import type { Circumstances, Match } from './judge-text.ts';
import { readText } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Section, Stage } from './rule.ts';
import type { RuleFile } from './rule-file.ts';
import type { Rulebook } from './rulebook.ts';
import { otherLanguageOf } from '../text/language.ts';
import type { OtherLanguage } from '../text/language.ts';
import { wordsOf } from '../text/words.ts';
import { saysBenefit, saysPreparation } from './says.ts';
import { suggestionFor } from './suggestion.ts';
import { heedTaught } from './taught.ts';
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
  const suggestion = suggestionFor(reading, matches, rulebook, (rest) =>
    matchPurpose(rest, rulebook, circumstances),
  )?.text;
  const findings = matches.map((match) => ({
    ...findingOf(match, reading, 'purpose', offset),
    ...(suggestion !== undefined && match.rule.level === 'error' && { suggestion }),
  }));
  return [...findings, ...missing(call, reading, rulebook)];
}

/**
 * The language of a purpose, where it is one that the rules do not know, so that only its structure is judged: does it say
 * enough to be checked?
 */
export function unknownLanguageOf(purpose: string): OtherLanguage | undefined {
  return otherLanguageOf(wordsOf(purpose));
}

/** What phrases, structure and the model find in a purpose, and what the company has taught of it. */
function matchPurpose(reading: Reading, rulebook: Rulebook, circumstances: Circumstances): Match[] {
  const weighed = weigh(findIn(reading, rulebook, circumstances), reading, rulebook, circumstances);
  return heedTaught(weighed, reading, rulebook, circumstances);
}

function onePerRule(matches: readonly Match[]): Match[] {
  const first = new Map<string, Match>();
  for (const match of matches) if (!first.has(match.rule.id)) first.set(match.rule.id, match);
  return [...first.values()];
}

function missing(call: PlannedPurpose, purpose: Reading, rulebook: Rulebook): Finding[] {
  const findings: Finding[] = [];
  const report = (check: RuleFile['check'], place: Section, text = ''): void => {
    const rule = rulebook.byCheck.get(check);
    if (rule !== undefined)
      findings.push({ rule: rule.id, level: rule.level, place, start: 0, end: 0, text });
  };
  if (
    call.benefit !== undefined &&
    !saysBenefit([readText(call.benefit, rulebook)], purpose, rulebook, {
      applies: 'purpose',
      stage: call.stage,
    })
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
