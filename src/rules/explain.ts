import { leadInLength } from './lead-in.ts';
import { matchFound } from './judge-purpose.ts';
import type { Match, Circumstances } from './judge-text.ts';
import { objectiveIn } from './objective.ts';
import type { Objective } from './objective.ts';
import { readText } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Stage } from './rule.ts';
import type { Rulebook } from './rulebook.ts';
import { EVIDENCE, weighedEvidence } from './weigh.ts';
import { wordsForModel } from './words-for-model.ts';

/** A word and how much it weighs for a refusal; less than 0 speaks for the purpose. */
export interface WeighedWord {
  readonly text: string;
  readonly weight: number;
}

/** One of the things that are set against each other for the verdict. */
export interface WeighedEvidence {
  readonly name: (typeof EVIDENCE)[number];
  /** What it adds; less than 0 speaks for the purpose. */
  readonly adds: number;
}

/** The whole reckoning of a verdict. */
export interface Explanation {
  readonly reading: Reading;
  /** What phrases found, also what the model then overruled. */
  readonly found: readonly Match[];
  readonly objective: Objective;
  /** The words of the text as the model weighs them, in its order. */
  readonly words: readonly WeighedWord[];
  readonly evidence: readonly WeighedEvidence[];
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
  const found = matchFound(reading, rulebook, circumstances);
  const words = wordsForModel(reading, rulebook);
  const weights = model.weightOfWords(words, { stage }, 'verdict');
  const adds = weighedEvidence(found, reading, rulebook, model.scores(words, { stage }), model.info.decision);
  return {
    reading,
    found,
    objective: objectiveIn(reading),
    words: reading.words.map(({ start, end }, i) => ({
      text: reading.text.slice(start, end),
      weight: weights[i] ?? 0,
    })),
    evidence: EVIDENCE.map((name, i) => ({ name, adds: adds[i] ?? 0 })),
    limit: model.info.decision.refuse,
  };
}
