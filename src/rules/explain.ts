import type { Model, Scores } from '../model/model.ts';
import { leadInLength } from './lead-in.ts';
import { findIn } from './find.ts';
import type { Circumstances, Match } from './judge-text.ts';
import { modelText } from './model-text.ts';
import type { Objective } from './objective.ts';
import { readText } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Stage } from './rule.ts';
import type { Rulebook } from './rulebook.ts';
import { VERDICT } from './weigh.ts';

/** A word and how much it weighs for a refusal; less than 0 speaks for the purpose. */
export interface WeighedWord {
  readonly text: string;
  readonly weight: number;
}

/** What a part of the reckoning comes from; a rule is named by its id. */
export type Source =
  | { readonly kind: 'start' | 'words' | 'results' | 'lists' }
  | { readonly kind: 'rule'; readonly rule: string };

/** A part of the reckoning and what it adds to the sum. */
export type Part = Source & { readonly adds: number };

/** The whole reckoning of a verdict. */
export interface Explanation {
  /** The rule whose own score decided, where it was not the verdict's. */
  readonly decidedBy: string | undefined;
  readonly reading: Reading;
  /** What phrases found, also what the model then overruled. */
  readonly found: readonly Match[];
  readonly objective: Objective;
  /** The words of the text, in its order. */
  readonly words: readonly WeighedWord[];
  /** They add up to the sum that is held against the limit. */
  readonly parts: readonly Part[];
  /** Refused above this sum. */
  readonly limit: number;
}

/** Takes the verdict on a purpose apart; nothing where there is no model or no word. */
export function explainPurpose(
  purpose: string,
  stage: Stage | undefined,
  rulebook: Rulebook,
): Explanation | undefined {
  const reading = readText(purpose.slice(leadInLength(purpose)), rulebook);
  const { model } = rulebook;
  if (model === undefined || reading.words.length === 0) return undefined;
  const circumstances: Circumstances = { applies: 'purpose', place: 'purpose', stage };
  const found = findIn(reading, rulebook, circumstances);
  const read = model.read(modelText(reading, found, circumstances));
  const rule = ruleThatDecides(model, read, rulebook);
  const { limits } = model.info;
  const { start, words, cues } = read.shares(rule ?? VERDICT);
  return {
    decidedBy: rule,
    reading,
    found,
    objective: reading.objective(),
    words: reading.words.map(({ start: from, end }, i) => ({
      text: reading.text.slice(from, end),
      weight: words[i] ?? 0,
    })),
    parts: [
      { kind: 'start', adds: start },
      { kind: 'words', adds: words.reduce((sum, weight) => sum + weight, 0) },
      ...partsOf(cues, rulebook),
    ],
    limit: rule === undefined ? limits.refuse : limits.alone,
  };
}

/** The likeliest rule at error level, where a text is refused for its score alone. */
function ruleThatDecides(
  { info: { limits, outputs } }: Model,
  scores: Scores,
  rulebook: Rulebook,
): string | undefined {
  const score = (output: string): number => scores.score(output) ?? -Infinity;
  if (score(VERDICT) > limits.refuse) return undefined;
  return outputs
    .filter((id) => rulebook.rules.get(id)?.level === 'error' && score(id) > limits.alone)
    .sort((a, b) => score(b) - score(a))[0];
}

/** Cues by where they come from: all phrases of a rule are one part, all word lists but the results another. */
function partsOf(cues: ReadonlyMap<string, number>, rulebook: Rulebook): Part[] {
  const parts = new Map<string, Part>();
  for (const [cue, adds] of cues) {
    const owner = cue.replace(/^\+|\/.*$/g, '');
    const source: Source = rulebook.rules.has(owner)
      ? { kind: 'rule', rule: owner }
      : { kind: /^results? ?\d*$/.test(cue) ? 'results' : 'lists' };
    const key = source.kind === 'rule' ? owner : source.kind;
    parts.set(key, { ...source, adds: adds + (parts.get(key)?.adds ?? 0) });
  }
  return [...parts.values()];
}
