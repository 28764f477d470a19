import { featuresOf } from '../model/features.ts';
import type { ModelText } from '../model/features.ts';
import { PLACES, givePlaces, placesOf } from '../model/places.ts';
import type { Prints } from '../model/places.ts';
import { SUM_SCALE } from '../model/model.ts';
import { randomFrom, shuffle } from './random.ts';
import type { Random } from './random.ts';

/** A labelled text: for each output yes, no, or not known. */
export interface Lesson {
  readonly text: ModelText;
  readonly answers: readonly (boolean | undefined)[];
}

/** What was learned, before it is made small. */
export interface Network extends Layers {
  readonly prints: Prints;
}

interface Layers {
  /** For each place a vector of `WIDTH` numbers. */
  readonly vectors: Float32Array;
  readonly shift: Float32Array;
  /** For each dimension its weight in every output. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** The length of the vectors. */
export const WIDTH = 44;
/** How often every text is looked at. */
const EPOCHS = 10;
/** Slope of the first step; it falls to 0 in a straight line. */
const RATE = 0.1;
/** Share of the features, and of the units, that each look at a text is denied (dropout: Srivastava et al. 2014). */
const FEATURES_DENIED = 0.3;
const UNITS_DENIED = 0.3;
/** How much an output counts beside the first one, the verdict. */
const WEIGHT_OF_RULE = 0.3;
/** Vectors begin at random; of the lengths tried this gave the best. */
const FIRST_LENGTH = 0.3;
const FIRST_BIAS = -1;
const SMALLEST_SQUARE = 1e-4;
const SEED = 1;

/**
 * Fits the network text by text with a rate for each number (AdaGrad: Duchi, Hazan, Singer 2011), all outputs at once. The
 * same lessons give the same network.
 * @param outputs how many answers each lesson has
 */
export function learn(lessons: readonly Lesson[], outputs: number): Network {
  const random = randomFrom(SEED);
  const prints = givePlaces(lessons.map(({ text }) => text));
  const network = begin(outputs, random);
  const squares = squaresFor(network);
  const seen = lessons.map(({ text, answers }) => ({ answers, ...countedPlaces(text, prints) }));
  const work = {
    sums: new Float32Array(WIDTH),
    keep: new Float32Array(WIDTH),
    slopes: new Float32Array(WIDTH),
  };
  const total = EPOCHS * seen.length;
  let looks = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(seen, random);
    for (const lesson of seen) {
      look(lesson, network, squares, work, RATE * (1 - looks / total), random);
      looks += 1;
    }
  }
  return { ...network, prints };
}

/** Every place of a text once, with how much it adds. */
interface Counted {
  readonly places: Int32Array;
  readonly values: Float32Array;
}

function countedPlaces(text: ModelText, prints: Prints): Counted {
  const all = placesOf(featuresOf(text), prints);
  const counts = new Map<number, number>();
  for (const place of all) counts.set(place, (counts.get(place) ?? 0) + 1);
  const perFeature = SUM_SCALE / Math.sqrt(Math.max(1, all.length));
  return {
    places: Int32Array.from(counts.keys()),
    values: Float32Array.from(counts.values(), (count) => count * perFeature),
  };
}

function begin(outputs: number, random: Random): Layers {
  const gauss = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const perNumber = 1 / Math.sqrt(WIDTH);
  return {
    vectors: new Float32Array(PLACES * WIDTH).map(() => FIRST_LENGTH * perNumber * gauss()),
    shift: new Float32Array(WIDTH),
    weights: new Float32Array(WIDTH * outputs).map(() => perNumber * gauss()),
    bias: new Float32Array(outputs).fill(FIRST_BIAS),
  };
}

/** The sum of the squares of all slopes that each number has met. */
function squaresFor({ vectors, shift, weights, bias }: Layers): Layers {
  const like = (numbers: Float32Array): Float32Array =>
    new Float32Array(numbers.length).fill(SMALLEST_SQUARE);
  return { vectors: like(vectors), shift: like(shift), weights: like(weights), bias: like(bias) };
}

interface Work {
  readonly sums: Float32Array;
  /** For each unit 0 where it is not active or denied, else what makes up for those that are denied. */
  readonly keep: Float32Array;
  readonly slopes: Float32Array;
}

/** Looks at one text and moves every number a little against its slope. */
function look(
  { places, values, answers }: Counted & Pick<Lesson, 'answers'>,
  network: Layers,
  squares: Layers,
  { sums, keep, slopes }: Work,
  rate: number,
  random: Random,
): void {
  const { vectors, shift, weights, bias } = network;
  const outputs = bias.length;
  const shown: number[] = [];
  const factor = 1 / (1 - FEATURES_DENIED);
  sums.set(shift);
  for (let k = 0; k < places.length; k += 1) {
    if (random() < FEATURES_DENIED) continue;
    shown.push(k);
    const row = (places[k] ?? 0) * WIDTH;
    const value = (values[k] ?? 0) * factor;
    for (let d = 0; d < WIDTH; d += 1) sums[d] = (sums[d] ?? 0) + (vectors[row + d] ?? 0) * value;
  }
  for (let d = 0; d < WIDTH; d += 1) {
    const isDenied = random() < UNITS_DENIED;
    keep[d] = isDenied || (sums[d] ?? 0) < 0 ? 0 : 1 / (1 - UNITS_DENIED);
    slopes[d] = 0;
  }
  for (let o = 0; o < outputs; o += 1) {
    const answer = answers[o];
    if (answer === undefined) continue;
    let score = bias[o] ?? 0;
    for (let d = 0; d < WIDTH; d += 1)
      score += (sums[d] ?? 0) * (keep[d] ?? 0) * (weights[d * outputs + o] ?? 0);
    const error = (1 / (1 + Math.exp(-score)) - (answer ? 1 : 0)) * (o === 0 ? 1 : WEIGHT_OF_RULE);
    move(bias, squares.bias, o, error, rate);
    for (let d = 0; d < WIDTH; d += 1) {
      const kept = keep[d] ?? 0;
      if (kept === 0) continue;
      const at = d * outputs + o;
      slopes[d] = (slopes[d] ?? 0) + error * (weights[at] ?? 0) * kept;
      move(weights, squares.weights, at, error * (sums[d] ?? 0) * kept, rate);
    }
  }
  for (let d = 0; d < WIDTH; d += 1) if (slopes[d] !== 0) move(shift, squares.shift, d, slopes[d] ?? 0, rate);
  for (const k of shown) {
    const row = (places[k] ?? 0) * WIDTH;
    const value = (values[k] ?? 0) * factor;
    for (let d = 0; d < WIDTH; d += 1)
      if (slopes[d] !== 0) move(vectors, squares.vectors, row + d, (slopes[d] ?? 0) * value, rate);
  }
}

function move(numbers: Float32Array, squares: Float32Array, at: number, slope: number, rate: number): void {
  const square = (squares[at] ?? 0) + slope * slope;
  squares[at] = square;
  numbers[at] = (numbers[at] ?? 0) - (rate * slope) / Math.sqrt(square);
}
