import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { barTable } from '../../src/terminal/bars.ts';

const plain = (bar: string): string => bar;

test('bars stand below each other, and a share that is not nothing is seen', () => {
  const rows = [
    { name: 'an order', share: 1, figure: '10' },
    { name: 'an advance', share: 0.001, figure: '1' },
    { name: 'no sale', share: 0, figure: '0' },
  ];
  expect(barTable(rows, 26, plain)).toEqual([
    '  an order    ████████  10',
    '  an advance  █          1',
    '  no sale                0',
  ]);
});

test('where there is no room for bars the figures are still there', () => {
  expect(barTable([{ name: 'an advance', share: 1, figure: '12' }], 16, plain)).toEqual(['  an advance  12']);
});

test('no line is wider than the width, all are equally wide, and longer shares have no shorter bars', () => {
  const row = fc.record({
    name: fc.string({ unit: fc.constantFrom('a', 'ộ', '水', ' ', 'é') }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    figure: fc.nat({ max: 99_999 }).map(String),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), fc.integer({ min: 24, max: 200 }), (rows, width) => {
      const lines = barTable(rows, width, plain);
      expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
      expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
      const bars = lines.map((line) => line.split('█').length);
      const byShare = rows
        .map(({ share }, i) => ({ share, bar: bars[i] ?? 0 }))
        .toSorted((a, b) => a.share - b.share);
      expect(byShare.map(({ bar }) => bar)).toEqual(bars.toSorted((a, b) => a - b));
    }),
  );
});
