import { addDaysTo, addMonthsTo, dateOf, timeOf } from '../time/wall.ts';
import type { WallTime, WallWhen } from '../time/wall.ts';
import type { Call, Rhythm } from './call.ts';

/** When a recurring call would come again: so much later, at the same time of day. Nothing for a call that does not recur. */
export function nextTime({ startsAt, repeat }: Pick<Call, 'startsAt' | 'repeat'>): WallWhen | undefined {
  if (repeat === undefined) return undefined;
  const day = dayAfter(dateOf(startsAt), repeat);
  const time = timeOf(startsAt);
  return time === undefined ? day : `${day}T${time}`;
}

/** The first time from now on at which a recurring call would come again. */
export function upcomingTime(call: Pick<Call, 'startsAt' | 'repeat'>, now: WallTime): WallWhen | undefined {
  const { startsAt, repeat } = call;
  if (repeat === undefined) return undefined;
  for (let times = 1; ; times += 1) {
    // Counted from the call itself: a month after 31 January and a month after that is 31 March.
    const next = nextTime({ startsAt, repeat: { ...repeat, every: repeat.every * times } });
    if (next === undefined || next >= now.slice(0, next.length)) return next;
  }
}

function dayAfter(day: string, { every, unit }: Rhythm): string {
  if (unit === 'month') return addMonthsTo(day, every);
  return addDaysTo(day, unit === 'week' ? 7 * every : every);
}
