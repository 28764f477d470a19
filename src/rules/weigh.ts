import type { Decision, Model } from '../model/model.ts';
import type { Circumstances, Match } from './judge-text.ts';
import { objectiveIn } from './objective.ts';
import type { Reading, Span } from './reading.ts';
import type { RuleFile } from './rule-file.ts';
import type { Rulebook } from './rulebook.ts';
import { wordsForModel } from './words-for-model.ts';

const VAGUE = 'vague-purpose';
/** More results than so many say no more. */
const ENOUGH_RESULTS = 2;

/** What is set against each other for a verdict, in the order of `Decision.verdict`. */
export const EVIDENCE = ['start', 'model', 'reason', 'vague', 'results'] as const;

/** How much there is of each evidence: the model's score, what phrases found, and results that speak for an objective. */
export function evidenceOf(
  found: ReadonlySet<string>,
  results: number,
  scores: ReadonlyMap<string, number>,
  errors: readonly string[],
): number[] {
  const hasReason = errors.some((rule) => rule !== VAGUE && found.has(rule));
  return [
    1,
    scores.get('verdict') ?? 0,
    hasReason ? 1 : 0,
    found.has(VAGUE) ? 1 : 0,
    Math.min(ENOUGH_RESULTS, results),
  ];
}

/** What each evidence adds to the sum that is held against `Decision.refuse`. */
export function weighedEvidence(
  matches: readonly Match[],
  reading: Reading,
  rulebook: Rulebook,
  scores: ReadonlyMap<string, number>,
  decision: Decision,
): number[] {
  const found = new Set(matches.map((match) => match.rule.id));
  const errors = scoredRules(rulebook, 'error').map((rule) => rule.id);
  const results = objectiveIn(reading).results.length;
  return evidenceOf(found, results, scores, errors).map((value, i) => value * (decision.verdict[i] ?? 0));
}

/** Weighs what phrases found in a purpose against the model: some of it may fall, and something may be added. */
export function weighPurpose(
  matches: readonly Match[],
  reading: Reading,
  rulebook: Rulebook,
  circumstances: Circumstances,
): Match[] {
  const { model } = rulebook;
  if (model === undefined || reading.words.length === 0) return [...matches];
  const scores = model.scores(wordsForModel(reading, rulebook), { stage: circumstances.stage });
  const { decision } = model.info;
  const errors = scoredRules(rulebook, 'error');
  const found = new Set(matches.map((match) => match.rule.id));
  const sum = weighedEvidence(matches, reading, rulebook, scores, decision).reduce(
    (total, part) => total + part,
    0,
  );
  const isRefused = sum > decision.refuse;

  const kept = matches.filter((match) => match.rule.level === 'warn' || isRefused || match.isLabel === true);
  const score = (rule: RuleFile): number => scores.get(rule.id) ?? -Infinity;
  const ranked = errors.toSorted((a, b) => score(b) - score(a));
  const added = scoredRules(rulebook, 'warn').filter(
    (rule) => !found.has(rule.id) && score(rule) > decision.warn,
  );
  if (isRefused) {
    const [best] = ranked;
    const hasError = kept.some((match) => match.rule.level === 'error');
    if (!hasError && best !== undefined) added.push(best);
    added.push(
      ...ranked.filter(
        (rule) =>
          !found.has(rule.id) && !added.includes(rule) && rule.id !== VAGUE && score(rule) > decision.also,
      ),
    );
  }
  return [
    ...kept,
    ...added.map((rule) => ({
      rule,
      span: heaviestWords(reading, rulebook, model, circumstances, rule),
      byModel: true,
    })),
  ];
}

function scoredRules({ rules, model }: Rulebook, level: RuleFile['level']): RuleFile[] {
  const outputs = model?.info.outputs ?? [];
  return [...rules.values()].filter(
    (rule) => rule.level === level && rule.applies.includes('purpose') && outputs.includes(rule.id),
  );
}

/** The run of words that speaks most for a rule: no run beside it would add to its weight. */
function heaviestWords(
  reading: Reading,
  rulebook: Rulebook,
  model: Model,
  { stage }: Circumstances,
  rule: RuleFile,
): Span {
  const weights = model.weightOfWords(wordsForModel(reading, rulebook), { stage }, rule.id);
  let best: Span = { from: 0, to: 1 };
  let most = -Infinity;
  let from = 0;
  let sum = 0;
  for (const [at, weight] of weights.entries()) {
    if (sum <= 0) {
      from = at;
      sum = 0;
    }
    sum += weight;
    if (sum > most) {
      most = sum;
      best = { from, to: at + 1 };
    }
  }
  return best;
}
