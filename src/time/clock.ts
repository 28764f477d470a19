import { readPhrases, type Found, type Script } from './phrase.ts';
import type { DayPart, Phrases } from './words.ts';

/** What a clock shows as it was said: 9 and 30; a quarter to 10 is 10 and -15. The hour may be one of twelve. */
export interface Clock {
  readonly hour: number;
  readonly minutes: number;
}

const WITH_COLON: Phrases = ['{hour}:{twoDigitMinute}[h]'];
const WITH_DOT: Phrases = ['{hour}.{twoDigitMinute}'];
const HOUR_ONLY: Phrases = ['{hour}'];
const LAST_MONTH = 12;

/**
 * Every time that can be read at token `at`.
 *
 * @param isExpected Whether a time may come now. Only then is a mere `9` an hour, and `9.10` not a date; words like
 *   "at" before it or "am" after it raise the same expectation.
 */
export function readClocks(script: Script, at: number, isExpected: boolean): Found<Clock>[] {
  const { words } = script;
  const found = [...readSpelledOut(script, at), ...readLoose(script, at, isExpected)];
  for (const { end } of readPhrases(words.beforeTime, script, at)) {
    found.push(...readSpelledOut(script, end), ...readLoose(script, end, true));
  }
  return found;
}

/** Every part of the day that can be read at token `at`. */
export function readDayParts(script: Script, at: number): Found<DayPart>[] {
  return script.words.dayParts.flatMap((part) =>
    readPhrases(part.said, script, at).map(({ end }) => ({ value: part, end })),
  );
}

/** The minute of the day, or undefined when there is no such time, or none in that part of the day. */
export function minuteOfDay({ hour, minutes }: Clock, part: DayPart | undefined): number | undefined {
  if (hour > 23 || Math.abs(minutes) > 59) return undefined;
  const hourOfDay = part === undefined ? hour : hoursMeant(hour).find((h) => part.from <= h && h <= part.to);
  const minute = hourOfDay === undefined ? -1 : hourOfDay * 60 + minutes;
  return minute < 0 ? undefined : minute;
}

/** An hour of a clock with twelve of them is one of two hours of the day. */
function hoursMeant(hour: number): number[] {
  if (hour === 0 || hour > 12) return [hour];
  return hour === 12 ? [12, 0] : [hour, hour + 12];
}

/** Times that nothing else can be: `9:30`, `9h30`, "half past 9". */
function readSpelledOut(script: Script, at: number): Found<Clock>[] {
  const { hours, minutesPast, minutesTo } = script.words;
  return [
    ...readTimes(WITH_COLON, script, at, 1),
    ...readTimes(minutesPast, script, at, 1),
    ...readTimes(minutesTo, script, at, -1),
    ...hours.flatMap(({ minutes, said }) =>
      readPhrases(said, script, at).map(({ values: { hour = 0 }, end }) => ({
        value: { hour, minutes },
        end,
      })),
    ),
  ];
}

/** Times that could be something else: `9`, and `9.30`, which could be a date if its 30 were a month. */
function readLoose(script: Script, at: number, isExpected: boolean): Found<Clock>[] {
  const found = [...readTimes(HOUR_ONLY, script, at, 1), ...readTimes(WITH_DOT, script, at, 1)];
  return found.filter(
    ({ value, end }) => isExpected || value.minutes > LAST_MONTH || readDayParts(script, end).length > 0,
  );
}

function readTimes(phrases: Phrases, script: Script, at: number, sign: 1 | -1): Found<Clock>[] {
  return readPhrases(phrases, script, at).map(({ values: { hour = 0, minute = 0 }, end }) => ({
    value: { hour, minutes: sign * minute },
    end,
  }));
}
