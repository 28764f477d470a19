import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLayer } from '../../src/model/layer.ts';

const SIZE = 6;
/** Numbers that 32 bits keep as they are, and sums of which are exact. */
const number = fc.integer({ min: -50, max: 50 }).map((n) => n / 4);
const numbers = fc.array(number, { minLength: SIZE, maxLength: SIZE });
/** Layers of up to ten outputs, the first four of which see other inputs than those behind them. */
const layers = fc
  .array(fc.record({ start: number, weights: fc.array(number, { minLength: 3, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 10,
  })
  .map((outputs) => outputs.map((output, o) => ({ ...output, from: o < 4 ? 0 : 3 })));

test('each output is a weighted sum of the inputs that it sees', () => {
  fc.assert(
    fc.property(layers, numbers, (outputs, inputs) => {
      const sums = outputs.map(({ start, from, weights }) =>
        weights.reduce((sum, weight, i) => sum + weight * (inputs[from + i] ?? NaN), start),
      );
      const given = openLayer(outputs).outputsFor(inputs);
      expect(given.slice(0, outputs.length)).toEqual(sums);
      expect(given.slice(outputs.length).every((beyond) => beyond === 0)).toBe(true);
    }),
  );
});

test('the weights of an output, times the inputs, add up to it', () => {
  fc.assert(
    fc.property(layers, numbers, number, (outputs, inputs, factor) => {
      const layer = openLayer(outputs);
      for (const [o, output] of layer.outputsFor(inputs).slice(0, outputs.length).entries()) {
        const sums = inputs.map(() => 0);
        layer.addWeights(o, factor, sums);
        const all = sums.reduce((sum, weight, i) => sum + weight * (inputs[i] ?? NaN), 0);
        expect(all).toBe(factor * (output - (outputs[o]?.start ?? NaN)) + 0);
      }
    }),
  );
});

test('outputs that stand together see the same inputs', () => {
  const weights = [1, 2];
  expect(() => openLayer([0, 1].map((from) => ({ start: 0, from, weights })))).toThrow(RangeError);
  expect(() => openLayer([[1, 2], [1]].map((own) => ({ start: 0, from: 0, weights: own })))).toThrow(
    RangeError,
  );
});
