import { openKept } from '../text/kept.ts';
import { featuresBeside, featuresOfWord, nameOf, seenWord, visitBetween } from './features.ts';
import type { ModelText } from './features.ts';
import { openNetworks } from './networks.ts';
import type { NetworkInfo } from './networks.ts';
import { PLACES, placeIn, placesOf } from './places.ts';
import { openVectors } from './vectors.ts';

/** The scores above which something is told; found in training. */
export interface Limits {
  /** A purpose is refused above this `verdict`, … */
  readonly refuse: number;
  /** … or where the score of a rule at error level is above this. */
  readonly alone: number;
  /** A rule whose phrases found something is told of above this score of its own. */
  readonly found: Readonly<Record<Kind, number>>;
  /** A rule whose phrases found nothing is told of above this. */
  readonly unfound: Readonly<Record<Kind, number>>;
  /** A section of a report says what it is there for where a line of it scores above this. */
  readonly says: number;
}

/** What is judged, and how grave the rule is. */
export type Kind = `${'purpose' | 'report'}-${'error' | 'warn'}`;

/** What is known of a model besides its vectors. */
export interface ModelInfo {
  /** What it gives scores for: `verdict`, ids of rules, and what sections of a report say. */
  readonly outputs: readonly string[];
  readonly networks: readonly NetworkInfo[];
  readonly limits: Limits;
}

/** What each part of a text adds to a score, all of them together with `start` being the score. */
export interface Shares {
  readonly start: number;
  /** By the words of the text. */
  readonly words: Float64Array;
  /** By what phrases and word lists found. */
  readonly cues: ReadonlyMap<string, number>;
}

/** What a model makes of a text. */
export interface ReadText {
  /** The score of an output, above 0 more likely than not; nothing for what is none of the model's outputs. */
  score(output: string): number | undefined;
  /** Takes one score apart. */
  shares(output: string): Shares;
}

/**
 * Small neural networks, each begun at random in another way; a score is the mean of theirs, in which much of what is chance
 * in each of them cancels out. Every feature of a text has a vector in each network, their sum goes through one layer of
 * rectified units, and each output is a weighted sum of those (a bag of n-grams as in fastText: Joulin et al. 2017, with a
 * hidden layer).
 */
export interface Model {
  readonly info: ModelInfo;
  read(text: ModelText): ReadText;
}

const SUM_SCALE = 3;

/**
 * What each feature of a text counts. A sum of vectors grows with the length of a text; divided by the root of it, texts of
 * all lengths are alike.
 * @param count of the features
 */
export function weightOfFeature(count: number): number {
  return SUM_SCALE / Math.sqrt(Math.max(1, count));
}

/** What a word adds to every text that it stands in. */
interface KnownWord {
  readonly name: number;
  /** How many of its features have a place, … */
  readonly count: number;
  /** … and the sum of their vectors. */
  readonly sum: Int16Array;
}

/** @param bytes a print for each place, then for each place its vectors in all networks, a signed byte a number */
export function openModel(info: ModelInfo, bytes: Uint8Array): Model {
  const { outputs } = info;
  const networks = openNetworks(info.networks);
  const { width } = networks;
  const size = PLACES * (1 + width);
  if (bytes.length !== size) throw new RangeError(`a model of ${width} dimensions has ${size} bytes`);
  const prints = bytes.subarray(0, PLACES);
  const vectors = openVectors(bytes.subarray(PLACES), width);
  const numbers = new Map(outputs.map((output, o) => [output, o]));

  const knownWord = openKept((form): KnownWord => {
    const seen = seenWord(form);
    const places = placesOf(featuresOfWord(seen), prints);
    return { name: nameOf(seen), count: places.length, sum: Int16Array.from(vectors.sum(places)) };
  });

  return {
    info,
    read(text) {
      const words = text.words.map(({ form }) => knownWord(form));
      const beside = featuresBeside(text);
      const places = placesOf(beside, prints);
      visitBetween(namesOf(words), (hash) => {
        const place = placeIn(prints, hash);
        if (place >= 0) places.push(place);
      });
      const sums = vectors.sum(places);
      let count = places.length;
      for (const word of words) {
        count += word.count;
        for (let d = 0; d < width; d += 1) sums[d] = (sums[d] ?? 0) + (word.sum[d] ?? 0);
      }
      const perFeature = weightOfFeature(count);
      const units = networks.unitsFor(sums, perFeature);
      const scores = networks.scoresFor(units);
      return {
        score: (output) => scores[numbers.get(output) ?? -1],
        shares(output) {
          const slopes = networks.slopesFor(units, numbers.get(output) ?? -1);
          const factors = Array.from(slopes.dimensions, (slope) => slope * perFeature);
          const product = vectors.productWith(factors);
          const added = (hash: number): number => {
            const place = placeIn(prints, hash);
            return place < 0 ? 0 : product(place);
          };
          const cues = new Map<string, number>();
          for (const [i, cue] of text.cues.entries())
            cues.set(cue, (cues.get(cue) ?? 0) + added(beside[i] ?? 0));
          return {
            start: beside.slice(text.cues.length).reduce((sum, hash) => sum + added(hash), slopes.start),
            words: sharesOfWords(words, factors, added),
            cues,
          };
        },
      };
    },
  };
}

/** What each word adds: by its own features, and by its part in those that it has together with others. */
function sharesOfWords(
  words: readonly KnownWord[],
  factors: readonly number[],
  added: (hash: number) => number,
): Float64Array {
  const shares = new Float64Array(words.length);
  for (const [at, { sum }] of words.entries())
    for (let d = 0; d < sum.length; d += 1)
      shares[at] = (shares[at] ?? 0) + (factors[d] ?? 0) * (sum[d] ?? 0);
  visitBetween(namesOf(words), (hash, from, to) => {
    const each = added(hash) / (to - from);
    for (let at = from; at < to; at += 1) shares[at] = (shares[at] ?? 0) + each;
  });
  return shares;
}

function namesOf(words: readonly KnownWord[]): number[] {
  return words.map(({ name }) => name);
}
