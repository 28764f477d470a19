import type { Rhythm } from '../calls/call.ts';
import { bareText } from '../text/bare-text.ts';

/** A way to say how often, without marks: alternatives of a pattern. */
interface Unit {
  readonly unit: Rhythm['unit'];
  /** How many of `unit` it is. */
  readonly times: number;
  /** What can stand alone. */
  readonly one: string;
  /** What needs a number; `luni` alone is a Monday. */
  readonly many: string;
  /** Needs no word before it: `weekly`. */
  readonly adverb: string;
}

const UNITS: readonly Unit[] = [
  { unit: 'day', times: 1, one: 'day|ngay|zi', many: 'd|days|zile', adverb: 'daily|zilnic' },
  {
    unit: 'week',
    times: 1,
    one: 'week|tuan|saptamana',
    many: 'w|wk|wks|weeks|saptamani',
    adverb: 'weekly|saptamanal',
  },
  { unit: 'week', times: 2, one: 'fortnight', many: 'fortnights', adverb: 'fortnightly' },
  { unit: 'month', times: 1, one: 'month|thang|luna', many: 'mo|months|luni', adverb: 'monthly|lunar' },
  {
    unit: 'month',
    times: 3,
    one: 'quarter|quy|trimestru',
    many: 'quarters|trimestre',
    adverb: 'quarterly|trimestrial',
  },
  { unit: 'month', times: 12, one: 'year|nam|an', many: 'y|years|ani', adverb: 'yearly|anual' },
];

const NUMBERS: readonly string[] = [
  'a|an|one|mot|o|un',
  'two|other|second|hai|doi|doua',
  'three|ba|trei',
  'four|bon|patru',
  'five|nam|cinci',
  'six|sau|sase',
];

const BEFORE =
  '(?:once )?(?:a|an|every|each|per)|(?:cu )?moi|hang|(?:o data )?(?:(?:la|in) )?fiecare|(?:o data )?(?:la|pe)';
const BEHIND = ' ?(?:(?:mot|1) lan|/ ?lan)';
const NEVER = /^(?:never|no|none|khong|khong bao gio|niciodata|nu)$/;

/** More of a unit than this is no rhythm. */
const MOST = 365;

/**
 * Reads how often a call recurs, as people type it in English, Vietnamese or Romanian, with or without marks: `2 weeks`,
 * `monthly`, `10 days`, `mỗi tuần`, `2 tuần một lần`, `la 3 săptămâni`, `never`. Nothing where the text is anything else.
 */
export function readRhythm(text: string): Rhythm | 'never' | undefined {
  const typed = bareText(text);
  if (NEVER.test(typed)) return 'never';
  for (const { unit, times, ...words } of UNITS) {
    const count = countIn(typed, words);
    if (count === undefined) continue;
    const every = count * times;
    return every >= 1 && every <= MOST ? { every, unit } : undefined;
  }
  return undefined;
}

function countIn(
  typed: string,
  { one, many, adverb }: Pick<Unit, 'one' | 'many' | 'adverb'>,
): number | undefined {
  const alone = `(?:(?:${BEFORE}) )?(?:${one}|${adverb})`;
  const counted = `(?:(?:${BEFORE}) )?(?<count>\\d{1,3}|${NUMBERS.join('|')})(?: de)? ?(?:${one}|${many})`;
  const found = new RegExp(`^(?:${alone}|${counted})(?:${BEHIND})?$`).exec(typed);
  if (found === null) return undefined;
  const count = found.groups?.['count'];
  if (count === undefined) return 1;
  return /\d/.test(count) ? Number(count) : numberOf(count);
}

function numberOf(word: string): number {
  return NUMBERS.findIndex((words) => words.split('|').includes(word)) + 1;
}
