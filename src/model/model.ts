import type { Word } from '../text/words.ts';
import { PLACES, eachFeature, featuresOf } from './features.ts';
import type { Setting } from './features.ts';

/** How phrases and model are weighed against each other; found in training. */
export interface Decision {
  /** A weight for each evidence that is set against the others. */
  readonly verdict: readonly number[];
  /** A purpose is refused above this. */
  readonly refuse: number;
  /** A second reason is told of above this rule score. */
  readonly also: number;
  /** A warning is given above this rule score. */
  readonly warn: number;
}

/** What is known of a model besides its weights. */
export interface ModelInfo {
  /** What it gives scores for: `verdict`, then ids of rules. */
  readonly outputs: readonly string[];
  readonly bias: readonly number[];
  /** What a weight of 1 in the file stands for, for each output. */
  readonly scale: readonly number[];
  readonly decision: Decision;
}

/** A linear model of hashed features with an output for the verdict and one for each rule. */
export interface Model {
  readonly info: ModelInfo;
  /** The scores of a text by output; above 0 speaks for it. */
  scores(words: readonly Word[], setting: Setting): ReadonlyMap<string, number>;
  /** How much each word of a text weighs for an output. */
  weightOfWords(words: readonly Word[], setting: Setting, output: string): number[];
}

/**
 * Makes a model of its file.
 * @param weights a signed byte for each place and output, all outputs of a place together
 */
export function openModel(info: ModelInfo, weights: Int8Array): Model {
  const { outputs, bias, scale } = info;
  const width = outputs.length;
  if (weights.length !== PLACES * width)
    throw new RangeError(`a model of ${width} outputs has ${PLACES * width} weights`);
  return {
    info,
    scores(words, setting) {
      const { places, values } = featuresOf(words, setting);
      const sums = new Float64Array(width);
      for (let k = 0; k < places.length; k += 1) {
        const row = (places[k] ?? 0) * width;
        const value = values[k] ?? 0;
        for (let o = 0; o < width; o += 1) sums[o] = (sums[o] ?? 0) + (weights[row + o] ?? 0) * value;
      }
      return new Map(outputs.map((output, o) => [output, (bias[o] ?? 0) + (sums[o] ?? 0) * (scale[o] ?? 0)]));
    },
    weightOfWords(words, setting, output) {
      const o = outputs.indexOf(output);
      const sums = words.map(() => 0);
      eachFeature(words, setting, (place, from, to) => {
        const share = (weights[place * width + o] ?? 0) / Math.max(1, to - from);
        for (let at = from; at < to; at += 1) sums[at] = (sums[at] ?? 0) + share;
      });
      return sums;
    },
  };
}
