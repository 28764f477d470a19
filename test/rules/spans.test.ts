import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdersOf, isInOne } from '../../src/rules/spans.ts';
import type { Span } from '../../src/rules/spans.ts';

const span = fc
  .tuple(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 6 }))
  .map(([from, length]): Span => ({ from, to: from + length }));

function isIn(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

test('few runs of words and many tell in the same way what they hold', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40 }), span, (others, inner) => {
      const holders = holdersOf(others);
      expect(holders.holds(inner)).toBe(others.some((other) => isIn(other, inner)));
      expect(holders.holdsShorter(inner)).toBe(
        others.some((other) => isIn(other, inner) && other.to - other.from > inner.to - inner.from),
      );
    }),
    { numRuns: 3000 },
  );
});

test('a word is found in one of many runs, or in none', () => {
  const apart = fc
    .array(fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 3 })), { maxLength: 20 })
    .map((steps) => {
      let end = 0;
      return steps.map(([gap, length]): Span => {
        const from = end + gap;
        end = from + length;
        return { from, to: end };
      });
    });
  fc.assert(
    fc.property(apart, fc.nat({ max: 100 }), (spans, word) => {
      expect(isInOne(word, spans)).toBe(spans.some(({ from, to }) => from <= word && word < to));
    }),
  );
});
