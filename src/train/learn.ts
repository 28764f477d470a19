import { featuresOf } from '../model/features.ts';
import type { ModelText } from '../model/features.ts';
import { PLACES, givePlaces, placesOf } from '../model/places.ts';
import type { Prints } from '../model/places.ts';
import { weightOfFeature } from '../model/model.ts';
import { randomFrom, shuffle } from './random.ts';
import type { Random } from './random.ts';

/** A labelled text: for each output yes, no, or not known. */
export interface Lesson {
  readonly text: ModelText;
  readonly answers: readonly (boolean | undefined)[];
}

/** What was learned, before it is made small. */
export interface Learned {
  readonly prints: Prints;
  readonly networks: readonly Layers[];
}

/** The numbers of one network. */
export interface Layers {
  /** For each place a vector of `WIDTH` numbers. */
  readonly vectors: Float32Array;
  /** For each unit the weight of every dimension in it. */
  readonly joins: Float32Array;
  readonly shift: Float32Array;
  /** For each unit its weight in every output. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** The length of the vectors. */
export const WIDTH = 20;
/** How many units there are. */
const UNITS = 64;
/** How many networks learn the same, each in an order of its own. */
const NETWORKS = 2;
/** How often every text is looked at. */
const EPOCHS = 6;
/** Slope of the first step; it falls to 0 in a straight line. */
const RATE = 0.1;
/** The same for what all features have in common. */
const RATE_OF_JOINS = 0.02;
/** Share of the features, and of the units, that each look at a text is denied (dropout: Srivastava et al. 2014). */
const FEATURES_DENIED = 0.3;
const UNITS_DENIED = 0.2;
/** What makes up for those that are denied. */
const SHOWN_FACTOR = 1 / (1 - FEATURES_DENIED);
const KEPT_FACTOR = 1 / (1 - UNITS_DENIED);
/** How much an output counts beside the first one, the verdict. */
const WEIGHT_OF_RULE = 0.3;
/** Vectors begin at random; of the lengths tried this gave the best. */
const FIRST_LENGTH = 0.3;
const FIRST_BIAS = -1;
const SMALLEST_SQUARE = 1e-4;
/** An answer is as good as right where it is off by less. */
const NOTHING_TO_LEARN = 1e-4;

/**
 * Fits networks text by text with a rate for each number (AdaGrad: Duchi, Hazan, Singer 2011), all outputs at once. The
 * same lessons give the same networks.
 * @param outputs how many answers each lesson has
 */
export function learn(lessons: readonly Lesson[], outputs: number): Learned {
  const prints = givePlaces(lessons.map(({ text }) => text));
  const seen = lessons.map(({ text, answers }) => ({ answers, ...countedPlaces(text, prints) }));
  const networks = Array.from({ length: NETWORKS }, (_, n) => fit([...seen], outputs, randomFrom(n + 1)));
  return { prints, networks };
}

/** A text of which every place is there once, with how much it adds. */
interface Seen extends Pick<Lesson, 'answers'> {
  readonly places: Int32Array;
  readonly values: Float32Array;
}

function countedPlaces(text: ModelText, prints: Prints): Omit<Seen, 'answers'> {
  const all = placesOf(featuresOf(text), prints);
  const counts = new Map<number, number>();
  for (const place of all) counts.set(place, (counts.get(place) ?? 0) + 1);
  const perFeature = weightOfFeature(all.length);
  return {
    places: Int32Array.from(counts.keys()),
    values: Float32Array.from(counts.values(), (count) => count * perFeature),
  };
}

/** @param seen is shuffled */
function fit(seen: Seen[], outputs: number, random: Random): Layers {
  const learner = new Learner(outputs, random);
  const total = EPOCHS * seen.length;
  let looks = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(seen, random);
    for (const text of seen) {
      learner.look(text, 1 - looks / total);
      looks += 1;
    }
  }
  return learner.network;
}

function begin(outputs: number, random: Random): Layers {
  const gauss = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const perDimension = 1 / Math.sqrt(WIDTH);
  const perUnit = 1 / Math.sqrt(UNITS);
  return {
    vectors: new Float32Array(PLACES * WIDTH).map(() => FIRST_LENGTH * perDimension * gauss()),
    joins: new Float32Array(WIDTH * UNITS).map(() => perDimension * gauss()),
    shift: new Float32Array(UNITS),
    weights: new Float32Array(UNITS * outputs).map(() => perUnit * gauss()),
    bias: new Float32Array(outputs).fill(FIRST_BIAS),
  };
}

/** The sum of the squares of all slopes that each number has met. */
function squaresFor({ vectors, joins, shift, weights, bias }: Layers): Layers {
  const like = (numbers: Float32Array): Float32Array =>
    new Float32Array(numbers.length).fill(SMALLEST_SQUARE);
  return {
    vectors: like(vectors),
    joins: like(joins),
    shift: like(shift),
    weights: like(weights),
    bias: like(bias),
  };
}

