import { dateOf } from '../../time/wall.ts';
import type { WallDate, WallTime } from '../../time/wall.ts';
import { addDaysTo } from '../../time/wall.ts';
import { isoWeekOf, mondayOf, parseWeek, weekLabel } from '../../time/week.ts';
import type { IsoWeek } from '../../time/week.ts';
import { parseWhen } from '../../time/when.ts';
import { readDay } from '../../read-option.ts';
import { UserError } from '../../user-error.ts';

/** The days that a list shows, both included; without a beginning or an end it shows everything on that side. */
export interface Period {
  readonly from?: WallDate;
  readonly to?: WallDate;
  /** `2026-W48`, where the days are those of one week. */
  readonly week?: string;
}

export interface PeriodOptions {
  readonly week?: string;
  readonly from?: string;
  readonly to?: string;
  readonly all?: boolean;
}

/**
 * Reads which days are asked for: this week where nothing is said.
 * @param startsOnSunday the week is shown from Sunday; the weeks of the calendar stay ISO weeks
 * @throws UserError naming the option that cannot be understood
 */
export function periodFrom(options: PeriodOptions, now: WallTime, startsOnSunday: boolean): Period {
  if (options.all === true) return {};
  if (options.from !== undefined || options.to !== undefined) {
    if (options.week !== undefined) throw new UserError('error.week-and-days');
    const from = options.from === undefined ? undefined : readDay(options.from, now);
    const to = options.to === undefined ? undefined : readDay(options.to, now);
    if (from !== undefined && to !== undefined && to < from)
      throw new UserError('error.to-before-from', { from, to });
    return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  }
  return weekPeriod(options.week, now, startsOnSunday);
}

/**
 * The days of one week, by its name or by any day in it: this week where nothing is given.
 * @param startsOnSunday see `periodFrom`
 * @throws UserError when it cannot be understood
 */
export function weekPeriod(
  given: string | undefined,
  now: WallTime,
  startsOnSunday: boolean,
): Required<Period> {
  const thisDay = shifted(dateOf(now), startsOnSunday);
  const week = given === undefined ? isoWeekOf(thisDay) : weekFrom(given, thisDay, now, startsOnSunday);
  const monday = mondayOf(week);
  const from = startsOnSunday ? addDaysTo(monday, -1) : monday;
  return { from, to: addDaysTo(from, 6), week: weekLabel(week) };
}

/** A week by its name, or the week of any day that can be named. */
function weekFrom(given: string, thisDay: WallDate, now: WallTime, startsOnSunday: boolean): IsoWeek {
  const week = parseWeek(given, thisDay);
  if (week !== undefined) return week;
  const when = parseWhen(given, now);
  if (when.kind === 'problem') throw new UserError('error.week', { given });
  return isoWeekOf(shifted(dateOf(when.at), startsOnSunday));
}

/** A week that starts on Sunday is the ISO week of the day after. */
function shifted(date: WallDate, startsOnSunday: boolean): WallDate {
  return startsOnSunday ? addDaysTo(date, 1) : date;
}
