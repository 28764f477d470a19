import { featuresOf } from './features.ts';
import type { Features, ModelText } from './features.ts';
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
  /** What each step of a stored number stands for, one for each dimension of a vector. */
  readonly scale: readonly number[];
  /** Added to the sum of the vectors. */
  readonly shift: readonly number[];
  /** For each dimension its weight in every output. */
  readonly weights: readonly (readonly number[])[];
  readonly bias: readonly number[];
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
  /** The scores by output; above 0 is more likely than not. */
  readonly scores: ReadonlyMap<string, number>;
  /** Takes one score apart. */
  shares(output: string): Shares;
}

/**
 * A small neural network: every feature of a text has a vector, their sum goes through one layer of rectified units, and
 * each output is a weighted sum of those (a bag of n-grams as in fastText: Joulin et al. 2017, with a hidden layer).
 */
export interface Model {
  readonly info: ModelInfo;
  read(text: ModelText): ReadText;
}

/** A sum of vectors grows with the length of a text; divided by the root of it, texts of all lengths are alike. */
export const SUM_SCALE = 3;

/** @param bytes a print for each place, then for each place a vector, a signed byte a number */
export function openModel(info: ModelInfo, bytes: Uint8Array): Model {
  const { outputs, scale, shift, bias } = info;
  const width = scale.length;
  const weights = info.weights.map((row) => Float64Array.from(row));
  const size = PLACES * (1 + width);
  if (bytes.length !== size) throw new RangeError(`a model of ${width} dimensions has ${size} bytes`);
  const prints = bytes.subarray(0, PLACES);
  const vectors = openVectors(bytes.subarray(PLACES), width);

  /** The units that the features of a text make active, and how much; 0 for the others. */
  const unitsOf = (places: readonly number[], perFeature: number): Float64Array => {
    const units = new Float64Array(width);
    const sums = vectors.sum(places);
    for (let d = 0; d < width; d += 1)
      units[d] = Math.max(0, (shift[d] ?? 0) + (sums[d] ?? 0) * (scale[d] ?? 0) * perFeature);
    return units;
  };

  const scoresFor = (units: Float64Array): Map<string, number> => {
    const sums = new Float64Array(bias);
    for (let d = 0; d < width; d += 1) {
      const unit = units[d] ?? 0;
      const row = weights[d];
      if (unit === 0 || row === undefined) continue;
      for (let o = 0; o < sums.length; o += 1) sums[o] = (sums[o] ?? 0) + unit * (row[o] ?? 0);
    }
    const scores = new Map<string, number>();
    for (let o = 0; o < outputs.length; o += 1) scores.set(outputs[o] ?? '', sums[o] ?? 0);
    return scores;
  };

  return {
    info,
    read(text) {
      const features = featuresOf(text);
      const places = placesOf(features, prints);
      const perFeature = SUM_SCALE / Math.sqrt(Math.max(1, places.length));
      const units = unitsOf(places, perFeature);
      return {
        scores: scoresFor(units),
        shares(output) {
          const o = outputs.indexOf(output);
          // With the active units as they are, the score is a plain sum over the features.
          const slopes = weights.map((row, d) => ((units[d] ?? 0) > 0 ? (row[o] ?? 0) : 0));
          const factors = slopes.map((slope, d) => slope * (scale[d] ?? 0) * perFeature);
          const start = slopes.reduce((sum, slope, d) => sum + slope * (shift[d] ?? 0), bias[o] ?? 0);
          const product = vectors.productWith(factors);
          return sharesOf(text, features, start, (hash) => {
            const place = placeIn(prints, hash);
            return place < 0 ? undefined : product(place);
          });
        },
      };
    },
  };
}

/** Gives what each feature that has a place adds to the words that it is made of, to its cue, or to the start. */
function sharesOf(
  text: ModelText,
  { hashes, from, to, firstCue }: Features,
  start: number,
  addedBy: (hash: number) => number | undefined,
): Shares {
  const words = new Float64Array(text.words.length);
  const cues = new Map<string, number>();
  let rest = start;
  for (let i = 0; i < hashes.length; i += 1) {
    const adds = addedBy(hashes[i] ?? 0);
    if (adds === undefined) continue;
    const first = from[i] ?? 0;
    const behind = to[i] ?? 0;
    const cue = i < firstCue ? undefined : text.cues[i - firstCue];
    if (cue !== undefined) cues.set(cue, (cues.get(cue) ?? 0) + adds);
    else if (behind === first) rest += adds;
    const each = adds / (behind - first);
    for (let at = first; at < behind; at += 1) words[at] = (words[at] ?? 0) + each;
  }
  return { start: rest, words, cues };
}
