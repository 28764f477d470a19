import { MOST_KEPT, openKept } from '../text/kept.ts';
import { featuresBeside, featuresOfWord, nameOf, seenWord, visitBetween } from './features.ts';
import type { ModelText } from './features.ts';
import { openNetworks } from './networks.ts';
import type { NetworkInfo, Slopes } from './networks.ts';
import { PLACES, placeIn, placesOf } from './places.ts';
import { openVectors, product } from './vectors.ts';

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
  /** By the words of the text: by their own features, and by their part in those that they have together. */
  readonly words: readonly number[];
  /** By what phrases and word lists found. */
  readonly cues: ReadonlyMap<string, number>;
}

/** What a model thinks of a text. */
export interface Scores {
  /** The score of an output, above 0 more likely than not; nothing for what is none of the model's outputs. */
  score(output: string): number | undefined;
}

/** What a model makes of a text. */
export interface ReadText extends Scores {
  /** What the words of the text add to a score; see `Shares`. */
  wordShares(output: string): readonly number[];
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

/** What is kept of a word, besides the sum of its features' vectors. */
interface KnownWord {
  readonly name: number;
  /** How many of its features have a place. */
  readonly count: number;
  /** Where its sum begins among those of all words. */
  readonly at: number;
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

  // One array for all: what a processor has to fetch of a text's words is then as little as can be.
  const sumsOfWords = new Int16Array(MOST_KEPT * width);
  /** Another word's sum may come where a word's sum was, so that it is to be used before the next word is asked for. */
  const knownWord = openKept((form, place): KnownWord => {
    const seen = seenWord(form);
    const places = placesOf(featuresOfWord(seen), prints);
    sumsOfWords.set(vectors.sum(places), place * width);
    return { name: nameOf(seen), count: places.length, at: place * width };
  });
  const shareOf = (hash: number, slopes: readonly number[]): number => {
    const place = placeIn(prints, hash);
    return place < 0 ? 0 : vectors.product(place, slopes);
  };
  /** Written anew for each text. */
  const sums = new Int32Array(width);

  return {
    info,
    read(text) {
      sums.fill(0);
      const names: number[] = [];
      let count = 0;
      for (const { form } of text.words) {
        const word = knownWord(form);
        names.push(word.name);
        count += word.count;
        for (let d = 0; d < width; d += 1) sums[d] = (sums[d] ?? 0) + (sumsOfWords[word.at + d] ?? 0);
      }
      const beside = featuresBeside(text);
      const places = placesOf(beside, prints);
      visitBetween(names, (hash) => {
        const place = placeIn(prints, hash);
        if (place >= 0) places.push(place);
      });
      const rest = vectors.sum(places);
      const perFeature = weightOfFeature(count + places.length);
      const values: number[] = [];
      for (let d = 0; d < width; d += 1) values.push(((sums[d] ?? 0) + (rest[d] ?? 0)) * perFeature);
      const units = networks.unitsFor(values);
      const scores = networks.scoresFor(units);
      const slopesOf = (output: string): Slopes => {
        const { start, dimensions } = networks.slopesFor(units, numbers.get(output) ?? -1);
        return { start, dimensions: dimensions.map((slope) => slope * perFeature) };
      };
      const wordShares = ({ dimensions }: Slopes): number[] => {
        const shares = text.words.map(({ form }) => product(sumsOfWords, knownWord(form).at, dimensions));
        visitBetween(names, (hash, from, to) => {
          const each = shareOf(hash, dimensions) / (to - from);
          for (let at = from; at < to; at += 1) shares[at] = (shares[at] ?? 0) + each;
        });
        return shares;
      };
      return {
        score: (output) => scores[numbers.get(output) ?? -1],
        wordShares: (output) => wordShares(slopesOf(output)),
        shares(output) {
          const slopes = slopesOf(output);
          const shares = beside.map((hash) => shareOf(hash, slopes.dimensions));
          const cues = new Map<string, number>();
          for (const [i, cue] of text.cues.entries()) cues.set(cue, (cues.get(cue) ?? 0) + (shares[i] ?? 0));
          return {
            start: shares.slice(text.cues.length).reduce((sum, share) => sum + share, slopes.start),
            words: wordShares(slopes),
            cues,
          };
        },
      };
    },
  };
}
