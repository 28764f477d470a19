import { expect, test } from 'vitest';
import { judgePurpose } from '../../src/rules/judge-purpose.ts';
import { judgeReport } from '../../src/rules/judge-report.ts';
import { rulebook } from '../support/rulebook.ts';

/** Four times the text may take so many times as long; judging that grows with the square of it would take sixteen. */
const TIMES = 4;
const AT_MOST = 10;
const TRIES = 3;
/** What takes less is the clock and the collector of garbage rather than judging, in ms. */
const SHORT = 20;

const TEXTS: readonly (readonly [name: string, text: (size: number) => string, size: number])[] = [
  ['one word of a single letter', (size) => 'a'.repeat(size), 100_000],
  ['one word of a letter with a mark', (size) => 'ế'.repeat(size), 100_000],
  ['nothing but marks of quotation', (size) => '"'.repeat(size), 100_000],
  ['nested quotes', (size) => `${'“„« '.repeat(size)}visit${' »”“'.repeat(size)}`, 1000],
  ['quotes one after the other', (size) => '“courtesy call” '.repeat(size), 1000],
  ['quotes that are not closed', (size) => "it's ‘ “a «b ".repeat(size), 1000],
  [
    'beginnings of phrases',
    (size) => 'courtesy was in the checking take him out to on my '.repeat(size),
    200,
  ],
  ['the same phrase again and again', (size) => 'courtesy call '.repeat(size), 1000],
  ['results, denied and said by others', (size) => 'not sign, the client said agree on '.repeat(size), 500],
  ['numbers', (size) => '3 months 25 ani 10 tháng '.repeat(size), 500],
];

test.each(TEXTS)('%s: four times the text takes no sixteen times as long', (_, textOf, size) => {
  const small = textOf(size / TIMES);
  const large = textOf(size);
  for (const judge of [judgedPurpose, judgedLine]) {
    judge(small);
    const before = Math.max(
      SHORT,
      bestTime(() => judge(small)),
    );
    expect(bestTime(() => judge(large))).toBeLessThan(AT_MOST * before);
  }
});

const MEGABYTE = 1_000_000;

/** A whole megabyte pasted by mistake, or by somebody who wants to see what happens. */
const HUGE: readonly (readonly [name: string, text: (size: number) => string])[] = [
  ['one letter', (size) => 'a'.repeat(size)],
  ['nested quotes', (size) => '“'.repeat(size / 2) + '”'.repeat(size / 2)],
  [
    'near-misses of phrases',
    (size) => filled('touching the base of tha courtesy cal just in the aria ', size),
  ],
  ['near-misses in Vietnamese', (size) => filled('ghé thăm xã gia gọi hỏi thă ', size)],
  ['near-misses and short reasons', (size) => filled('ghé thăm xã gia, gọi hỏi thă, nhân tiện ', size)],
  [
    'near-misses in Romanian',
    (size) => filled('vizită de curtoazi, am trecut pe aproap, eram în zon ', size),
  ],
];

test.each(HUGE)(
  'a megabyte of %s takes no sixteen times as long as a quarter of it',
  // Each is measured once; what grows with the square is too slow every time, another program at work is not.
  { timeout: 120_000, retry: TRIES - 1 },
  (_, textOf) => {
    const quarter = textOf(MEGABYTE / TIMES);
    const whole = textOf(MEGABYTE);
    judgedPurpose(quarter.slice(0, 1000));
    const before = Math.max(
      SHORT,
      timeOf(() => judgedPurpose(quarter)),
    );
    expect(timeOf(() => judgedPurpose(whole))).toBeLessThan(AT_MOST * before);
  },
);

function filled(text: string, size: number): string {
  return text.repeat(Math.ceil(size / text.length)).slice(0, size);
}

function judgedPurpose(purpose: string): void {
  judgePurpose({ purpose, stage: 'prospect' }, rulebook);
}

function judgedLine(source: string): void {
  const blocks = [{ start: 0, end: source.length }];
  judgeReport({ source, sections: [{ name: 'next', heading: { start: 0, end: 0 }, blocks }] }, rulebook);
}

/** The shortest of several tries, in ms. */
function bestTime(job: () => void): number {
  let best = Infinity;
  for (let i = 0; i < TRIES; i += 1) best = Math.min(best, timeOf(job));
  return best;
}

/** In ms. */
function timeOf(job: () => void): number {
  const begun = performance.now();
  job();
  return performance.now() - begun;
}
