import { expect, test } from 'vitest';
import { judgePurpose } from '../../src/rules/judge-purpose.ts';
import { rulebook } from '../support/rulebook.ts';

const isMissing = (benefit: string): boolean =>
  judgePurpose({ purpose: 'Get sign-off on drawing C', benefit }, rulebook).some(
    ({ rule }) => rule === 'missing-benefit',
  );

test.each([
  'they can order the steel two weeks earlier',
  'less downtime',
  'saves 2 h a day',
  'gets the parts before harvest',
  'xưởng không dừng máy',
  'bớt tồn kho',
  'giao nhanh hơn 2 ngày',
  'linia lor repornește cu două zile mai devreme',
  'mai puține retururi',
])('a benefit of the customer is taken as one: %s', (benefit) => {
  expect(isMissing(benefit)).toBe(false);
});

test.each(['', 'close my quota', 'so that we win the deal', 'good service', 'tốt cho khách', 'n/a'])(
  'our own gain and filler are not: “%s”',
  (benefit) => {
    expect(isMissing(benefit)).toBe(true);
  },
);
