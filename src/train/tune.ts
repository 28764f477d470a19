import type { Kind, Limits, Scores } from '../model/model.ts';
import { SAYS_BENEFIT, SAYS_DONE } from '../rules/says.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { VERDICT, isRefused, rulesTold, scoredRules } from '../rules/weigh.ts';
import type { Weighed } from '../rules/weigh.ts';
import type { Example } from './examples.ts';
import type { Judged } from './judged.ts';
import { f1 } from './score.ts';
import type { Tally } from './score.ts';

/** A false rejection costs a rep's trust, and so does whatever else is said against a clean text: it weighs as much as so many misses. */
const COST_OF_FALSE_REJECTION = 3;
/** Whole reports were written with a quarter of their lines wrong, real ones have less: a clean line stands for more. */
const WEIGHT_OF_CLEAN_LINE = 1.7;
/** A warning holds a plan back until somebody has thought about it: a wrong one weighs as much as so many that are missing. */
const COST_OF_HOLDING_BACK = 10;
/** The limits of rules depend on each other a little, so they are gone through more than once. */
const ROUNDS = 2;
/** How far the limits that are tried lie apart. */
const STEP = 0.25;
/** Pairs of limits that are no further apart than this are alike. */
const AROUND = 0.5;
const KINDS: readonly Kind[] = ['purpose-error', 'purpose-warn', 'report-error', 'report-warn'];

/** A labelled text with the scores of a model that has not learned from it. */
export interface Scored extends Judged, Pick<Weighed, 'verdict' | 'scored'> {
  readonly scores: Scores;
}

/** Puts a labelled text together with the scores that it got. */
export function scoredBy(scores: Scores, judged: Judged): Scored {
  return {
    ...judged,
    scores,
    verdict: scores.score(VERDICT) ?? 0,
    scored: scoredRules(judged.rules, scores),
  };
}

/** Finds the limits with which texts are judged best that the model has not learned from. */
export function tune(texts: readonly Scored[], rulebook: Rulebook): Limits {
  const purposes = texts.filter(({ circumstances }) => circumstances.applies === 'purpose');
  const { refuse, alone } = verdictLimits(purposes);
  const says = best(range(-2, 2, STEP), (limit) => f1(saysTally(texts, limit)));
  let limits: Limits = { refuse, alone, says, found: even(0), unfound: even(0) };
  // Of sentences written one by one half break a rule; only whole reports have as many clean ones as people write.
  const sides = { purpose: purposes, report: texts.filter(isWeighedLine) };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of KINDS) {
      const side = kind.startsWith('purpose') ? sides.purpose : sides.report;
      for (const row of ['unfound', 'found'] as const) {
        const withLimit = (limit: number): Limits => ({
          ...limits,
          [row]: { ...limits[row], [kind]: limit },
        });
        limits = withLimit(
          best(range(-3, 2, STEP), (limit) => f1(rulesTally(side, withLimit(limit), rulebook))),
        );
      }
    }
  }
  return limits;
}

/** The model has a say on every line of a report but the benefit. */
function isWeighedLine({ example: { report, section } }: Scored): boolean {
  return report !== undefined && section !== 'benefit';
}

function even(limit: number): Record<Kind, number> {
  return { 'purpose-error': limit, 'purpose-warn': limit, 'report-error': limit, 'report-warn': limit };
}

/**
 * The limits of the verdict, found together: a text that one lets pass is refused by the other. Many pairs are as good as
 * each other but for chance, so that what counts is how good those around a pair are.
 */
function verdictLimits(purposes: readonly Scored[]): Pick<Limits, 'refuse' | 'alone'> {
  const texts = purposes.map(({ verdict, scored, isLabelled, example }) => ({
    verdict,
    highest: scored.reduce(
      (most, { rule, score }) => (rule.level === 'error' ? Math.max(most, score) : most),
      -Infinity,
    ),
    isLabelled,
    isGood: example.verdict === 'accept',
  }));
  const pairs = range(-1, 4, STEP).flatMap((refuse) =>
    range(-2, 2, STEP).map((alone) => {
      let cost = 0;
      for (const { verdict, highest, isLabelled, isGood } of texts) {
        const isOut = isLabelled || isRefused(verdict, highest, { refuse, alone });
        if (isOut && isGood) cost += COST_OF_FALSE_REJECTION;
        else if (!isOut && !isGood) cost += 1;
      }
      return { refuse, alone, cost };
    }),
  );
  return cheapest(pairs, ({ refuse, alone }) => {
    const around = pairs.filter(
      (pair) => Math.abs(pair.refuse - refuse) <= AROUND && Math.abs(pair.alone - alone) <= AROUND,
    );
    return around.reduce((sum, { cost }) => sum + cost, 0) / around.length;
  });
}

/** How well lines that say no benefit, or nothing that was done, are told from those that do. */
function saysTally(texts: readonly Scored[], limit: number): Tally {
  const tally: Tally = { right: 0, wrong: 0, missed: 0 };
  for (const { scores, example } of texts) {
    const isEmpty = example.benefit ? example.benefit !== 'customer' : example.done === 'filler';
    const output = example.benefit ? SAYS_BENEFIT : SAYS_DONE;
    if (example.benefit === undefined && example.done === undefined) continue;
    const isTold = (scores.score(output) ?? 0) <= limit;
    if (isTold && isEmpty) tally.right += 1;
    else if (isTold) tally.wrong += COST_OF_HOLDING_BACK;
    else if (isEmpty) tally.missed += 1;
  }
  return tally;
}

/** How well the right rules are told of. */
function rulesTally(texts: readonly Scored[], limits: Limits, rulebook: Rulebook): Tally {
  const tally: Tally = { right: 0, wrong: 0, missed: 0 };
  for (const text of texts) {
    const { example } = text;
    const told = rulesTold(text, limits, rulebook);
    const right = told.filter(({ id }) => example.expect.includes(id)).length;
    tally.right += right;
    for (const rule of told)
      if (!example.expect.includes(rule.id)) tally.wrong += costOfAccusing(example, rule);
    tally.missed += example.expect.length - right;
  }
  return tally;
}

function costOfAccusing({ expect, section }: Example, { level }: RuleFile): number {
  if (expect.length > 0) return 1;
  if (section !== undefined) return COST_OF_FALSE_REJECTION * WEIGHT_OF_CLEAN_LINE;
  return level === 'error' ? COST_OF_FALSE_REJECTION : COST_OF_HOLDING_BACK;
}

function range(from: number, to: number, step: number): number[] {
  const values: number[] = [];
  for (let i = 0; from + i * step <= to; i += 1) values.push(Math.round((from + i * step) * 100) / 100);
  return values;
}

function best(values: readonly number[], worth: (value: number) => number): number {
  return cheapest(values, (value) => -worth(value));
}

/** @throws Error where there is nothing to choose from */
function cheapest<T>(values: readonly T[], cost: (value: T) => number): T {
  let least = Infinity;
  let chosen: T | undefined;
  for (const value of values) {
    const here = cost(value);
    if (here < least) {
      least = here;
      chosen = value;
    }
  }
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}
