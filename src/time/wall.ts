import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays } from 'date-fns/addDays';
import { addMinutes } from 'date-fns/addMinutes';
import { addMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { differenceInMinutes } from 'date-fns/differenceInMinutes';
import { getISODay } from 'date-fns/getISODay';

/** A day on the wall calendar: `2026-11-26`. Two of them compare as strings. */
export type WallDate = string;

/** A day and a time as the clock on the wall shows them, to the minute, in no zone: `2026-11-26T09:30`. */
export type WallTime = string;

/** A `WallDate` or a `WallTime`. */
export type WallWhen = string;

// The whole UTCDate makes three Intl formats when it is loaded, which takes longer than all the rest here.
type UtcDate = InstanceType<typeof UTCDateMini>;

const DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/;

/** What the clock and calendar of this machine show at `instant`. */
export function wallNow(instant: Date): WallTime {
  const date = dateText(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
  return `${date}T${timeText(instant.getHours() * 60 + instant.getMinutes())}`;
}

/** The day of a date, or of a date with a time. */
export function dateOf(when: WallWhen): WallDate {
  return when.slice(0, 10);
}

/** The time of day, `09:30`; undefined when there is only a date. */
export function timeOf(when: WallWhen): string | undefined {
  return when.length > 10 ? when.slice(11) : undefined;
}

/** One of the days that every month has, which takes no calendar to tell. */
const IN_EVERY_MONTH = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** Whether `text` is a `WallDate` that the calendar has, in the years 1 to 9999: `2026-02-31` is not. */
export function isValidDate(text: string): boolean {
  if (IN_EVERY_MONTH.test(text)) return true;
  if (!DATE.test(text)) return false;
  const day = new UTCDateMini(`${text}T00:00Z`);
  return !Number.isNaN(day.getTime()) && dateOfUtc(day) === text;
}

/** Whether `text` is a date, or a date with a time, that calendar and clock have. */
export function isValidWhen(text: string): boolean {
  return isValidDate(text) || (TIME.test(text) && isValidDate(dateOf(text)));
}

/** The date `2026-11-26` for 2026, 11, 26; undefined when the calendar has no such day. */
export function dateFrom(year: number, month: number, day: number): WallDate | undefined {
  const date = dateText(year, month, day);
  return isValidDate(date) ? date : undefined;
}

/** The day `n` days later, or earlier when `n` is negative. */
export function addDaysTo(date: WallDate, n: number): WallDate {
  return dateOfUtc(addDays(utcOf(date), n));
}

/** The same day of the month `n` months later, or the last day of that month when it is shorter. */
export function addMonthsTo(date: WallDate, n: number): WallDate {
  return dateOfUtc(addMonths(utcOf(date), n));
}

/** The time `minutes` later, on another day if need be. A date counts from its midnight. */
export function addMinutesTo(when: WallWhen, minutes: number): WallTime {
  const later = addMinutes(utcOf(when), minutes);
  return `${dateOfUtc(later)}T${timeText(later.getHours() * 60 + later.getMinutes())}`;
}

/** How many days `to` lies after `from`; negative when it lies before. Times of day do not count. */
export function daysBetween(from: WallWhen, to: WallWhen): number {
  return differenceInCalendarDays(utcOf(to), utcOf(from));
}

/** How many minutes `to` lies after `from`; negative when it lies before. A date counts from its midnight. */
export function minutesBetween(from: WallWhen, to: WallWhen): number {
  return differenceInMinutes(utcOf(to), utcOf(from));
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(when: WallWhen): number {
  return getISODay(utcOf(when));
}

/** `09:30` for the 570th minute of the day. */
export function timeText(minuteOfDay: number): string {
  return `${padded(Math.floor(minuteOfDay / 60), 2)}:${padded(minuteOfDay % 60, 2)}`;
}

/**
 * The wall time as if the wall stood in UTC, so that date-fns computes with it and no zone of the machine moves it.
 *
 * @throws RangeError when `when` is neither a valid date nor a valid date with a time.
 */
export function utcOf(when: WallWhen): UtcDate {
  if (!isValidWhen(when)) throw new RangeError(`not a date: ${JSON.stringify(when)}`);
  return new UTCDateMini(`${dateOf(when)}T${timeOf(when) ?? '00:00'}Z`);
}

/** The day that `utcOf` made a date of. */
function dateOfUtc(utc: UtcDate): WallDate {
  return dateText(utc.getFullYear(), utc.getMonth() + 1, utc.getDate());
}

function dateText(year: number, month: number, day: number): string {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
