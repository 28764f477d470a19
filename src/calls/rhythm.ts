import { addDaysTo, addMonthsTo, dateOf, timeOf } from '../time/wall.ts';
import type { WallWhen } from '../time/wall.ts';
import type { Call, Rhythm } from './call.ts';

/** When a recurring call would come again: so much later, at the same time of day. Nothing for a call that does not recur. */
export function nextTime({ startsAt, repeat }: Pick<Call, 'startsAt' | 'repeat'>): WallWhen | undefined {
  if (repeat === undefined) return undefined;
  const day = dayAfter(dateOf(startsAt), repeat);
  const time = timeOf(startsAt);
  return time === undefined ? day : `${day}T${time}`;
}

function dayAfter(day: string, { every, unit }: Rhythm): string {
  if (unit === 'month') return addMonthsTo(day, every);
  return addDaysTo(day, unit === 'week' ? 7 * every : every);
}
