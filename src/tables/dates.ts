import { dateFrom } from '../time/wall.ts';
import type { WallDate } from '../time/wall.ts';
import type { DateOrder } from './date-order.ts';

/** What a value says of a day. `ambiguous`: it is one of two days, and nothing says which. */
export type DateReading =
  | { readonly kind: 'date'; readonly date: WallDate }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'none' };

const NONE: DateReading = { kind: 'none' };
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const YEAR_LAST = /^(?:\d{1,2}:\d{2}(?::\d{2})?,? )?(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
/** Seconds or milliseconds since 1970, of this century. */
const UNIX = /^\d{10}(?:\d{3})?(?:\.\d+)?$/;
const MILLISECONDS = 13;

/**
 * Reads the day out of a date, with or without a time behind it, as CRMs write them. It is the day that is written
 * there, whatever the time zone; Unix time is read as UTC.
 * @param order what is known of the file, for dates such as 06/07/2026
 */
export function dateIn(text: string, order?: DateOrder): DateReading {
  const value = text.trim();
  const yearFirst = YEAR_FIRST.exec(value);
  if (yearFirst !== null) return reading(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  const yearLast = YEAR_LAST.exec(value);
  if (yearLast !== null) return readYearLast(yearLast, order);
  if (!UNIX.test(value)) return NONE;
  const digits = value.split('.', 1)[0] ?? '';
  const instant = new Date(Number(digits) * (digits.length === MILLISECONDS ? 1 : 1000));
  return reading(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate());
}

function readYearLast(
  [, first = '', sign = '', second = '', year = '']: RegExpExecArray,
  order: DateOrder | undefined,
): DateReading {
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && b > 12) return NONE;
  const own = sign === '.' ? 'dmy' : orderOf(a, b);
  const known = own === 'either' ? order : own;
  if (known === undefined) return a === b ? reading(Number(year), a, b) : { kind: 'ambiguous' };
  return known === 'dmy' ? reading(Number(year), b, a) : reading(Number(year), a, b);
}

function reading(year: number, month: number, day: number): DateReading {
  const date = dateFrom(year, month, day);
  return date === undefined ? NONE : { kind: 'date', date };
}

/** The order that two numbers can only have; a number above 12 is a day. */
function orderOf(first: number, second: number): DateOrder | 'either' {
  if (first > 12 === second > 12) return 'either';
  return first > 12 ? 'dmy' : 'mdy';
}

/** A date in the beginning of a cell. */
const IN_TABLE = /(?:^|[,;\t"])(?:\d{1,2}:\d{2}(?::\d{2})?,? )?(\d{1,2})([-/])(\d{1,2})\2\d{4}(?!\d)/gm;
/** More characters than that finds at once, with those before and behind that it looks at. */
const LONGEST = 32;

/**
 * The order of day and month in all dates of a table, told by the first date with a day above 12; nothing where there
 * is none.
 * @param table the whole text, or as much of it as there is, in one piece or cut anywhere; pieces are taken as far as
 * need be
 */
export function dateOrderIn(table: string | Iterable<string>): DateOrder | undefined {
  let text = '';
  let isBeginning = true;
  for (const piece of typeof table === 'string' ? [table] : table) {
    text += piece;
    // What reaches to the end may go on in the next piece; what stands at the very beginning was seen with the last one.
    const order = decisiveIn(text, isBeginning ? 0 : 1, text.length - 1);
    if (order !== undefined) return order;
    if (text.length > LONGEST) {
      text = text.slice(-LONGEST);
      isBeginning = false;
    }
  }
  return decisiveIn(text, isBeginning ? 0 : 1, text.length);
}

/** The order that the first date gives that begins at or behind `start` and ends at or before `end`. */
function decisiveIn(text: string, start: number, end: number): DateOrder | undefined {
  for (const found of text.matchAll(IN_TABLE)) {
    const order = orderOf(Number(found[1]), Number(found[3]));
    const isWithin = found.index >= start && found.index + found[0].length <= end;
    if (isWithin && order !== 'either') return order;
  }
  return undefined;
}
