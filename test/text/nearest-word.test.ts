import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../src/text/nearest-word.ts';

const COMMANDS = ['new', 'list', 'lint', 'close', 'promises', 'promise'];

describe('the nearest word', () => {
  it.each([
    ['lst', 'list'],
    ['lits', 'list'],
    ['lnit', 'lint'],
    ['LIST', 'list'],
    ['closed', 'close'],
    ['promisse', 'promises'],
  ])('to %s is %s', (typed, meant) => {
    expect(nearestWord(typed, COMMANDS)).toBe(meant);
  });

  it.each(['', 'x', 'courtesy', 'liar', 'a'.repeat(10_000)])('is none for %s', (typed) => {
    expect(nearestWord(typed, COMMANDS)).toBeUndefined();
  });
});
