import en from '../../data/dates/en.json' with { type: 'json' };
import ro from '../../data/dates/ro.json' with { type: 'json' };
import vi from '../../data/dates/vi.json' with { type: 'json' };

/** Phrases as `phrase.ts` reads them: `(a|b)` one of these, `[a]` may be missing, `{day}` a slot. */
export type Phrases = readonly string[];

/** A weekday or a month: how it is written out, how in short, and all that people type for it. */
export interface Name {
  readonly long: string;
  readonly short: string;
  readonly said: Phrases;
}

/** A part of the day, with its first and last hour. */
export interface DayPart {
  readonly from: number;
  readonly to: number;
  readonly said: Phrases;
  /** It is said only when the time has been: "am". */
  readonly afterTime?: boolean | undefined;
  /** It names the day too: "tonight". */
  readonly today?: boolean | undefined;
  /** The time that it stands for by itself: noon is 12:00. */
  readonly at?: string | undefined;
}

/** How a language talks about days and times; the content of `data/dates/<language>.json`. */
export interface DateWords {
  /** Monday first. */
  readonly weekdays: readonly Name[];
  readonly months: readonly Name[];
  /** How a date is written: `{weekday}`, `{month}`, `{year}`, `{day}` or two-digit `{dd}`, `{mm}`. */
  readonly formats: { readonly short: string; readonly long: string };
  /** The numbers from one up, for counting days and weeks. */
  readonly numbers: readonly Phrases[];
  readonly relativeDays: readonly { readonly days: number; readonly said: Phrases }[];
  readonly inDays: Phrases;
  readonly inWeeks: Phrases;
  readonly inMonths: Phrases;
  /** A weekday with no week named: the next one. */
  readonly comingWeekday: Phrases;
  /** Weeks counted from this one; `short` is what is enough where only a week can be meant. */
  readonly weeks: readonly {
    readonly weeks: number;
    readonly said: Phrases;
    readonly short: Phrases;
    readonly withWeekday: Phrases;
  }[];
  /** Months counted from this one, where only a month can be meant. */
  readonly monthsFromNow: readonly { readonly months: number; readonly said: Phrases }[];
  /** A month by its name. */
  readonly inMonth: Phrases;
  readonly weekNumber: Phrases;
  readonly beforeDay: Phrases;
  readonly dates: Phrases;
  readonly daysOfMonth: Phrases;
  readonly beforeTime: Phrases;
  /** Whole hours, and how far the words around them move the time. */
  readonly hours: readonly { readonly minutes: number; readonly said: Phrases }[];
  readonly minutesPast: Phrases;
  readonly minutesTo: Phrases;
  readonly dayParts: readonly DayPart[];
}

/** The languages whose days and times are understood and written. */
export type Language = 'en' | 'vi' | 'ro';

export const dateWords: Readonly<Record<Language, DateWords>> = { en, vi, ro };

/** The same, for whoever tries them all. */
export const allDateWords: readonly DateWords[] = Object.values(dateWords);

/** Dates in figures, alike in every language: the day before the month, and a year of four digits may come first. */
export const NUMERIC_DATES: Phrases = [
  '{day}/{monthNumber}[/{year}|/{shortYear}]',
  '{day}.{monthNumber}[.{year}|.{shortYear}]',
  '{day}-{monthNumber}[-{year}|-{shortYear}]',
  '{year}-{monthNumber}-{day}',
  '{year}/{monthNumber}/{day}',
];

/** Months in figures, alike in every language. */
export const NUMERIC_MONTHS: Phrases = [
  '{year}-{monthNumber}',
  '{monthNumber}/{year}',
  '{monthNumber}.{year}',
  '{monthNumber}-{year}',
  '{monthNumber}',
];
