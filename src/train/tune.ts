import type { Decision } from '../model/model.ts';
import { evidenceOf } from '../rules/weigh.ts';
import { probability } from './fit.ts';
import type { Judged } from './judged.ts';
import { f1, tallyOf } from './score.ts';

/** A false rejection costs a rep's trust: it weighs as much as so many misses. */
const COST_OF_FALSE_REJECTION = 3;
/**
 * The fresh texts are harder than what people write: a linear model alone refuses 9 % of the good ones, and 3 % of the
 * good ones among texts that were collected rather than made up. So each stands for less than one.
 */
const WEIGHT_OF_GOOD = 0.5;

/** A labelled text with the scores of a model that has not seen it. */
export interface Scored extends Judged {
  readonly scores: ReadonlyMap<string, number>;
}

/**
 * Finds how to weigh phrases and model against each other, on texts that neither has seen.
 * @param errors ids of the rules at error level, `warnings` of those at warning level, that the model scores
 */
export function tune(
  purposes: readonly Scored[],
  errors: readonly string[],
  warnings: readonly string[],
): Decision {
  const evidence = purposes.map((item) => evidenceOf(item.found, item.results, item.scores, errors));
  const isBad = purposes.map((item) => item.example.verdict === 'reject');
  const verdict = fitFew(evidence, isBad);
  const sums = evidence.map((row) => row.reduce((sum, value, i) => sum + value * (verdict[i] ?? 0), 0));
  const refuse = cheapest(range(-1, 2, 0.1), (limit) => costOf(sums, isBad, limit));
  const refused = sums.map((sum) => sum > refuse);
  const also = best(range(0, 4, 0.25), (limit) =>
    f1(
      tallyOf(
        purposes.map((item, i) => [
          reasons(item, refused[i] === true, errors, limit),
          only(item.example.expect, errors),
        ]),
      ),
    ),
  );
  const warn = best(range(-1, 4, 0.25), (limit) =>
    f1(
      tallyOf(
        purposes.map((item) => [withScores(item, warnings, limit), only(item.example.expect, warnings)]),
      ),
    ),
  );
  return { verdict, refuse, also, warn };
}

function costOf(sums: readonly number[], isBad: readonly boolean[], limit: number): number {
  let cost = 0;
  for (const [i, sum] of sums.entries()) {
    if (sum > limit === isBad[i]) continue;
    cost += isBad[i] === true ? 1 : COST_OF_FALSE_REJECTION * WEIGHT_OF_GOOD;
  }
  return cost;
}

/** The errors told of, as `weighPurpose` chooses them. */
function reasons(
  { found, scores }: Scored,
  isRefused: boolean,
  errors: readonly string[],
  also: number,
): Set<string> {
  if (!isRefused) return new Set();
  const told = new Set(errors.filter((rule) => found.has(rule)));
  const score = (rule: string): number => scores.get(rule) ?? -Infinity;
  const ranked = errors.toSorted((a, b) => score(b) - score(a));
  if (told.size === 0 && ranked[0] !== undefined) told.add(ranked[0]);
  for (const rule of ranked) if (rule !== 'vague-purpose' && score(rule) > also) told.add(rule);
  return told;
}

function withScores({ found, scores }: Scored, rules: readonly string[], limit: number): Set<string> {
  return new Set(rules.filter((rule) => found.has(rule) || (scores.get(rule) ?? -Infinity) > limit));
}

function only(expected: readonly string[], rules: readonly string[]): Set<string> {
  return new Set(expected.filter((rule) => rules.includes(rule)));
}

/** A logistic regression of a few numbers, by gradient descent. */
function fitFew(rows: readonly (readonly number[])[], answers: readonly boolean[]): number[] {
  const weights = (rows[0] ?? []).map(() => 0);
  for (let round = 0; round < 4000; round += 1) {
    const gradient = weights.map(() => 0);
    for (const [i, row] of rows.entries()) {
      const error =
        probability(row.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)) -
        (answers[i] === true ? 1 : 0);
      for (const [k, value] of row.entries()) gradient[k] = (gradient[k] ?? 0) + error * value;
    }
    for (const [k, slope] of gradient.entries())
      weights[k] = (weights[k] ?? 0) - 0.5 * (slope / rows.length + 1e-4 * (weights[k] ?? 0));
  }
  return weights;
}

function range(from: number, to: number, step: number): number[] {
  const values: number[] = [];
  for (let i = 0; from + i * step <= to; i += 1) values.push(Math.round((from + i * step) * 100) / 100);
  return values;
}

function best(values: readonly number[], worth: (value: number) => number): number {
  return cheapest(values, (value) => -worth(value));
}

function cheapest(values: readonly number[], cost: (value: number) => number): number {
  let least = Infinity;
  let chosen = 0;
  for (const value of values) {
    const here = cost(value);
    if (here < least) {
      least = here;
      chosen = value;
    }
  }
  return chosen;
}
