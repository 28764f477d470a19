import type { Values } from './phrase-tree.ts';
import { readPhrases, type Found, type Match, type Script } from './phrase.ts';
import { addDaysTo, addMonthsTo, dateFrom, weekdayOf, type WallDate } from './wall.ts';
import { NUMERIC_DATES, type Phrases } from './words.ts';

/** The day that was read. `coming` is the next such weekday; `which-day`, a week with no day named. */
export type Day =
  | { readonly kind: 'date'; readonly date: WallDate }
  | { readonly kind: 'coming'; readonly weekday: number }
  | { readonly kind: 'no-such-day' }
  | { readonly kind: 'which-day' };

const WEEKDAY: Phrases = ['{weekday}'];
const DAY_NUMBER: Phrases = ['{day}'];
const LAST_HOUR = 23;

// When no reading makes sense, the first one's problem is told: "thu 31" is a day before it is an hour.
const READERS = [
  readWeekdayAndDate,
  readDateAndWeekday,
  readDates,
  readComingWeekdays,
  readRelativeDays,
  readLaterDays,
  readDaysOfWeeks,
];

/** Every day that can be read at token `at`. */
export function readDays(script: Script, at: number, today: WallDate): Found<Day>[] {
  return startsOfDay(script, at).flatMap((start) => READERS.flatMap((read) => read(script, start, today)));
}

/** Here, or after words like "on the". */
function startsOfDay(script: Script, at: number): number[] {
  return [at, ...readPhrases(script.words.beforeDay, script, at).map((match) => match.end)];
}

/** "tomorrow" */
function readRelativeDays(script: Script, at: number, today: WallDate): Found<Day>[] {
  return script.words.relativeDays.flatMap(({ days, said }) =>
    meaning(readPhrases(said, script, at), () => onDate(addDaysTo(today, days))),
  );
}

/** "in 3 days" */
function readLaterDays(script: Script, at: number, today: WallDate): Found<Day>[] {
  const { inDays, inWeeks, inMonths } = script.words;
  return [
    ...meaning(readPhrases(inDays, script, at), ({ count = 1 }) => onDate(addDaysTo(today, count))),
    ...meaning(readPhrases(inWeeks, script, at), ({ count = 1 }) => onDate(addDaysTo(today, 7 * count))),
    ...meaning(readPhrases(inMonths, script, at), ({ count = 1 }) => onDate(addMonthsTo(today, count))),
  ];
}

/** "tuesday next week", and "next week", of which the day is still to be asked */
function readDaysOfWeeks(script: Script, at: number, today: WallDate): Found<Day>[] {
  const monday = addDaysTo(today, 1 - weekdayOf(today));
  return script.words.weeks.flatMap(({ weeks, said, withWeekday }) => [
    ...meaning(readPhrases(said, script, at), () => ({ kind: 'which-day' })),
    ...meaning(readPhrases(withWeekday, script, at), ({ weekday = 1 }) =>
      onDate(addDaysTo(monday, 7 * weeks + weekday - 1)),
    ),
  ]);
}

/** "thursday" */
function readComingWeekdays(script: Script, at: number): Found<Day>[] {
  const found = readPhrases(script.words.comingWeekday, script, at);
  return meaning(found, ({ weekday = 1 }) => ({ kind: 'coming', weekday }));
}

/** "25/11", "25 nov 2026", "the 25th" */
function readDates(script: Script, at: number, today: WallDate): Found<Day>[] {
  const { dates, daysOfMonth } = script.words;
  const found = [NUMERIC_DATES, dates, daysOfMonth].flatMap((phrases) => readPhrases(phrases, script, at));
  return meaning(found, (values) => calendarDay(values, today));
}

/** "thursday 26 november", "thu 26": the date must be such a weekday. */
function readWeekdayAndDate(script: Script, at: number, today: WallDate): Found<Day>[] {
  const found: Found<Day>[] = [];
  for (const { values, end } of readPhrases(WEEKDAY, script, at)) {
    for (const start of startsOfDay(script, end)) {
      const dates = [...readDates(script, start, today), ...readHighDayNumbers(script, start, today)];
      for (const date of dates) found.push({ value: ifWeekday(date.value, values.weekday), end: date.end });
    }
  }
  return found;
}

/** "26/11 thu": the date must be such a weekday. */
function readDateAndWeekday(script: Script, at: number, today: WallDate): Found<Day>[] {
  return readDates(script, at, today).flatMap(({ value, end }) =>
    meaning(readPhrases(WEEKDAY, script, end), ({ weekday }) => ifWeekday(value, weekday)),
  );
}

/** A number after a weekday is its hour, unless no clock has such an hour. */
function readHighDayNumbers(script: Script, at: number, today: WallDate): Found<Day>[] {
  const found = readPhrases(DAY_NUMBER, script, at).filter(({ values: { day = 0 } }) => day > LAST_HOUR);
  return meaning(found, (values) => calendarDay(values, today));
}

function meaning(matches: readonly Match[], dayOf: (values: Values) => Day): Found<Day>[] {
  return matches.map(({ values, end }) => ({ value: dayOf(values), end }));
}

function calendarDay({ day = 0, month, year }: Values, today: WallDate): Day {
  if (month === undefined) return nextOf(monthsFrom(today), day, today);
  if (year === undefined) return nextOf(yearsFrom(today, month), day, today);
  return onDate(dateFrom(year, month, day));
}

type Month = readonly [year: number, month: number];

/** This month and the two after it: one of them has a 31st. */
function monthsFrom(today: WallDate): Month[] {
  const firstOfMonth = `${today.slice(0, 8)}01`;
  return [0, 1, 2].map((later) => {
    const first = addMonthsTo(firstOfMonth, later);
    return [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  });
}

function yearsFrom(today: WallDate, month: number): Month[] {
  const year = Number(today.slice(0, 4));
  return [
    [year, month],
    [year + 1, month],
  ];
}

/** The first day with this number in one of `months` that is not past. */
function nextOf(months: readonly Month[], day: number, today: WallDate): Day {
  const dates = months.map(([year, month]) => dateFrom(year, month, day));
  return onDate(dates.find((date) => date !== undefined && date >= today));
}

function onDate(date: WallDate | undefined): Day {
  return date === undefined ? { kind: 'no-such-day' } : { kind: 'date', date };
}

function ifWeekday(day: Day, weekday: number | undefined): Day {
  return day.kind === 'date' && weekdayOf(day.date) === weekday ? day : { kind: 'no-such-day' };
}
