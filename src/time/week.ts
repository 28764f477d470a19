import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import type { IsoWeek } from './iso-week.ts';
import { addDaysTo, dateOf, daysBetween, utcOf, weekdayOf } from './wall.ts';
import type { WallDate, WallWhen } from './wall.ts';

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

function mondayIn(date: WallDate): WallDate {
  return addDaysTo(date, 1 - weekdayOf(date));
}
