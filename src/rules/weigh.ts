import type { Limits, Scores } from '../model/model.ts';
import type { Word } from '../text/words.ts';
import type { Circumstances, Match } from './judge-text.ts';
import { UNREADABLE } from '../text/quotes.ts';
import { isExcepted, rulesLookedFor, standingAmong } from './judge-text.ts';
import { modelText } from './model-text.ts';
import type { Reading } from './reading.ts';
import type { Span } from './spans.ts';
import type { RuleFile } from './rule-file.ts';
import type { Rulebook } from './rulebook.ts';
import { MODEL, timed } from './timer.ts';

/** The output of the model that decides whether a purpose is one. */
export const VERDICT = 'verdict';

/**
 * Lets the model, which knows what the phrases found, have the last word: some of it may fall, and something may be added.
 * A label stands whatever the model thinks, and of a language that it has not learned it says nothing.
 */
export function weigh(
  matches: readonly Match[],
  reading: Reading,
  rulebook: Rulebook,
  circumstances: Circumstances,
): Match[] {
  const { model } = rulebook;
  // What stands under the benefit is weighed as a benefit alone: in `says.ts`.
  const isWeighed = reading.words.length > 0 && reading.otherLanguage === undefined;
  if (model === undefined || !isWeighed || circumstances.place === 'benefit') return [...matches];
  const text = modelText(reading, matches, circumstances);
  const read = timed(rulebook.timer, MODEL, () => model.read(text));
  const found = new Set(matches.map((match) => match.rule.id));
  const isScored = (rule: RuleFile): boolean => read.score(rule.id) !== undefined;
  // Whatever a company's own rule has found, the rest is weighed as if it had not.
  const isLabelled = matches.some(
    ({ rule, isLabel }) => isLabel === true && rule.level === 'error' && isScored(rule),
  );
  const scored = scoredRules(rulesLookedFor(reading, rulebook, circumstances), read);
  const verdict = read.score(VERDICT) ?? 0;
  const told = rulesTold({ found, isLabelled, circumstances, verdict, scored }, model.info.limits, rulebook);
  return [
    ...matches.filter(({ rule, isLabel }) => isLabel === true || !isScored(rule) || told.includes(rule)),
    ...told
      .filter((rule) => !found.has(rule.id))
      .map((rule) => ({ rule, span: heaviestWords(text.words, read.wordShares(rule.id)), byModel: true }))
      .filter(({ rule, span }) => !isExcepted(rule, reading, span)),
  ];
}

/** A rule that is looked for in a text, and what the model thinks of it. */
export interface ScoredRule {
  readonly rule: RuleFile;
  readonly score: number;
}

/** What the model thinks of each of some rules, without those that it has not learned. */
export function scoredRules(rules: readonly RuleFile[], scores: Scores): ScoredRule[] {
  const scored: ScoredRule[] = [];
  for (const rule of rules) {
    const score = scores.score(rule.id);
    if (score !== undefined) scored.push({ rule, score });
  }
  return scored;
}

/** What is known of a text when it is decided which rules are told of. */
export interface Weighed {
  readonly circumstances: Pick<Circumstances, 'applies' | 'place'>;
  /** The ids of the rules whose phrases found something. */
  readonly found: ReadonlySet<string>;
  /** Called a non-reason by its own name. */
  readonly isLabelled: boolean;
  /** The score of the verdict. */
  readonly verdict: number;
  readonly scored: readonly ScoredRule[];
}

/** Which rules are told of: those that the scores speak for, but for those that yield to others among them. */
export function rulesTold(text: Weighed, limits: Limits, rulebook: Pick<Rulebook, 'off'>): RuleFile[] {
  const told = rulesScored(text, limits);
  return told.filter(standingAmong(told, rulebook));
}

/**
 * Which rules the scores speak for. The reason for a call is first accepted or refused as a whole; an accepted one breaks no rule
 * at error level, a refused one at least the likeliest.
 */
function rulesScored(
  { circumstances: { applies, place }, found, isLabelled, verdict, scored }: Weighed,
  limits: Limits,
): RuleFile[] {
  const kinds = { error: `${applies}-error`, warn: `${applies}-warn` } as const;
  const told: RuleFile[] = [];
  let likeliest: RuleFile | undefined;
  let highest = -Infinity;
  for (const { rule, score } of scored) {
    const limit = (found.has(rule.id) ? limits.found : limits.unfound)[kinds[rule.level]];
    if (score > limit) told.push(rule);
    if (rule.level === 'error' && score > highest) {
      likeliest = rule;
      highest = score;
    }
  }
  if (place !== 'purpose') return told;
  if (!isLabelled && !isRefused(verdict, highest, limits))
    return told.filter((rule) => rule.level === 'warn');
  if (isLabelled || likeliest === undefined || told.some((rule) => rule.level === 'error')) return told;
  return [...told, likeliest];
}

/** @param highest score of the likeliest rule at error level */
export function isRefused(
  verdict: number,
  highest: number,
  limits: Pick<Limits, 'refuse' | 'alone'>,
): boolean {
  return verdict > limits.refuse || highest > limits.alone;
}

/** The run of words that speaks most for a rule: no run beside it would add to its weight. */
function heaviestWords(words: readonly Word[], weights: readonly number[]): Span {
  let best: Span = { from: 0, to: 1 };
  let most = -Infinity;
  let from = 0;
  let sum = 0;
  for (const [at, weight] of weights.entries()) {
    const isUnreadable = words[at]?.key === UNREADABLE;
    if (sum <= 0 || isUnreadable) {
      from = isUnreadable ? at + 1 : at;
      sum = 0;
    }
    if (isUnreadable) continue;
    sum += weight;
    if (sum > most) {
      most = sum;
      best = { from, to: at + 1 };
    }
  }
  return best;
}