/** A network that learns. */
class Learner {
  readonly network: Layers;
  readonly #squares: Layers;
  readonly #random: Random;
  /** What the last text that was looked at gave; made once for all of them. */
  readonly #sums = new Float32Array(WIDTH);
  readonly #units = new Float32Array(UNITS);
  /** For each unit 0 where it is not active or denied, else `KEPT_FACTOR`. */
  readonly #keep = new Float32Array(UNITS);
  readonly #unitSlopes = new Float32Array(UNITS);
  readonly #sumSlopes = new Float32Array(WIDTH);

  constructor(outputs: number, random: Random) {
    this.network = begin(outputs, random);
    this.#squares = squaresFor(this.network);
    this.#random = random;
  }

  /**
   * Looks at one text and moves every number a little against its slope.
   * @param left how much is left to learn: 1 at the beginning, 0 at the end
   */
  look(text: Seen, left: number): void {
    const shown = [...text.places.keys()].filter(() => this.#random() >= FEATURES_DENIED);
    this.#sumUp(text, shown);
    this.#activate();
    for (const [output, answer] of text.answers.entries())
      if (answer !== undefined) this.#answer(output, answer, RATE * left);
    this.#moveUnits(left);
    this.#moveVectors(text, shown, RATE * left);
  }

  /** @param shown which of the places of the text are not denied */
  #sumUp({ places, values }: Seen, shown: readonly number[]): void {
    const { vectors } = this.network;
    const sums = this.#sums.fill(0);
    for (const k of shown) {
      const row = (places[k] ?? 0) * WIDTH;
      const value = (values[k] ?? 0) * SHOWN_FACTOR;
      for (let d = 0; d < WIDTH; d += 1) sums[d] = (sums[d] ?? 0) + (vectors[row + d] ?? 0) * value;
    }
  }

  #activate(): void {
    const { joins, shift } = this.network;
    const sums = this.#sums;
    for (let u = 0; u < UNITS; u += 1) {
      let unit = shift[u] ?? 0;
      const row = u * WIDTH;
      for (let d = 0; d < WIDTH; d += 1) unit += (sums[d] ?? 0) * (joins[row + d] ?? 0);
      this.#units[u] = unit;
      const isDenied = this.#random() < UNITS_DENIED;
      this.#keep[u] = isDenied || unit < 0 ? 0 : KEPT_FACTOR;
      this.#unitSlopes[u] = 0;
    }
  }

  /** Learns from one answer, and gathers in which direction it pulls the units. */
  #answer(output: number, answer: boolean, rate: number): void {
    const { weights, bias } = this.network;
    const outputs = bias.length;
    const [units, keep, slopes] = [this.#units, this.#keep, this.#unitSlopes];
    let score = bias[output] ?? 0;
    for (let u = 0; u < UNITS; u += 1)
      score += (units[u] ?? 0) * (keep[u] ?? 0) * (weights[u * outputs + output] ?? 0);
    const error = (1 / (1 + Math.exp(-score)) - (answer ? 1 : 0)) * (output === 0 ? 1 : WEIGHT_OF_RULE);
    move(bias, this.#squares.bias, output, error, rate);
    if (Math.abs(error) < NOTHING_TO_LEARN) return;
    for (let u = 0; u < UNITS; u += 1) {
      const kept = keep[u] ?? 0;
      if (kept === 0) continue;
      const at = u * outputs + output;
      slopes[u] = (slopes[u] ?? 0) + error * (weights[at] ?? 0) * kept;
      move(weights, this.#squares.weights, at, error * (units[u] ?? 0) * kept, rate);
    }
  }

  #moveUnits(left: number): void {
    const { joins, shift } = this.network;
    const sums = this.#sums;
    const sumSlopes = this.#sumSlopes.fill(0);
    for (let u = 0; u < UNITS; u += 1) {
      const slope = this.#unitSlopes[u] ?? 0;
      if (slope === 0) continue;
      move(shift, this.#squares.shift, u, slope, RATE * left);
      const row = u * WIDTH;
      for (let d = 0; d < WIDTH; d += 1) {
        sumSlopes[d] = (sumSlopes[d] ?? 0) + slope * (joins[row + d] ?? 0);
        move(joins, this.#squares.joins, row + d, slope * (sums[d] ?? 0), RATE_OF_JOINS * left);
      }
    }
  }

  #moveVectors({ places, values }: Seen, shown: readonly number[], rate: number): void {
    const { vectors } = this.network;
    const slopes = this.#sumSlopes;
    for (const k of shown) {
      const row = (places[k] ?? 0) * WIDTH;
      const value = (values[k] ?? 0) * SHOWN_FACTOR;
      for (let d = 0; d < WIDTH; d += 1)
        move(vectors, this.#squares.vectors, row + d, (slopes[d] ?? 0) * value, rate);
    }
  }
}

function move(numbers: Float32Array, squares: Float32Array, at: number, slope: number, rate: number): void {
  const square = (squares[at] ?? 0) + slope * slope;
  squares[at] = square;
  numbers[at] = (numbers[at] ?? 0) - (rate * slope) / Math.sqrt(square);
}
