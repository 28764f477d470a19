import { dateOf } from '../../time/wall.ts';
import type { WallTime } from '../../time/wall.ts';
import { endOfMonth, parseMonth } from '../../time/month.ts';
import { UserError } from '../../user-error.ts';
import { weekPeriod } from '../list/period.ts';
import type { Period } from '../list/period.ts';

/** The days that a review is about: those of a week, or of a month. */
export interface ReviewPeriod extends Required<Pick<Period, 'from' | 'to'>> {
  /** `2026-W48` */
  readonly week?: string;
  /** `2026-11` */
  readonly month?: string;
}

export interface ReviewPeriodOptions {
  readonly week?: string;
  readonly month?: string;
}

/**
 * Reads which days are reviewed: this week where nothing is said.
 * @param startsOnSunday the week is taken from Sunday
 * @throws UserError naming the option that cannot be understood
 */
export async function reviewPeriod(
  { week, month }: ReviewPeriodOptions,
  now: WallTime,
  startsOnSunday: boolean,
): Promise<ReviewPeriod> {
  if (month === undefined) return weekPeriod(week, now, startsOnSunday);
  if (week !== undefined) throw new UserError('error.week-and-month');
  const from = parseMonth(month, dateOf(now));
  if (from === undefined) throw new UserError('error.month', { given: month });
  return { from, to: endOfMonth(from), month: from.slice(0, 7) };
}
