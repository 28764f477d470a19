import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDaysTo } from '../../src/time/wall.ts';
import { parseWeek } from '../../src/time/parse-week.ts';
import { isoWeekOf, weekDates, weekLabel, weeksBetween } from '../../src/time/week.ts';

const MONDAY = '2026-11-23';

function label(text: string, today = MONDAY): string | undefined {
  const week = parseWeek(text, today);
  return week === undefined ? undefined : weekLabel(week);
}

describe('the ISO week of a day', () => {
  test.each([
    ['2026-11-23', '2026-W48'],
    ['2026-11-29', '2026-W48'],
    ['2026-11-30', '2026-W49'],
    ['2026-12-28', '2026-W53'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['2016-01-01', '2015-W53'],
  ])('%s lies in %s', (date, week) => {
    expect(weekLabel(isoWeekOf(date))).toBe(week);
  });

  test('a week has seven days, Monday first', () => {
    expect(weekDates({ year: 2026, week: 53 })).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ]);
  });

  test('every day of sixty years lies in the week that has it among its days', () => {
    let date = '1999-12-27';
    while (date < '2060-01-05') {
      const week = isoWeekOf(date);
      const days = weekDates(week);
      expect(days[0]).toBe(date);
      for (const day of days) expect(isoWeekOf(day)).toEqual(week);
      expect(week.year).toBe(Number(days[3]?.slice(0, 4)));
      date = addDaysTo(date, 7);
    }
  });

  test('what is no date is refused', () => {
    expect(() => isoWeekOf('2026-02-31')).toThrow(RangeError);
  });
});

describe('the weeks between two days', () => {
  test('those of both days are among them', () => {
    expect(weeksBetween('2026-12-27', '2027-01-04').map(weekLabel)).toEqual([
      '2026-W52',
      '2026-W53',
      '2027-W01',
    ]);
    expect(weeksBetween('2026-11-23', '2026-11-29').map(weekLabel)).toEqual(['2026-W48']);
    expect(weeksBetween('2026-11-29', '2026-11-29').map(weekLabel)).toEqual(['2026-W48']);
    expect(weeksBetween('9999-12-20', '9999-12-31').map(weekLabel)).toEqual(['9999-W51', '9999-W52']);
  });

  test('there are none when they are the wrong way round', () => {
    expect(weeksBetween('2026-11-29', '2026-11-28')).toEqual([]);
  });
});

describe('a week that was typed on Monday 23 November 2026', () => {
  test.each([
    ['this', '2026-W48'],
    ['This Week', '2026-W48'],
    ['next', '2026-W49'],
    ['next week', '2026-W49'],
    ['last', '2026-W47'],
    ['week after next', '2026-W50'],
    ['này', '2026-W48'],
    ['tuần này', '2026-W48'],
    ['tuan nay', '2026-W48'],
    ['sau', '2026-W49'],
    ['tuần sau', '2026-W49'],
    ['tuan sau', '2026-W49'],
    ['tuần tới', '2026-W49'],
    ['trước', '2026-W47'],
    ['truoc', '2026-W47'],
    ['tuần trước', '2026-W47'],
    ['aceasta', '2026-W48'],
    ['săptămâna asta', '2026-W48'],
    ['saptamana asta', '2026-W48'],
    ['viitoare', '2026-W49'],
    ['săptămâna viitoare', '2026-W49'],
    ['trecută', '2026-W47'],
    ['trecuta', '2026-W47'],
    ['săptămîna trecută', '2026-W47'],
    ['+0', '2026-W48'],
    ['+1', '2026-W49'],
    ['-2', '2026-W46'],
    ['+6', '2027-W01'],
    ['2026-W48', '2026-W48'],
    ['2026-w05', '2026-W05'],
    ['2026W48', '2026-W48'],
    ['2026-W53', '2026-W53'],
    ['W48', '2026-W48'],
    ['w53', '2026-W53'],
    ['W2', '2027-W02'],
    ['W40', '2026-W40'],
    ['week 49', '2026-W49'],
    ['tuần 49', '2026-W49'],
    ['săptămâna 49', '2026-W49'],
    ['2026-11-26', '2026-W48'],
    ['2027-01-01', '2026-W53'],
    ['26/11', '2026-W48'],
    ['26.11', '2026-W48'],
    ['26/11/2025', '2025-W48'],
    ['20/11', '2026-W47'],
    ['3/1', '2026-W53'],
    [' next ', '2026-W49'],
  ])('%s → %s', (typed, week) => {
    expect(label(typed)).toBe(week);
  });

  test.each([
    '',
    ' ',
    'soon',
    'next thu',
    'next next',
    'W0',
    'W54',
    '2025-W53',
    '2026-W00',
    '0000-W01',
    '31/2',
    '29/2/2026',
    '2026-11',
    '48',
    '+',
    '--1',
  ])('%j is not understood', (typed) => {
    expect(label(typed)).toBeUndefined();
  });

  test('around the new year', () => {
    expect(label('this', '2027-01-01')).toBe('2026-W53');
    expect(label('next', '2027-01-01')).toBe('2027-W01');
    expect(label('28/12', '2027-01-02')).toBe('2026-W53');
    expect(label('W53', '2028-06-01')).toBeUndefined();
  });
});

test('any text is a week that exists or is not understood', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.stringMatching(/^\d{4}-?W\d{1,2}$/),
    fc.stringMatching(/^\d{1,2}[/.-]\d{1,2}([/.-]\d{4})?$/),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const week = parseWeek(text, MONDAY);
      const exists = week !== undefined && weekLabel(isoWeekOf(weekDates(week)[0] ?? '')) === weekLabel(week);
      expect(exists || week === undefined).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a label is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 80_000 }), (days) => {
      const week = isoWeekOf(addDaysTo('1970-01-01', days));
      expect(parseWeek(weekLabel(week), MONDAY)).toEqual(week);
    }),
  );
});
