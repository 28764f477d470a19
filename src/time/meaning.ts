import { minuteOfDay } from './clock.ts';
import type { Day } from './day.ts';
import type { Pieces, Span } from './pieces.ts';
import {
  addDaysTo,
  dateOf,
  timeText,
  weekdayOf,
  type WallDate,
  type WallTime,
  type WallWhen,
} from './wall.ts';

/** The day or time that was meant, or why there is none, and the tokens to blame. */
export type Meaning =
  | { readonly at: WallWhen }
  | { readonly problem: 'no-such-day' | 'no-such-time' | 'ambiguous'; readonly blamed: Span };

/** What was meant by the `pieces` of a text at the time `now`. */
export function meaningOf(pieces: Pieces, now: WallTime): Meaning {
  const { day, clock, part } = pieces;
  if (day?.value.kind === 'no-such-day') return { problem: 'no-such-day', blamed: day };
  if (day?.value.kind === 'which-day') return { problem: 'ambiguous', blamed: day };

  const minute = clock === undefined ? undefined : minuteOfDay(clock.value, part?.value);
  if (clock !== undefined && minute === undefined) {
    return { problem: 'no-such-time', blamed: part === undefined ? clock : around(clock, part) };
  }
  const time = minute === undefined ? part?.value.at : timeText(minute);
  if (part !== undefined && time === undefined) return { problem: 'ambiguous', blamed: part };

  const date = dateMeant(day?.value, time, now);
  return { at: time === undefined ? date : `${date}T${time}` };
}

/** Today when no day is named. A weekday is today as well, unless that time is over. */
function dateMeant(
  day: Extract<Day, { kind: 'date' | 'coming' }> | undefined,
  time: string | undefined,
  now: WallTime,
): WallDate {
  const today = dateOf(now);
  if (day === undefined) return today;
  if (day.kind === 'date') return day.date;
  const daysAhead = (day.weekday - weekdayOf(today) + 7) % 7;
  const isOver = daysAhead === 0 && time !== undefined && `${today}T${time}` <= now;
  return addDaysTo(today, isOver ? 7 : daysAhead);
}

function around(one: Span, other: Span): Span {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}
