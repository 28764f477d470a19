import { PLACES } from '../model/features.ts';
import type { Features } from '../model/features.ts';

/** What a fit is asked for. */
export interface FitOptions {
  /** How often every example is looked at. */
  readonly epochs: number;
  /** How much more an example with the answer yes counts. */
  readonly weightOfYes: number;
}

/** The weight of every place, and what is added to their sum. */
export interface Weights {
  readonly weights: Float64Array;
  readonly bias: number;
}

const RATE = 0.5;
const SHRINK = 1e-5;
const SEED = 7;

/**
 * Fits a logistic regression by stochastic gradient descent with a rate for each weight (AdaGrad: Duchi, Hazan, Singer
 * 2011). The same examples give the same weights.
 * @param answers for each example: yes, no, or not known; those are left out
 */
export function fit(
  examples: readonly Features[],
  answers: readonly (boolean | undefined)[],
  options: FitOptions,
): Weights {
  const weights = new Float64Array(PLACES);
  const squares = new Float64Array(PLACES).fill(1e-6);
  let bias = 0;
  let biasSquares = 1e-6;
  const random = randomFrom(SEED);
  const order = [...examples.keys()].filter((i) => answers[i] !== undefined);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (const i of order) {
      const example = examples[i];
      const isYes = answers[i] === true;
      if (example === undefined) continue;
      const { places, values } = example;
      let sum = bias;
      for (let k = 0; k < places.length; k += 1) sum += (weights[places[k] ?? 0] ?? 0) * (values[k] ?? 0);
      const error = (probability(sum) - (isYes ? 1 : 0)) * (isYes ? options.weightOfYes : 1);
      biasSquares += error * error;
      bias -= (RATE * error) / Math.sqrt(biasSquares);
      for (let k = 0; k < places.length; k += 1) {
        const place = places[k] ?? 0;
        const weight = weights[place] ?? 0;
        const gradient = error * (values[k] ?? 0) + SHRINK * weight;
        const square = (squares[place] ?? 0) + gradient * gradient;
        squares[place] = square;
        weights[place] = weight - (RATE * gradient) / Math.sqrt(square);
      }
    }
  }
  return { weights, bias };
}

export function probability(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

export function scoreOf({ weights, bias }: Weights, { places, values }: Features): number {
  let sum = bias;
  for (let k = 0; k < places.length; k += 1) sum += (weights[places[k] ?? 0] ?? 0) * (values[k] ?? 0);
  return sum;
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [order[i], order[j]];
    if (a !== undefined && b !== undefined) [order[i], order[j]] = [b, a];
  }
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
