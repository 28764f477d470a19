import type { Finding } from './finding.ts';
import { objectiveIn } from './objective.ts';
import { isOwnWord } from './own-words.ts';
import type { Reading } from './reading.ts';
import { overlap } from './spans.ts';
import type { Span } from './spans.ts';
import type { Section, Stage } from './rule.ts';
import type { RuleFile } from './rule-file.ts';
import type { Rulebook } from './rulebook.ts';
import { timed } from './timer.ts';

/** The circumstances in which a text was written. */
export interface Circumstances {
  /** The purpose of a planned call, or a section of a report. */
  readonly applies: 'purpose' | 'report';
  readonly place: Section;
  readonly stage?: Stage | undefined;
}

/** A finding and the words that it is about. */
export interface Match {
  readonly rule: RuleFile;
  readonly span: Span;
  /** Found by the model, not by a phrase that could be shown. */
  readonly byModel?: boolean;
  /** The text of the example that a company taught, where that decided. */
  readonly taughtBy?: string;
  /** Called a non-reason by its own name, so that no objective behind it excuses it. */
  readonly isLabel?: boolean;
}

/** All that the phrases of the rules find in a text, after everything that excuses them. */
export function matchRules(reading: Reading, rulebook: Rulebook, circumstances: Circumstances): Match[] {
  const matches: Match[] = [];
  for (const rule of rulebook.rules.values()) {
    if (!reading.rulesFound.has(rule.id) || !findsByPhrases(rule)) continue;
    if (!isLookedFor(rule, reading, circumstances)) continue;
    for (const span of timed(rulebook.timer, rule.id, () => spansOf(rule, reading)))
      matches.push({ rule, span, isLabel: isLabel(rule, reading, span) });
  }
  const stands = standingAmong(
    matches.map(({ rule }) => rule),
    rulebook,
  );
  return matches.filter(({ rule }) => stands(rule));
}

/** Tells rules that yield to none of those that were found in the same text. */
export function standingAmong(
  found: readonly RuleFile[],
  { off }: Pick<Rulebook, 'off'>,
): (rule: RuleFile) => boolean {
  if (found.length < 2) return () => true;
  const told = new Set(found.map(({ id }) => id).filter((id) => off?.has(id) !== true));
  return (rule) => !(rule['yields-to'] ?? []).some((other) => told.has(other));
}

/**
 * Phrases that a company adds to the judgement of what is vague are found like those of any other rule; for the rest of
 * the judgements a phrase means something else.
 */
function findsByPhrases({ check }: RuleFile): boolean {
  return check === undefined || check === 'has-objective';
}

/** Is a non-reason called by its own name in this place? */
export function isLabel(rule: RuleFile, reading: Reading, span: Span): boolean {
  return reading.ruleHits(rule.id, 'labels').some((label) => overlap(label, span));
}

/** Is the rule looked for in this place, and at this stage of the account, at all? */
export function isLookedFor(
  rule: RuleFile,
  reading: Reading,
  { applies, place, stage }: Circumstances,
): boolean {
  if (!rule.applies.includes(applies)) return false;
  if (applies === 'purpose' ? place !== 'purpose' : rule.sections?.includes(place) === false) return false;
  // What is signed can also be said by the text itself.
  return isAtStage(rule, stage) || reading.ruleHits(rule.id, 'stages-or').length > 0;
}

/** The rules that are looked for in a text. */
export function rulesLookedFor(
  reading: Reading,
  { rules }: Pick<Rulebook, 'rules'>,
  circumstances: Circumstances,
): RuleFile[] {
  const lookedFor: RuleFile[] = [];
  for (const rule of rules.values()) if (isLookedFor(rule, reading, circumstances)) lookedFor.push(rule);
  return lookedFor;
}

/** The places where a rule's phrases stand and nothing excuses them, one for each sentence. */
function spansOf(rule: RuleFile, reading: Reading): Span[] {
  const hits = reading.ruleHits(rule.id, 'phrases').concat(reading.ruleHits(rule.id, 'labels'));
  if (hits.length === 0) return [];
  if (rule.with !== undefined && reading.ruleHits(rule.id, 'with').length === 0) return [];
  const isUnless = (hit: Span): boolean =>
    reading
      .ruleHits(rule.id, 'unless')
      .some((unless) => sentenceOf(reading, unless) === sentenceOf(reading, hit));
  const standing = hits.filter(
    (hit) => !isExcepted(rule, reading, hit) && !isUnless(hit) && isOwnWord(reading, hit),
  );
  if (rule['excused-by-objective'] === true && objectiveIn(reading, standing).results.length > 0) return [];
  return longestOfEach(standing, (span) => sentenceOf(reading, span));
}

/** Does the rule say of words that stand here, wholly or in part, that they do not break it? */
export function isExcepted(rule: RuleFile, reading: Reading, span: Span): boolean {
  return reading.ruleHits(rule.id, 'except').some((except) => overlap(except, span));
}

function sentenceOf({ words }: Reading, span: Span): number {
  return words[span.from]?.sentence ?? -1;
}

/** Where nobody says how far the account is, nothing is signed yet. */
function isAtStage({ stages }: RuleFile, stage: Stage = 'prospect'): boolean {
  return stages === undefined || stages.includes(stage);
}

function longestOfEach(spans: readonly Span[], groupOf: (span: Span) => number): Span[] {
  const longest = new Map<number, Span>();
  for (const span of spans) {
    const best = longest.get(groupOf(span));
    if (best === undefined || span.to - span.from > best.to - best.from) longest.set(groupOf(span), span);
  }
  return [...longest.values()];
}

/** Makes a finding of a match; `offset` is where the text begins in what the finding is placed in. */
export function findingOf(
  { rule, span, byModel, taughtBy }: Match,
  reading: Reading,
  place: Section,
  offset = 0,
): Finding {
  const start = reading.words[span.from]?.start ?? 0;
  const end = reading.words[span.to - 1]?.end ?? start;
  return {
    rule: rule.id,
    level: rule.level,
    place,
    start: offset + start,
    end: offset + end,
    text: reading.text.slice(start, end),
    ...(byModel === true && { isLearned: true as const }),
    ...(taughtBy !== undefined && { taughtBy }),
  };
}
