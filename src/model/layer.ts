/** A layer of a network: each of its outputs is a weighted sum of inputs. */
export interface Layer {
  /** All outputs, by fours: where the last are fewer, there are zeros behind them. */
  outputsFor(inputs: readonly number[]): number[];
  /** Adds to a number for each input what the input counts in an output, times a factor. */
  addWeights(output: number, factor: number, sums: number[]): void;
}

/** An output of a layer. */
export interface Output {
  /** What it is without any input. */
  readonly start: number;
  /** The first of the inputs that it sees; those after it are the others. */
  readonly from: number;
  /** Of each input that it sees. */
  readonly weights: readonly number[];
}

/** So many sums are added up side by side, so that a processor need not end with one number before it begins the next. */
const LANES = 4;

/**
 * Puts the weights of a layer together as they are needed: those that an input has in four outputs stand side by side.
 * @param outputs all of which see as many inputs, and four that stand together the same
 * @throws RangeError where they do not
 */
export function openLayer(outputs: readonly Output[]): Layer {
  const width = outputs[0]?.weights.length ?? 0;
  const stride = LANES * width;
  const blocks = Math.ceil(outputs.length / LANES);
  // To write behind the end of a copy would take longer than all the rest.
  const start = Array.from({ length: blocks * LANES }, (_, o) => outputs[o]?.start ?? 0);
  const froms = Array.from({ length: blocks }, (_, block) => outputs[block * LANES]?.from ?? 0);
  if (
    outputs.some(
      ({ from, weights: { length } }, o) => from !== froms[Math.floor(o / LANES)] || length !== width,
    )
  )
    throw new RangeError('outputs that stand together see other inputs');
  const placeOf = (output: number): number => Math.floor(output / LANES) * stride + (output % LANES);
  const weights = new Float32Array(blocks * stride);
  for (const [o, { weights: row }] of outputs.entries()) {
    const first = placeOf(o);
    for (let i = 0; i < width; i += 1) weights[first + i * LANES] = row[i] ?? 0;
  }

  return {
    outputsFor(inputs) {
      const sums = start.slice();
      for (let block = 0; block < blocks; block += 1) {
        const first = block * LANES;
        let sum0 = sums[first] ?? 0;
        let sum1 = sums[first + 1] ?? 0;
        let sum2 = sums[first + 2] ?? 0;
        let sum3 = sums[first + 3] ?? 0;
        let at = block * stride;
        const from = froms[block] ?? 0;
        for (let i = from; i < from + width; i += 1) {
          const input = inputs[i] ?? 0;
          sum0 += input * (weights[at] ?? 0);
          sum1 += input * (weights[at + 1] ?? 0);
          sum2 += input * (weights[at + 2] ?? 0);
          sum3 += input * (weights[at + 3] ?? 0);
          at += LANES;
        }
        sums[first] = sum0;
        sums[first + 1] = sum1;
        sums[first + 2] = sum2;
        sums[first + 3] = sum3;
      }
      return sums;
    },
    addWeights(output, factor, sums) {
      const from = outputs[output]?.from ?? 0;
      let at = placeOf(output);
      for (let i = from; i < from + width; i += 1) {
        sums[i] = (sums[i] ?? 0) + factor * (weights[at] ?? 0);
        at += LANES;
      }
    },
  };
}
