import { expect, test } from 'vitest';
import { parseDuration } from '../../src/plan/duration.ts';

test.each([
  ['45', 45],
  ['45m', 45],
  ['45 min', 45],
  ["45'", 45],
  ['1h', 60],
  ['1h30', 90],
  ['1 h 30 min', 90],
  ['1:30', 90],
  ['1.5h', 90],
  ['1,5 ore', 90],
  ['2 hours', 120],
  ['half an hour', 30],
  ['an hour and a half', 90],
  ['45 phút', 45],
  ['1 tiếng', 60],
  ['1 giờ 15 phút', 75],
  ['một tiếng rưỡi', 90],
  ['mot tieng ruoi', 90],
  ['nửa tiếng', 30],
  ['1g30', 90],
  ['o oră', 60],
  ['o oră și jumătate', 90],
  ['45 de minute', 45],
  ['2 ore', 120],
])('“%s” is %i minutes', (text, minutes) => {
  expect(parseDuration(text)).toBe(minutes);
  expect(parseDuration(text.normalize('NFD').toUpperCase())).toBe(minutes);
});

test.each(['', ' ', 'long', '1:3', '1:75', '45 euro', 'h', '-5', '12345', '1h30h'])(
  '“%s” is none',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);
