import { openLayer } from './layer.ts';

/** A trained network, as it is kept in a file. */
export interface NetworkInfo {
  /** What each step of a stored number stands for, one for each dimension of its vectors. */
  readonly scale: readonly number[];
  /** For each unit the weight of every dimension in it. */
  readonly joins: readonly (readonly number[])[];
  /** Added to the sum in every unit. */
  readonly shift: readonly number[];
  /** For each unit its weight in every output. */
  readonly weights: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

/** Networks that are asked together, each of which counts the same. */
export interface Networks {
  /** How many dimensions their vectors have, beside each other. */
  readonly width: number;
  /**
   * The units of all of them for a text; those that are not active are 0.
   * @param values of the text in all dimensions, in steps, those of all networks beside each other
   */
  unitsFor(values: readonly number[]): number[];
  /** What units make of every output; behind them there may be zeros. */
  scoresFor(units: readonly number[]): number[];
  /** Takes one output apart. */
  slopesFor(units: readonly number[], output: number): Slopes;
}

/** With the active units as they are, an output is a plain sum over the dimensions. */
export interface Slopes {
  /** What is there where every value is 0. */
  readonly start: number;
  /** What a step in each dimension adds. */
  readonly dimensions: readonly number[];
}

/** Makes networks of the same sizes ready: each sees dimensions of its own, and their units are weighed together. */
export function openNetworks(infos: readonly NetworkInfo[]): Networks {
  const each = infos[0]?.scale.length ?? 0;
  const width = infos.length * each;
  const share = 1 / infos.length;
  const shift = infos.flatMap((info) => info.shift);
  const hidden = openLayer(
    infos.flatMap(({ scale, joins, shift: starts }, n) =>
      joins.map((row, u) => ({
        start: starts[u] ?? 0,
        from: n * each,
        weights: row.map((join, d) => join * (scale[d] ?? 0)),
      })),
    ),
  );
  const weightsOfUnits = infos.flatMap((info) => info.weights);
  const bias = (infos[0]?.bias ?? []).map((_, o) =>
    infos.reduce((sum, info) => sum + (info.bias[o] ?? 0) * share, 0),
  );
  const last = openLayer(
    bias.map((start, o) => ({
      start,
      from: 0,
      weights: weightsOfUnits.map((weights) => (weights[o] ?? 0) * share),
    })),
  );
  const none = Array.from({ length: Math.max(width, shift.length) }, () => 0);

  return {
    width,
    unitsFor(values) {
      const units = hidden.outputsFor(values);
      for (let u = 0; u < units.length; u += 1) units[u] = Math.max(0, units[u] ?? 0);
      return units;
    },
    scoresFor: (units) => last.outputsFor(units),
    slopesFor(units, output) {
      const slopes = none.slice(0, shift.length);
      last.addWeights(output, 1, slopes);
      const dimensions = none.slice(0, width);
      let start = bias[output] ?? 0;
      for (let u = 0; u < shift.length; u += 1) {
        if (units[u] === 0) continue;
        const slope = slopes[u] ?? 0;
        start += slope * (shift[u] ?? 0);
        hidden.addWeights(u, slope, dimensions);
      }
      return { start, dimensions };
    },
  };
}
