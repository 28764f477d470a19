import { describe, expect, test } from 'vitest';
import { f1Of, shareOf } from '../../src/train/interval.ts';

const RIGHT = { right: 1, wrong: 0, missed: 0 };
const WRONG = { right: 0, wrong: 1, missed: 0 };
const MISSED = { right: 0, wrong: 0, missed: 1 };
const NOTHING = { right: 0, wrong: 0, missed: 0 };

describe('the score interval of a share', () => {
  test.each([
    [5, 10, 0.2366, 0.7634],
    [8, 10, 0.4902, 0.9433],
    [1, 100, 0.0018, 0.0545],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
  ])('%i of %i', (hits, of, low, high) => {
    const share = shareOf(hits, of);
    expect(share.value).toBe(hits / of);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  test('of nothing, nothing is known', () => {
    expect(shareOf(0, 0)).toEqual({ hits: 0, of: 0, value: 0, low: 0, high: 1 });
  });
});

describe('F1', () => {
  test('is that of all texts together', () => {
    expect(f1Of([RIGHT, RIGHT, RIGHT, WRONG, MISSED, NOTHING]).value).toBe(0.75);
  });

  test('has an interval around it that is the same every time', () => {
    const tallies = [RIGHT, RIGHT, RIGHT, WRONG, MISSED, NOTHING];
    const estimate = f1Of(tallies);
    expect(estimate.low).toBeLessThan(0.75);
    expect(estimate.high).toBeGreaterThan(0.75);
    expect(f1Of(tallies)).toEqual(estimate);
  });

  test('is surer the more texts there are', () => {
    const few = [RIGHT, RIGHT, RIGHT, WRONG, MISSED];
    const many = Array.from({ length: 40 }, () => few).flat();
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(f1Of(many))).toBeLessThan(width(f1Of(few)) / 3);
  });

  test('of texts that are all right is 1, also where few of them have anything to find', () => {
    expect(f1Of([RIGHT, NOTHING, NOTHING, NOTHING, NOTHING])).toEqual({ value: 1, low: 1, high: 1 });
  });

  test('of nothing is 0', () => {
    expect(f1Of([])).toEqual({ value: 0, low: 0, high: 0 });
    expect(f1Of([NOTHING])).toEqual({ value: 0, low: 0, high: 0 });
  });
});
