import { dateOf, timeOf, weekdayOf, type WallDate, type WallWhen } from './wall.ts';
import { dateWords, type Language, type Name } from './words.ts';

export type DayStyle = 'short' | 'long';

/**
 * The day as a colleague would write it. Short: "Thu 26 Nov 2026", "Th 5 26/11/2026", "joi 26 nov. 2026". Long:
 * "Thursday 26 November 2026", "Thứ Năm, 26/11/2026", "joi, 26 noiembrie 2026". `parseWhen` reads it back.
 *
 * @throws RangeError when `date` is no valid date.
 */
export function formatDay(date: WallDate, language: Language, style: DayStyle): string {
  const { formats, weekdays, months } = dateWords[language];
  const [year = '', mm = '', dd = ''] = date.split('-');
  const parts: Record<string, string> = {
    weekday: nameOf(weekdays, weekdayOf(date), style),
    month: nameOf(months, Number(mm), style),
    day: String(Number(dd)),
    dd,
    mm,
    year,
  };
  return formats[style].replace(/\{(\w+)\}/g, (slot, name: string) => parts[name] ?? slot);
}

/** The same with the time behind it, if there is one: "Thu 26 Nov 2026 09:30". */
export function formatWhen(at: WallWhen, language: Language, style: DayStyle = 'short'): string {
  const day = formatDay(dateOf(at), language, style);
  const time = timeOf(at);
  return time === undefined ? day : `${day} ${time}`;
}

function nameOf(names: readonly Name[], number: number, style: DayStyle): string {
  return names[number - 1]?.[style] ?? String(number);
}
