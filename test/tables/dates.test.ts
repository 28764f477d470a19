import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateIn, dateOrderIn } from '../../src/tables/dates.ts';
import { cutAt } from '../support/cut.ts';

describe('a date', () => {
  it.each([
    ['2026-06-12', '2026-06-12'],
    ['2026-06-12 09:30:00', '2026-06-12'],
    [' 2026-6-2 ', '2026-06-02'],
    ['2026-06-12T23:30:00Z', '2026-06-12'],
    ['2026-06-12T00:15:00.000+07:00', '2026-06-12'],
    ['2026/06/12', '2026-06-12'],
    ['1781256600000', '2026-06-12'],
    ['1781256600', '2026-06-12'],
    ['25/06/2026', '2026-06-25'],
    ['06/25/2026', '2026-06-25'],
    ['25-06-2026 09:30', '2026-06-25'],
    ['09:30 25/06/2026', '2026-06-25'],
    ['5/5/2026', '2026-05-05'],
    ['12.6.2026', '2026-06-12'],
    ['02.03.2026 8:00', '2026-03-02'],
    ['6/13/2026 9:30 AM', '2026-06-13'],
    ['29/02/2028', '2028-02-29'],
  ])('%s is %s', (text, date) => {
    expect(dateIn(text)).toEqual({ kind: 'date', date });
  });

  it.each([
    '',
    'tomorrow',
    '12/06/26',
    '29/02/2027',
    '13/14/2026',
    '2026-13-01',
    '2026',
    '46000',
    '1/2/20261',
    '31.6.2026',
  ])('“%s” is none', (text) => {
    expect(dateIn(text)).toEqual({ kind: 'none' });
    expect(dateIn(text, 'dmy')).toEqual({ kind: 'none' });
  });

  it('that may be two is told by the order', () => {
    expect(dateIn('6/7/2026 9:30 AM')).toEqual({ kind: 'ambiguous' });
    expect(dateIn('6/7/2026 9:30 AM', 'mdy')).toEqual({ kind: 'date', date: '2026-06-07' });
    expect(dateIn('6/7/2026', 'dmy')).toEqual({ kind: 'date', date: '2026-07-06' });
    expect(dateIn('25/06/2026', 'mdy')).toEqual({ kind: 'date', date: '2026-06-25' });
  });

  it('of any day is read in every way of writing it', () => {
    const days = fc.date({
      min: new Date('2001-09-10T00:00Z'),
      max: new Date('2099-12-31T00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const date = day.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = date.split('-');
        const ways = [
          [date],
          [day.toISOString()],
          [String(day.getTime())],
          [String(Math.floor(day.getTime() / 1000))],
          [`${dayOfMonth}.${month}.${year}`],
          [`${dayOfMonth}/${month}/${year} 10:00`, 'dmy'],
          [`${month}/${dayOfMonth}/${year}`, 'mdy'],
        ] as const;
        for (const [text, order] of ways) expect(dateIn(text, order)).toEqual({ kind: 'date', date });
      }),
    );
  });
});

describe('the order of a whole table', () => {
  it.each([
    ['Date,Subject\n06/07/2026,a\n25/06/2026,b\n', 'dmy'],
    ['"Date"\r\n"06/07/2026"\r\n"06/25/2026 9:30 AM"\r\n', 'mdy'],
    ['Subject;Date\na;06-07-2026\nb;25-06-2026', 'dmy'],
    ['a\t06/07/2026\t10:00 13/07/2026', 'dmy'],
    ['[{"date":"06/13/2026"}]', 'mdy'],
    ['Date\n06/07/2026\n07/08/2026\n', undefined],
    ['Date\n2026-06-25\n25.6.2026\n13/14/2026', undefined],
    ['Notes\n"we meet on 25/06/2026"', undefined],
    ['', undefined],
  ])('of %j is %s', (text, order) => {
    expect(dateOrderIn(text)).toBe(order);
  });

  it('is the same in pieces cut anywhere', () => {
    const parts = [
      '06/25/2026',
      '25/06/2026',
      '06/07/2026',
      '1',
      '9:30, ',
      '10:00:00 ',
      ',',
      '"',
      '\n',
      'a',
      '/',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...parts), { maxLength: 12 }),
        fc.array(fc.nat(100), { maxLength: 12 }),
        (given, places) => {
          const text = given.join('');
          expect(dateOrderIn(cutAt(text, places))).toBe(dateOrderIn(text));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('is the same in single characters', () => {
    const text = `${'x'.repeat(40)},06/07/2026\n"10:00:00, 13/07/2026",a`;
    expect(dateOrderIn(Array.from(text))).toBe('dmy');
    expect(dateOrderIn(Array.from(text.replaceAll(',', 'x').replaceAll('"', 'x')))).toBeUndefined();
  });
});
