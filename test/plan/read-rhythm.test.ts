import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RHYTHM_UNITS } from '../../src/calls/call.ts';
import { speakerOf } from '../../src/messages.ts';
import { readRhythm } from '../../src/plan/read-rhythm.ts';
import { LANGUAGES } from '../../src/rules/rule.ts';
import { rhythmText } from '../../src/terminal/rhythm-text.ts';
import { bareText } from '../../src/text/bare-text.ts';

test.each([
  ['week', 1, 'week'],
  ['weekly', 1, 'week'],
  ['every week', 1, 'week'],
  ['every other week', 2, 'week'],
  ['2 weeks', 2, 'week'],
  ['4w', 4, 'week'],
  ['fortnightly', 2, 'week'],
  ['two weeks', 2, 'week'],
  ['month', 1, 'month'],
  ['once a month', 1, 'month'],
  ['monthly', 1, 'month'],
  ['quarterly', 3, 'month'],
  ['2 years', 24, 'month'],
  ['10 days', 10, 'day'],
  ['day', 1, 'day'],
  ['tuần', 1, 'week'],
  ['2 tuần', 2, 'week'],
  ['hai tuần', 2, 'week'],
  ['hàng tuần', 1, 'week'],
  ['hằng tháng', 1, 'month'],
  ['mỗi tháng', 1, 'month'],
  ['mỗi tuần một lần', 1, 'week'],
  ['3 tháng/lần', 3, 'month'],
  ['10 ngày một lần', 10, 'day'],
  ['mỗi quý', 3, 'month'],
  ['săptămână', 1, 'week'],
  ['2 săptămâni', 2, 'week'],
  ['două săptămâni', 2, 'week'],
  ['o săptămână', 1, 'week'],
  ['săptămânal', 1, 'week'],
  ['lunar', 1, 'month'],
  ['o dată la 2 luni', 2, 'month'],
  ['la fiecare 3 săptămâni', 3, 'week'],
  ['în fiecare lună', 1, 'month'],
  ['20 de zile', 20, 'day'],
  ['trimestrial', 3, 'month'],
] as const)('“%s” is every %i %ss', (text, every, unit) => {
  expect(readRhythm(text)).toEqual({ every, unit });
  expect(readRhythm(bareText(text).toUpperCase())).toEqual({ every, unit });
});

test.each(['never', 'none', 'không', 'khong bao gio', 'niciodată', 'NICIODATA'])('“%s” ends it', (text) => {
  expect(readRhythm(text)).toBe('never');
});

test.each([
  '',
  ' ',
  '2',
  'weeks',
  'luni',
  '0 weeks',
  '-2 weeks',
  '400 days',
  '40 years',
  '2 weeks ago',
  'soon',
  '2 minutes',
])('“%s” is no rhythm', (text) => {
  expect(readRhythm(text)).toBeUndefined();
});

test('what is said of a rhythm is understood again, in each language', () => {
  const rhythms = fc.record({
    every: fc.integer({ min: 1, max: 365 }),
    unit: fc.constantFrom(...RHYTHM_UNITS),
  });
  fc.assert(
    fc.property(rhythms, fc.constantFrom(...LANGUAGES), (rhythm, language) => {
      expect(readRhythm(rhythmText(rhythm, speakerOf(language)))).toEqual(rhythm);
    }),
  );
});
