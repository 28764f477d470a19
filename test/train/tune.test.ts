import { expect, test } from 'vitest';
import { VERDICT } from '../../src/rules/weigh.ts';
import type { Example } from '../../src/train/examples.ts';
import { judge } from '../../src/train/judged.ts';
import { scoredBy, tune } from '../../src/train/tune.ts';
import type { Scored } from '../../src/train/tune.ts';
import { rulebook } from '../support/rulebook.ts';

const outputs = [VERDICT, 'elapsed-time'];

/** A purpose that no phrase finds anything in, and the scores that it got. */
function purpose(verdict: Example['verdict'], scores: Readonly<Record<string, number>>): Scored {
  const example: Example = {
    id: 'en-a-p-0001',
    stage: 'service',
    text: 'Sign the NDA',
    expect: verdict === 'reject' ? ['elapsed-time'] : [],
    verdict,
  };
  return scoredBy(
    { score: (output) => scores[output] },
    judge(example, outputs, { ...rulebook, model: undefined }),
  );
}

/** So many of the same. */
function times(count: number, one: Scored): Scored[] {
  return Array.from({ length: count }, () => one);
}

test('the limit of the verdict lies between good and bad purposes, at none of the ends', () => {
  const { refuse } = tune(
    [
      ...times(10, purpose('accept', { verdict: 0, 'elapsed-time': -3 })),
      ...times(10, purpose('reject', { verdict: 3, 'elapsed-time': -3 })),
    ],
    rulebook,
  );
  expect(refuse).toBeGreaterThan(0);
  expect(refuse).toBeLessThan(2.75);
});

test('what the verdict lets pass is refused for the score of one rule', () => {
  const { refuse, alone } = tune(
    [
      ...times(10, purpose('accept', { verdict: 0, 'elapsed-time': -1 })),
      ...times(10, purpose('reject', { verdict: -1, 'elapsed-time': 1 })),
    ],
    rulebook,
  );
  expect(refuse).toBeGreaterThanOrEqual(0);
  expect(alone).toBeGreaterThan(-1);
  expect(alone).toBeLessThan(1);
});

test('a false rejection weighs as much as three misses', () => {
  const good = purpose('accept', { verdict: 1, 'elapsed-time': -3 });
  const bad = purpose('reject', { verdict: 1, 'elapsed-time': -3 });
  expect(tune([...times(10, good), ...times(25, bad)], rulebook).refuse).toBeGreaterThanOrEqual(1);
  expect(tune([...times(10, good), ...times(35, bad)], rulebook).refuse).toBeLessThan(1);
});
