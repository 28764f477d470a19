import { PLACES } from '../model/places.ts';
import { openModel } from '../model/model.ts';
import type { Limits, ModelInfo, Scores } from '../model/model.ts';
import { SAYS_BENEFIT, SAYS_DONE } from '../rules/says.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { VERDICT } from '../rules/weigh.ts';
import { authorOf } from './examples.ts';
import type { Example, TrainingData } from './examples.ts';
import { judge, lessonsOfRules } from './judged.ts';
import { WIDTH, learn } from './learn.ts';
import type { Learned, Lesson } from './learn.ts';
import { namedExamples } from './named.ts';
import { scoredBy, tune } from './tune.ts';
import { variedExamples } from './varied.ts';

/** A model as it is written to its files. */
export interface Trained {
  readonly info: ModelInfo;
  /** As `openModel` takes them. */
  readonly bytes: Uint8Array;
}

/** A model that has learned from all authors but some, and the texts of those. */
export interface Fold {
  readonly trained: Trained;
  readonly leftOut: readonly Example[];
}

/**
 * The authors that are left out together. What `a`, `b`, `k` and `l` wrote was read when the phrases were written, so that phrases
 * do better on it than on anything else; it is always learned from and never measured on.
 */
const LEFT_OUT: readonly (readonly string[])[] = [
  ['aa', 'd', 'g', 't'],
  ['e', 'h', 'j', 'u', 'z'],
  ['c', 'f', 'i', 'v', 'w'],
];
/** Steps to each side of 0 in which a number of a vector is kept. */
const STEPS = 127;
/** The largest numbers are cut off at one of these shares of the largest, whichever keeps the others best. */
const CUTS = [1, 0.7, 0.5, 0.35, 0.25, 0.18];
/** To so many digits the other numbers are kept. */
const DIGITS = 5;

/** How often the examples of rules are learned from: as often as a purpose without a name. */
const LOOKS_AT_RULES = 4;

/** What there is to learn from. */
export interface Material extends TrainingData {
  /** Without a model: the examples of its rules are learned from, too. */
  readonly rulebook: Rulebook;
}

/** Trains on all labelled texts, with the limits that are best for texts of authors who were left out. */
export function train(material: Material, say: (progress: string) => void): Trained {
  const { limits } = trainFolds(material, say);
  say('all authors');
  const outputs = outputsFor(material);
  return pack(learn(lessonsFrom(material, outputs), outputs.length), outputs, limits);
}

/** Trains several times without some authors, and finds the limits with which the texts of those are judged best. */
export function trainFolds(
  material: Material,
  say: (progress: string) => void,
): { folds: Fold[]; limits: Limits } {
  const { examples, rulebook } = material;
  const outputs = outputsFor(material);
  const folds = LEFT_OUT.map((authors) => {
    say(`without ${authors.join(' and ')}`);
    const isLeftOut = (example: Example): boolean => authors.includes(authorOf(example));
    const rest = { ...material, examples: examples.filter((example) => !isLeftOut(example)) };
    return {
      leftOut: examples.filter(isLeftOut),
      trained: pack(learn(lessonsFrom(rest, outputs), outputs.length), outputs, NO_LIMITS),
    };
  });
  const scored = folds.flatMap(({ leftOut, trained: { info, bytes } }) => {
    const model = openModel(info, bytes);
    return leftOut.map((example) => {
      const judged = judge(example, outputs, rulebook);
      return scoredBy(keptScores(model.read(judged.text), outputs), judged);
    });
  });
  const limits = tune(scored, rulebook);
  return {
    limits,
    folds: folds.map(({ leftOut, trained: { info, bytes } }) => ({
      leftOut,
      trained: { info: { ...info, limits }, bytes },
    })),
  };
}

function lessonsFrom(
  { examples, accountNames, alikeWords, rulebook }: Material,
  outputs: readonly string[],
): Lesson[] {
  const typed = [...examples, ...variedExamples(examples, alikeWords)];
  const ofRules = lessonsOfRules(outputs, rulebook);
  return [
    ...[...typed, ...namedExamples(typed, accountNames)].map((example) => judge(example, outputs, rulebook)),
    ...Array.from({ length: LOOKS_AT_RULES }, () => ofRules).flat(),
  ];
}

const NO_LIMITS: Limits = {
  refuse: 0,
  alone: 0,
  found: { 'purpose-error': 0, 'purpose-warn': 0, 'report-error': 0, 'report-warn': 0 },
  unfound: { 'purpose-error': 0, 'purpose-warn': 0, 'report-error': 0, 'report-warn': 0 },
  says: 0,
};

/** The scores alone, without all that they were found out from. */
function keptScores(read: Scores, outputs: readonly string[]): Scores {
  const kept = new Map(outputs.map((output) => [output, read.score(output)]));
  return { score: (output) => kept.get(output) };
}

/** The verdict, the rules that a text alone can break, and what sections of a report say. */
function outputsFor({ examples, rulebook }: Material): string[] {
  const labelled = new Set(examples.flatMap(({ expect }) => expect));
  const rules = [...rulebook.rules.keys()].filter((id) => labelled.has(id));
  return [VERDICT, ...rules, SAYS_BENEFIT, SAYS_DONE];
}

/** Keeps each number of a vector in a byte, and the vectors of all networks beside each other. */
function pack({ prints, networks }: Learned, outputs: readonly string[], limits: Limits): Trained {
  const width = networks.length * WIDTH;
  const bytes = new Uint8Array(PLACES * (1 + width));
  bytes.set(prints);
  const vectors = new Int8Array(bytes.buffer, PLACES);
  const round = (value: number): number => Number(value.toPrecision(DIGITS));
  const rows = (numbers: Float32Array, length: number): number[][] =>
    Array.from({ length: numbers.length / length }, (_, row) =>
      Array.from(numbers.subarray(row * length, (row + 1) * length), round),
    );
  return {
    info: {
      outputs,
      networks: networks.map((network, n) => ({
        scale: Array.from({ length: WIDTH }, (_, d) =>
          round(packColumn(network.vectors, d, vectors, { at: n * WIDTH + d, width })),
        ),
        joins: rows(network.joins, WIDTH),
        shift: Array.from(network.shift, round),
        weights: rows(network.weights, outputs.length),
        bias: Array.from(network.bias, round),
      })),
      limits,
    },
    bytes,
  };
}

/**
 * @param column where in each row it is to stand, and how long a row is
 * @returns what a step stands for
 */
function packColumn(
  vectors: Float32Array,
  d: number,
  into: Int8Array,
  column: { readonly at: number; readonly width: number },
): number {
  let largest = 0;
  for (let i = d; i < vectors.length; i += WIDTH) largest = Math.max(largest, Math.abs(vectors[i] ?? 0));
  const inSteps = (value: number, step: number): number =>
    Math.max(-STEPS, Math.min(STEPS, Math.round(value / step)));
  let least = Infinity;
  let best = 1;
  for (const cut of CUTS) {
    const step = (largest * cut) / STEPS;
    let loss = 0;
    for (let i = d; i < vectors.length; i += WIDTH) {
      const value = vectors[i] ?? 0;
      loss += (value - inSteps(value, step) * step) ** 2;
    }
    if (loss < least) {
      least = loss;
      best = step;
    }
  }
  for (let place = 0; place < PLACES; place += 1)
    into[place * column.width + column.at] = inSteps(vectors[place * WIDTH + d] ?? 0, best);
  return best;
}
