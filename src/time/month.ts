import type { Values } from './phrase-tree.ts';
import { readWhole } from './phrase.ts';
import { tokenise } from './token.ts';
import { addDaysTo, addMonthsTo, dateFrom } from './wall.ts';
import type { WallDate } from './wall.ts';
import { allDateWords, NUMERIC_MONTHS } from './words.ts';

/**
 * The first day of the month that `text` names, in English, Vietnamese or Romanian: `this`, `last month`, `tháng trước`,
 * `luna trecută`, `november`, `tháng 11`, `noiembrie 2026`, `2026-11`, `11/2026`. Where no year is given, the last such
 * month is meant that has begun.
 *
 * @returns undefined when it is not understood, or there is no such month.
 */
export function parseMonth(text: string, today: WallDate): WallDate | undefined {
  const tokens = tokenise(text.normalize('NFC').trim());
  const thisMonth = `${today.slice(0, 7)}-01`;
  for (const words of allDateWords) {
    const script = { tokens, words };
    for (const { months, said } of words.monthsFromNow) {
      if (readWhole(said, script) !== undefined) return addMonthsTo(thisMonth, months);
    }
    const values = readWhole(words.inMonth, script) ?? readWhole(NUMERIC_MONTHS, script);
    if (values !== undefined) return monthOf(values, thisMonth);
  }
  return undefined;
}

/** The last day of the month that begins on a day. */
export function endOfMonth(first: WallDate): WallDate {
  return addDaysTo(addMonthsTo(first, 1), -1);
}

function monthOf({ month = 0, year }: Values, thisMonth: WallDate): WallDate | undefined {
  const thisYear = Number(thisMonth.slice(0, 4));
  if (year !== undefined) return dateFrom(year, month, 1);
  const inThisYear = dateFrom(thisYear, month, 1);
  return inThisYear === undefined || inThisYear <= thisMonth ? inThisYear : dateFrom(thisYear - 1, month, 1);
}
