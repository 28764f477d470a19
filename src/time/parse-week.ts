import type { IsoWeek } from './iso-week.ts';
import type { Values } from './phrase-tree.ts';
import { readWhole } from './phrase.ts';
import { tokenise } from './token.ts';
import { addDaysTo, dateFrom, daysBetween } from './wall.ts';
import type { WallDate } from './wall.ts';
import { isoWeekOf, mondayOf } from './week.ts';
import { allDateWords, NUMERIC_DATES } from './words.ts';

/**
 * The week that `text` names, in English, Vietnamese or Romanian: `this`, `next week`, `tuần trước`, `viitoare`,
 * `+1`, `2026-W48`, `W48`, or a day in it, `2026-11-26` or `26/11`. Where no year is given, the one is meant that
 * makes it nearest to `today`.
 *
 * @returns undefined when it is not understood, or there is no such week or day.
 */
export function parseWeek(text: string, today: WallDate): IsoWeek | undefined {
  const typed = text.normalize('NFC').trim();
  if (/^[+-]\d{1,3}$/.test(typed)) return weekFrom(today, Number(typed));
  const label = /^(?:(\d{4})-?)?W(\d{1,2})$/i.exec(typed);
  if (label !== null) {
    const [, year, week] = label;
    return numberedWeek(year === undefined ? undefined : Number(year), Number(week), today);
  }
  return weekInWords(typed, today);
}

function weekInWords(text: string, today: WallDate): IsoWeek | undefined {
  const tokens = tokenise(text);
  for (const words of allDateWords) {
    const script = { tokens, words };
    for (const { weeks, said, short } of words.weeks) {
      if ((readWhole(said, script) ?? readWhole(short, script)) !== undefined) return weekFrom(today, weeks);
    }
    const number = readWhole(words.weekNumber, script)?.count;
    if (number !== undefined) return numberedWeek(undefined, number, today);
    const values = readWhole(NUMERIC_DATES, script);
    if (values !== undefined) return weekOfDay(values, today);
  }
  return undefined;
}

function weekFrom(today: WallDate, weeks: number): IsoWeek {
  return isoWeekOf(addDaysTo(today, 7 * weeks));
}

function numberedWeek(year: number | undefined, week: number, today: WallDate): IsoWeek | undefined {
  const years = year === undefined ? yearsAround(today) : [year];
  const weeks = years.map((y) => ({ year: y, week })).filter(exists);
  const monday = nearestTo(today, weeks.map(mondayOf));
  return monday === undefined ? undefined : isoWeekOf(monday);
}

function weekOfDay({ day = 0, month = 0, year }: Values, today: WallDate): IsoWeek | undefined {
  const years = year === undefined ? yearsAround(today) : [year];
  const dates = years.map((y) => dateFrom(y, month, day)).filter((date) => date !== undefined);
  const date = nearestTo(today, dates);
  return date === undefined ? undefined : isoWeekOf(date);
}

function yearsAround(today: WallDate): number[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1, year - 1];
}

function nearestTo(today: WallDate, dates: readonly WallDate[]): WallDate | undefined {
  let nearest: WallDate | undefined;
  let distance = Infinity;
  for (const date of dates) {
    const days = Math.abs(daysBetween(today, date));
    if (days >= distance) continue;
    nearest = date;
    distance = days;
  }
  return nearest;
}

function exists({ year, week }: IsoWeek): boolean {
  const inLastWeek = dateFrom(year, 12, 28);
  return inLastWeek !== undefined && week >= 1 && week <= isoWeekOf(inLastWeek).week;
}
