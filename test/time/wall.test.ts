import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDaysTo,
  addMinutesTo,
  addMonthsTo,
  dateFrom,
  dateOf,
  daysBetween,
  isValidDate,
  isValidWhen,
  minutesBetween,
  timeOf,
  timeText,
  wallNow,
  weekdayOf,
} from '../../src/time/wall.ts';

describe('what is a date', () => {
  test.each(['2026-11-26', '2028-02-29', '0001-01-01', '9999-12-31'])('%s is', (text) => {
    expect(isValidDate(text)).toBe(true);
    expect(isValidWhen(text)).toBe(true);
  });

  test.each([
    '2026-02-31',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '0000-01-01',
    '2026-1-5',
    '26-11-2026',
    '2026-11-26T09:30',
    ' 2026-11-26',
    '2026-11-26\n',
    '10000-01-01',
    '',
  ])('%j is not', (text) => {
    expect(isValidDate(text)).toBe(false);
  });

  test.each([
    ['2026-11-26T00:00', true],
    ['2026-11-26T23:59', true],
    ['2026-11-26T24:00', false],
    ['2026-11-26T09:60', false],
    ['2026-11-26T9:30', false],
    ['2026-11-26T09:30Z', false],
    ['2026-11-26T09:30:00', false],
    ['2026-11-26 09:30', false],
    ['2026-02-30T09:30', false],
  ])('%s with its time: %s', (text, valid) => {
    expect(isValidWhen(text)).toBe(valid);
  });
});

test('the day and the time of day are parts of the text', () => {
  expect(dateOf('2026-11-26T09:30')).toBe('2026-11-26');
  expect(timeOf('2026-11-26T09:30')).toBe('09:30');
  expect(dateOf('2026-11-26')).toBe('2026-11-26');
  expect(timeOf('2026-11-26')).toBeUndefined();
  expect(timeText(570)).toBe('09:30');
});

test('a date is made of its numbers, if there is such a day', () => {
  expect(dateFrom(2026, 3, 5)).toBe('2026-03-05');
  expect(dateFrom(2026, 2, 29)).toBeUndefined();
  expect(dateFrom(12026, 1, 1)).toBeUndefined();
});

test('now is what the clock on the wall shows', () => {
  expect(wallNow(new Date(2026, 10, 5, 7, 3, 59))).toBe('2026-11-05T07:03');
});

describe('counting days and minutes', () => {
  test.each([
    ['2026-11-26', 1, '2026-11-27'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2026-11-26', 0, '2026-11-26'],
  ])('%s and %i days → %s', (date, days, later) => {
    expect(addDaysTo(date, days)).toBe(later);
  });

  test.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2026-11-26', 3, '2027-02-26'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months → %s', (date, months, later) => {
    expect(addMonthsTo(date, months)).toBe(later);
  });

  test.each([
    ['2026-11-26T09:30', 45, '2026-11-26T10:15'],
    ['2026-11-26T23:30', 45, '2026-11-27T00:15'],
    ['2026-03-29T02:30', 60, '2026-03-29T03:30'], // when Romania's clocks leave out an hour
    ['2026-10-25T02:30', 90, '2026-10-25T04:00'], // and when they repeat one
    ['2026-11-26', 90, '2026-11-26T01:30'],
    ['2026-11-26T00:10', -20, '2026-11-25T23:50'],
  ])('%s and %i minutes → %s', (when, minutes, later) => {
    expect(addMinutesTo(when, minutes)).toBe(later);
  });

  test('days between two dates, whatever the time of day', () => {
    expect(daysBetween('2026-11-26', '2026-12-03')).toBe(7);
    expect(daysBetween('2026-11-26T23:59', '2026-11-27T00:00')).toBe(1);
    expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
  });

  test('minutes between two times', () => {
    expect(minutesBetween('2026-11-26T09:30', '2026-11-26T10:15')).toBe(45);
    expect(minutesBetween('2026-11-27T00:15', '2026-11-26T23:30')).toBe(-45);
  });

  test('the days of the week count from Monday', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29T23:59')).toBe(7);
  });

  test.each(['2026-02-31', 'tomorrow', '', '2026-11-26T25:00'])('%j is refused', (text) => {
    expect(() => addDaysTo(text, 1)).toThrow(RangeError);
    expect(() => addMinutesTo(text, 1)).toThrow(RangeError);
    expect(() => weekdayOf(text)).toThrow(RangeError);
    expect(() => daysBetween('2026-11-26', text)).toThrow(RangeError);
  });
});

test('adding days is undone by taking them away, and counted by the days between', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: -9999, max: 9999 }), (from, days) => {
      const date = addDaysTo('1970-01-01', from);
      const other = addDaysTo(date, days);
      expect(isValidDate(other)).toBe(true);
      expect(addDaysTo(other, -days)).toBe(date);
      expect(daysBetween(date, other)).toBe(days);
      expect(other > date).toBe(days > 0);
    }),
  );
});
