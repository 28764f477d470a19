import fields from '../../data/fields.json' with { type: 'json' };
import headings from '../../data/headings.json' with { type: 'json' };
import { firstKeyOf, wordsOf } from '../text/words.ts';
import { LANGUAGES } from './rule.ts';

const NAME = /^\s*([^:\n]{2,40}):\s*/;
const DATE = /^\s*(?:\d{4}-\d{2}-\d{2}[\s:–—-]+|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\s*[:–—-]\s+)/;

/** "Call - …": the kind of activity that a CRM writes in front, with something behind it. */
const ACTIVITY = /^\s*([^:\n–—-]{2,20}?)\s*(?:[:–—]|\s-)\s+(?=\S)/;

/** Few texts have anything in front, so what may stand there is prepared when the first does. */
const activityKeys = whenAsked(() => LANGUAGES.flatMap((language) => fields.activities[language].map(keyOf)));
const purposeKeys = whenAsked(() => LANGUAGES.flatMap((language) => headings.purpose[language].map(keyOf)));

function whenAsked(prepare: () => string[]): () => ReadonlySet<string> {
  let keys: ReadonlySet<string> | undefined;
  return () => (keys ??= new Set(prepare()));
}

/**
 * How many characters at the beginning of a purpose only say what it is, when, or for whom: "Purpose: …", "Mục đích: …",
 * "25/11: …", "2026-11-25 …", "Call - …", "Nordic Pumps - …". They are not judged.
 * @param account the account's name; where it is not known, a name in front is judged like the rest
 */
export function leadInLength(text: string, account?: string): number {
  let length = DATE.exec(text)?.[0].length ?? 0;
  const name = NAME.exec(text.slice(length));
  if (name?.[1] !== undefined && purposeKeys().has(keyOf(name[1]))) length += name[0].length;
  const activity = ACTIVITY.exec(text.slice(length));
  if (activity?.[1] !== undefined && activityKeys().has(keyOf(activity[1]))) length += activity[0].length;
  return length + (account === undefined ? 0 : accountLength(text.slice(length), account));
}

/** Does the account's name stand in front of a purpose, so that it is judged without it? */
export function isAccountInFront(text: string, account: string): boolean {
  return accountLength(text.slice(leadInLength(text)), account) > 0;
}

/** What joins a name to what follows it. */
const JOINT = /^\s*[-–—:,|]\s*/;

function accountLength(text: string, account: string): number {
  if (firstKeyOf(text) !== firstKeyOf(account)) return 0;
  const wanted = wordsOf(account);
  const words = wordsOf(text);
  const last = words[wanted.length - 1];
  if (last === undefined || !wanted.every(({ key }, i) => words[i]?.key === key)) return 0;
  const joint = JOINT.exec(text.slice(last.end));
  return joint === null ? 0 : last.end + joint[0].length;
}

function keyOf(name: string): string {
  return wordsOf(name)
    .map((word) => word.key)
    .join(' ');
}
