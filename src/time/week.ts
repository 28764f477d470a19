import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import type { IsoWeek } from './iso-week.ts';
import type { Values } from './phrase-tree.ts';
import { readWhole } from './phrase.ts';
import { tokenise } from './token.ts';
import {
  addDaysTo,
  dateFrom,
  dateOf,
  daysBetween,
  utcOf,
  weekdayOf,
  type WallDate,
  type WallWhen,
} from './wall.ts';
import { allDateWords, NUMERIC_DATES } from './words.ts';

export type { IsoWeek } from './iso-week.ts';

/** The week in which `date` lies. @throws RangeError when it is no valid date. */
export function isoWeekOf(date: WallDate): IsoWeek {
  const utc = utcOf(date);
  return { year: getISOWeekYear(utc), week: getISOWeek(utc) };
}

/** `2026-W48` */
export function weekLabel({ year, week }: IsoWeek): string {
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

/** The name of the week in which a time lies. */
export function weekNameOf(when: WallWhen): string {
  return weekLabel(isoWeekOf(dateOf(when)));
}

/** The first day of the week. */
export function mondayOf({ year, week }: IsoWeek): WallDate {
  // The fourth of January always lies in the first week.
  const fourthOfJanuary = `${String(year).padStart(4, '0')}-01-04`;
  return addDaysTo(mondayIn(fourthOfJanuary), 7 * (week - 1));
}

/** The seven days of the week, Monday first. */
export function weekDates(week: IsoWeek): WallDate[] {
  const monday = mondayOf(week);
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDaysTo(monday, days));
}

/** Every week that has a day from `fromDate` to `toDate`, both included; none when they are the wrong way round. */
export function weeksBetween(fromDate: WallDate, toDate: WallDate): IsoWeek[] {
  const weeks: IsoWeek[] = [];
  if (fromDate > toDate) return weeks;
  const firstMonday = mondayIn(fromDate);
  const days = daysBetween(firstMonday, toDate);
  for (let day = 0; day <= days; day += 7) weeks.push(isoWeekOf(addDaysTo(firstMonday, day)));
  return weeks;
}

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

function mondayIn(date: WallDate): WallDate {
  return addDaysTo(date, 1 - weekdayOf(date));
}
