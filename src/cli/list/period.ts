import { dateOf } from '../../time/wall.ts';
import type { WallDate, WallTime } from '../../time/wall.ts';
import { addDaysTo } from '../../time/wall.ts';
import { isoWeekOf, mondayOf, weekLabel } from '../../time/week.ts';
import type { IsoWeek } from '../../time/week.ts';
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
export async function periodFrom(
  options: PeriodOptions,
  now: WallTime,
  startsOnSunday: boolean,
): Promise<Period> {
  if (options.all === true) return {};
  if (options.from !== undefined || options.to !== undefined) {
    if (options.week !== undefined) throw new UserError('error.week-and-days');
    const { readDay } = await import('../../read-day.ts');
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
export async function weekPeriod(
  given: string | undefined,
  now: WallTime,
  startsOnSunday: boolean,
): Promise<Required<Period>> {
  const thisDay = shifted(dateOf(now), startsOnSunday);
  const week = given === undefined ? isoWeekOf(thisDay) : await weekFrom(given, thisDay, now, startsOnSunday);
  const monday = mondayOf(week);
  const from = startsOnSunday ? addDaysTo(monday, -1) : monday;
  return { from, to: addDaysTo(from, 6), week: weekLabel(week) };
}

/**
 * A week by its name, or the week of any day that can be named. What reads the names takes longer to load than a week is
 * listed in, and few name one.
 */
async function weekFrom(
  given: string,
  thisDay: WallDate,
  now: WallTime,
  startsOnSunday: boolean,
): Promise<IsoWeek> {
  const [{ parseWeek }, { parseWhen }] = await Promise.all([
    import('../../time/parse-week.ts'),
    import('../../time/when.ts'),
  ]);
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
