import { expect, test } from 'vitest';
import { openNetworks } from '../../src/model/networks.ts';

const OUTPUTS = 2;

const one = {
  scale: [0.5, 0.25],
  joins: [
    [1, 3],
    [-1, 1],
    [2, 0],
    [0, 1],
  ],
  shift: [0.5, 0, -10, 0],
  weights: [
    [1, 2],
    [4, -1],
    [100, 100],
    [0, 2],
  ],
  bias: [-1, 0.5],
};
const other = { ...one, shift: [0, 0, 0, 0], bias: [3, 0] };
/** In steps; for both networks 0.5 and 1. */
const values = [1, 4, 1, 4];

test('units that are below 0 say nothing', () => {
  const networks = openNetworks([one]);
  const units = networks.unitsFor(values);
  expect(units).toEqual([0.5 + 0.5 + 3, -0.5 + 1, 0, 1]);
  expect(networks.scoresFor(units).slice(0, OUTPUTS)).toEqual([-1 + 4 * 1 + 0.5 * 4, 0.5 + 4 * 2 - 0.5 + 2]);
});

test('a score is the mean of what the networks say', () => {
  const scoresOf = (infos: (typeof one)[], own: number[]): number[] => {
    const networks = openNetworks(infos);
    return networks.scoresFor(networks.unitsFor(own)).slice(0, OUTPUTS);
  };
  const first = scoresOf([one], [2, -4]);
  const second = scoresOf([other], [1, 4]);
  const means = first.map((score, o) => (score + (second[o] ?? NaN)) / 2);
  expect(scoresOf([one, other], [2, -4, 1, 4])).toEqual(means);
});

test('the slopes of a score, times what there is of each dimension, add up to it', () => {
  const networks = openNetworks([one, other]);
  const units = networks.unitsFor(values);
  for (const [output, score] of networks.scoresFor(units).slice(0, OUTPUTS).entries()) {
    const { start, dimensions } = networks.slopesFor(units, output);
    const sum = dimensions.reduce((all, slope, d) => all + slope * (values[d] ?? 0), start);
    expect(sum).toBeCloseTo(score, 12);
  }
});
