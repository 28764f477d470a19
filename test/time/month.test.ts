import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOfMonth, parseMonth } from '../../src/time/month.ts';

const TODAY = '2026-11-25';

test.each([
  ['this', '2026-11-01'],
  ['this month', '2026-11-01'],
  ['last', '2026-10-01'],
  ['Last month', '2026-10-01'],
  ['next month', '2026-12-01'],
  ['november', '2026-11-01'],
  ['Nov', '2026-11-01'],
  ['december', '2025-12-01'],
  ['march 2025', '2025-03-01'],
  ['2026-11', '2026-11-01'],
  ['2027-01', '2027-01-01'],
  ['11/2026', '2026-11-01'],
  ['3', '2026-03-01'],
  ['tháng 11', '2026-11-01'],
  ['thang 3', '2026-03-01'],
  ['tháng mười hai', '2025-12-01'],
  ['tháng 2/2026', '2026-02-01'],
  ['tháng 2 năm 2026', '2026-02-01'],
  ['tháng này', '2026-11-01'],
  ['tháng trước', '2026-10-01'],
  ['tháng sau', '2026-12-01'],
  ['noiembrie', '2026-11-01'],
  ['octombrie 2025', '2025-10-01'],
  ['luna asta', '2026-11-01'],
  ['luna trecuta', '2026-10-01'],
])('%s is the month of %s', (text, first) => {
  expect(parseMonth(text, TODAY)).toBe(first);
});

test.each(['', '13', '0', '2026-13', '2026-11-25', 'W48', 'thursday', 'soon', 'november soon'])(
  '%j is no month',
  (text) => {
    expect(parseMonth(text, TODAY)).toBeUndefined();
  },
);

test('in January the last month lies in the year before', () => {
  expect(parseMonth('last', '2027-01-31')).toBe('2026-12-01');
});

test('the last day of a month is followed by the first of another', () => {
  expect(endOfMonth('2028-02-01')).toBe('2028-02-29');
  expect(endOfMonth('2026-12-01')).toBe('2026-12-31');
});

test('a month by its numbers is that month, and whatever is typed, nothing is thrown', () => {
  const year = fc.integer({ min: 1000, max: 2999 });
  const month = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(year, month, (y, m) => {
      const label = `${y}-${String(m).padStart(2, '0')}`;
      expect(parseMonth(label, TODAY)).toBe(`${label}-01`);
      expect(parseMonth(`${m}/${y}`, TODAY)).toBe(`${label}-01`);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void parseMonth(text, TODAY)));
});
