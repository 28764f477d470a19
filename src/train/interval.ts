import { f1 } from './score.ts';
import type { Tally } from './score.ts';

/** A figure, 0 to 1, and the bounds between which its true value lies in 95 of 100 cases. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** So many of so many; of none, nothing is known: 0, between 0 and 1. */
export interface Share extends Estimate {
  readonly hits: number;
  readonly of: number;
}

/** Within so many standard deviations lie 95 % of a normal distribution. */
const DEVIATIONS = 1.959_963_984_540_054;
const DRAWS = 1000;
const SEED = 20_250_117;

/** A share with its score interval (Wilson 1927), which holds for few texts and for shares near 0 and 1 too. */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, value: 0, low: 0, high: 1 };
  const value = hits / of;
  const square = DEVIATIONS ** 2;
  const middle = value + square / (2 * of);
  const reach = DEVIATIONS * Math.sqrt((value * (1 - value)) / of + square / (4 * of * of));
  const whole = 1 + square / of;
  return {
    hits,
    of,
    value,
    low: hits === 0 ? 0 : (middle - reach) / whole,
    high: hits === of ? 1 : (middle + reach) / whole,
  };
}

/**
 * F1 over all texts, with a bootstrap interval: texts are drawn again, as many as there are, a thousand times;
 * draws in which nothing is found or expected say nothing. The same texts give the same interval.
 * @param tallies one for each text, also where nothing was found or expected
 */
export function f1Of(tallies: readonly Tally[]): Estimate {
  const random = randomFrom(SEED);
  const drawn: number[] = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const sum: Tally = { right: 0, wrong: 0, missed: 0 };
    for (let i = 0; i < tallies.length; i += 1) addTo(sum, tallies[Math.floor(random() * tallies.length)]);
    if (sum.right + sum.wrong + sum.missed > 0) drawn.push(f1(sum));
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.round(share * (drawn.length - 1))] ?? 0;
  return { value: f1(sumOf(tallies)), low: at(0.025), high: at(0.975) };
}

export function sumOf(tallies: Iterable<Tally>): Tally {
  const sum: Tally = { right: 0, wrong: 0, missed: 0 };
  for (const tally of tallies) addTo(sum, tally);
  return sum;
}

function addTo(sum: Tally, tally: Tally | undefined): void {
  if (tally === undefined) return;
  sum.right += tally.right;
  sum.wrong += tally.wrong;
  sum.missed += tally.missed;
}

/** Xorshift (Marsaglia 2003): numbers from 0 up to, not including, 1, the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}
