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
   * @param sums of the vectors of the text's features, in steps, those of all networks beside each other
   * @param perFeature what a feature counts in so long a text
   */
  unitsFor(sums: Int32Array, perFeature: number): number[];
  /** What units make of every output. */
  scoresFor(units: readonly number[]): number[];
  /** Takes one output apart. */
  slopesFor(units: readonly number[], output: number): Slopes;
}

/** With the active units as they are, an output is a plain sum over the features. */
export interface Slopes {
  /** What is there without any feature. */
  readonly start: number;
  /** What a step in each dimension adds, where a feature counts 1. */
  readonly dimensions: Float64Array;
}

/** Puts networks of the same sizes into a few arrays, as if they were one whose units see some of the dimensions each. */
export function openNetworks(infos: readonly NetworkInfo[]): Networks {
  const each = infos[0]?.scale.length ?? 0;
  const width = infos.length * each;
  const height = infos[0]?.shift.length ?? 0;
  const outputs = infos[0]?.bias.length ?? 0;
  const share = 1 / infos.length;
  const joins = Float64Array.from(
    infos.flatMap(({ scale, joins: rows }) =>
      rows.flatMap((row) => row.map((join, d) => join * (scale[d] ?? 0))),
    ),
  );
  const shift = infos.flatMap((info) => info.shift);
  const weights = Float64Array.from(
    infos.flatMap((info) => info.weights.flat()),
    (weight) => weight * share,
  );
  const bias = Array.from({ length: outputs }, (_, o) =>
    infos.reduce((sum, info) => sum + (info.bias[o] ?? 0) * share, 0),
  );
  /** Where the dimensions begin that a unit sees. */
  const firstFor = (unit: number): number => Math.floor(unit / height) * each;

  /** Written anew for each text. */
  const values = new Float64Array(width);

  return {
    width,
    unitsFor(sums, perFeature) {
      for (let d = 0; d < values.length; d += 1) values[d] = (sums[d] ?? 0) * perFeature;
      const units = shift.slice();
      for (let u = 0; u < units.length; u += 1) {
        const first = firstFor(u);
        const row = u * each;
        let unit = units[u] ?? 0;
        for (let d = 0; d < each; d += 1) unit += (values[first + d] ?? 0) * (joins[row + d] ?? 0);
        units[u] = Math.max(0, unit);
      }
      return units;
    },
    scoresFor(units) {
      const scores = bias.slice();
      for (let u = 0; u < units.length; u += 1) {
        const unit = units[u] ?? 0;
        if (unit === 0) continue;
        const row = u * outputs;
        for (let o = 0; o < outputs; o += 1) scores[o] = (scores[o] ?? 0) + unit * (weights[row + o] ?? 0);
      }
      return scores;
    },
    slopesFor(units, output) {
      const dimensions = new Float64Array(width);
      let start = bias[output] ?? 0;
      for (let u = 0; u < units.length; u += 1) {
        if (units[u] === 0) continue;
        const weight = weights[u * outputs + output] ?? 0;
        start += weight * (shift[u] ?? 0);
        const first = firstFor(u);
        for (let d = 0; d < each; d += 1)
          dimensions[first + d] = (dimensions[first + d] ?? 0) + weight * (joins[u * each + d] ?? 0);
      }
      return { start, dimensions };
    },
  };
}
