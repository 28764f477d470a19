import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDay, formatWhen } from '../../src/time/format.ts';
import { parseWhen } from '../../src/time/when.ts';
import { addMinutesTo, dateOf, isValidWhen } from '../../src/time/wall.ts';
import { ENGLISH, FIGURES, NOW, ROMANIAN, VIETNAMESE, VIETNAMESE_UNMARKED, type Row } from './when-table.ts';

function meant(typed: string, now = NOW): string {
  const when = parseWhen(typed, now);
  return when.kind === 'understood' ? when.at : when.problem;
}

function blamed(typed: string): string {
  const when = parseWhen(typed, NOW);
  return when.kind === 'problem' ? `${when.problem}: ${when.part}` : when.at;
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

const TABLES: readonly (readonly [string, readonly Row[]])[] = [
  ['English', ENGLISH],
  ['figures', FIGURES],
  ['Vietnamese', VIETNAMESE],
  ['Vietnamese without marks', VIETNAMESE_UNMARKED],
  ['Romanian', ROMANIAN],
];
const ALL_ROWS = TABLES.flatMap(([, rows]) => rows);

describe.each(TABLES)('what is typed in %s', (_, rows) => {
  test.each(rows)('%s → %s', (typed, at) => {
    expect(meant(typed)).toBe(at);
  });
});

describe('the same without marks', () => {
  // Without its marks, "thứ 5" could be the English Thursday with an hour behind it, and "tới" could be "tối".
  const changed = new Set(['thứ 8', 'thứ 9:30', 'thứ năm tới 9h', 'bạn mai']);
  const rows = [...VIETNAMESE, ...ROMANIAN].filter(
    ([typed]) => !changed.has(typed) && withoutMarks(typed) !== typed,
  );

  test.each(rows.map(([typed, at]) => [withoutMarks(typed), at]))('%s → %s', (typed, at) => {
    expect(meant(typed)).toBe(at);
  });
});

describe('which words are to blame', () => {
  test.each([
    ['call thursday 9:30', 'not-understood: call'],
    ['thursday sharp 9:30', 'not-understood: sharp'],
    ['thursday 9:30 at the office', 'not-understood: at the office'],
    ['thứ năm 9h ở văn phòng', 'not-understood: ở văn phòng'],
    ['joi la 9 la sediu', 'not-understood: la sediu'],
    ['thu 14:00-15:00', 'not-understood: -15:00'],
    ['mâine 9 sau 10', 'not-understood: sau 10'],
    ['tomorrow 31/2', 'not-understood: /2'],
    ['on 31/2 at 9', 'no-such-day: on 31/2'],
    ['fri 26 nov 9:00', 'no-such-day: fri 26 nov'],
    ['thứ sáu 26/11 9h', 'no-such-day: thứ sáu 26/11'],
    ['mâine la ora 25:10', 'no-such-time: la ora 25:10'],
    ['14h sáng mai', 'no-such-time: 14h sáng'],
    ['chiều mai 9h', 'no-such-time: chiều mai 9h'],
    ['tuần sau 9h', 'ambiguous: tuần sau'],
    ['sáng mai', 'ambiguous: sáng'],
    [' thu 5 ', 'ambiguous: thu 5'],
    ['  ', 'empty: '],
  ])('%s → %s', (typed, problem) => {
    expect(blamed(typed)).toBe(problem);
  });

  test('a pasted page is refused as a whole', () => {
    const page = 'thursday 9:30 and then '.repeat(500).trim();
    expect(parseWhen(page, NOW)).toEqual({ kind: 'problem', problem: 'not-understood', part: page });
  });
});

describe('where days are counted from', () => {
  test.each([
    ['sun', '2026-11-29T08:00', '2026-11-29'],
    ['sun 7:00', '2026-11-29T08:00', '2026-12-06T07:00'],
    ['next mon', '2026-11-29T08:00', '2026-11-30'],
    ['thứ hai tuần sau', '2026-12-28T08:00', '2027-01-04'],
    ['joia viitoare', '2026-12-31T08:00', '2027-01-07'],
    ['thứ năm tới', '2026-11-27T08:00', '2026-12-03'],
    ['1/1', '2026-12-31T23:59', '2027-01-01'],
    ['tomorrow', '2026-12-31T23:59', '2027-01-01'],
    ['29/2', '2027-03-01T08:00', '2028-02-29'],
    ['the 31st', '2026-09-01T08:00', '2026-10-31'],
    ['the 30th', '2027-01-31T08:00', '2027-03-30'],
    ['in a month', '2027-01-31T08:00', '2027-02-28'],
  ])('%s, said at %s → %s', (typed, now, at) => {
    expect(meant(typed, now)).toBe(at);
  });

  test('a now that is no time is refused', () => {
    expect(() => parseWhen('mai', 'now')).toThrow(RangeError);
  });
});

const wallTimes = fc
  .integer({ min: 0, max: 230 * 366 * 24 * 60 })
  .map((minutes) => addMinutesTo('1970-01-01', minutes));
const languages = fc.constantFrom('en', 'vi', 'ro');
const styles = fc.constantFrom('short', 'long');
const words = fc.constantFrom(...new Set(ALL_ROWS.flatMap(([typed]) => typed.split(' '))));
const almostDates = fc.array(words, { maxLength: 6 }).map((some) => some.join(' '));

describe('for any text and any day', () => {
  test('a day that was written in a language is read back', () => {
    fc.assert(
      fc.property(wallTimes, wallTimes, languages, styles, (at, now, language, style) => {
        expect(meant(formatDay(dateOf(at), language, style), now)).toBe(dateOf(at));
        expect(meant(formatWhen(at, language, style), now)).toBe(at);
      }),
      { numRuns: 1000 },
    );
  });

  test('it never throws, and what is understood is on the calendar', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), almostDates);
    fc.assert(
      fc.property(texts, wallTimes, (text, now) => {
        const when = parseWhen(text, now);
        const isOnCalendar = when.kind === 'understood' && isValidWhen(when.at);
        const isQuoted =
          when.kind === 'problem' &&
          when.part.split(' ').every((word) => text.normalize('NFC').includes(word));
        expect(isOnCalendar || isQuoted).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('composed and decomposed letters, capitals and wider spaces mean the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...ALL_ROWS.map(([typed]) => typed)), almostDates), (text) => {
        const same = meant(text);
        expect(parseWhen(text.normalize('NFD'), NOW)).toEqual(parseWhen(text.normalize('NFC'), NOW));
        expect(meant(text.normalize('NFC').toUpperCase())).toBe(same);
        expect(meant(`  ${text.replaceAll(' ', ' \u00a0 ')},`)).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });

  test('a word that belongs to no date is never overlooked', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL_ROWS), fc.nat(8), ([typed], place) => {
        const some = typed.trim().split(/\s+/);
        const text = [...some.slice(0, place), 'xyzzy', ...some.slice(place)].join(' ');
        expect(meant(text)).toBe('not-understood');
      }),
    );
  });
});
