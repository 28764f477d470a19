import headings from '../../data/headings.json' with { type: 'json' };
import { wordsOf } from '../text/words.ts';
import { LANGUAGES } from './rule.ts';

const NAME = /^\s*([^:\n]{2,40}):\s*/;
const DATE = /^\s*(?:\d{4}-\d{2}-\d{2}[\s:–—-]+|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\s*[:–—-]\s+)/;

const names = new Set(LANGUAGES.flatMap((language) => headings.purpose[language].map(keyOf)));

/**
 * How many characters at the beginning of a purpose only say what it is, or when: "Purpose: …", "Mục đích: …",
 * "25/11: …", "2026-11-25 …". They are not judged.
 */
export function leadInLength(text: string): number {
  const date = DATE.exec(text)?.[0].length ?? 0;
  const name = NAME.exec(text.slice(date));
  return name?.[1] !== undefined && names.has(keyOf(name[1])) ? date + name[0].length : date;
}

function keyOf(name: string): string {
  return wordsOf(name)
    .map((word) => word.key)
    .join(' ');
}
