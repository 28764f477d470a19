import { expect, test } from 'vitest';
import { openNetworks } from '../../src/model/networks.ts';

const one = {
  scale: [0.5, 0.25],
  joins: [
    [1, 3],
    [-1, 1],
    [2, 0],
  ],
  shift: [0.5, 0, -10],
  weights: [
    [1, 2],
    [4, -1],
    [100, 100],
  ],
  bias: [-1, 0.5],
};
const other = { ...one, shift: [0, 0, 0], bias: [3, 0] };
/** In steps; for both networks 1 and 2, half of which is 0.5 and 1. */
const sums = Int32Array.of(2, 8, 2, 8);

test('units that are below 0 say nothing', () => {
  const networks = openNetworks([one]);
  const units = networks.unitsFor(sums, 0.5);
  expect(units).toEqual([0.5 + 0.5 + 3, -0.5 + 1, 0]);
  expect(networks.scoresFor(units)).toEqual([-1 + 4 * 1 + 0.5 * 4, 0.5 + 4 * 2 - 0.5]);
});

test('a score is the mean of what the networks say', () => {
  const scoresOf = (infos: (typeof one)[], own: Int32Array): number[] => {
    const networks = openNetworks(infos);
    return networks.scoresFor(networks.unitsFor(own, 0.5));
  };
  const own = Int32Array.of(4, -8);
  const means = scoresOf([one], own).map((score, o) => (score + (scoresOf([other], sums)[o] ?? NaN)) / 2);
  expect(scoresOf([one, other], Int32Array.of(4, -8, 2, 8))).toEqual(means);
});

test('the slopes of a score, times what there is of each dimension, add up to it', () => {
  const networks = openNetworks([one, other]);
  const units = networks.unitsFor(sums, 0.5);
  for (const [output, score] of networks.scoresFor(units).entries()) {
    const { start, dimensions } = networks.slopesFor(units, output);
    const sum = dimensions.reduce((all, slope, d) => all + slope * (sums[d] ?? 0) * 0.5, start);
    expect(sum).toBeCloseTo(score, 12);
  }
});
