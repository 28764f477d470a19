import { formFrom } from './forms.ts';
import type { Range } from './range.ts';
import type { Word } from './words.ts';

const QUOTED = /“[^”“]*”|„[^”“"„]*[”“"]|«[^»]*»|"[^"]*"|(?<![\p{L}\p{N}])['‘][^'‘’]+['’](?![\p{L}\p{N}])/gu;

const OPENS = /["'“„«‘]/;

/**
 * What stands between quotation marks: somebody's words, not the writer's. A text that is quoted as a whole is the
 * writer's own all the same.
 */
export function quotedRanges(text: string): Range[] {
  if (!OPENS.test(text)) return [];
  const ranges: Range[] = [];
  for (const found of withoutUnclosed(text).matchAll(QUOTED))
    ranges.push({ start: found.index, end: found.index + found[0].length });
  const [only] = ranges;
  if (ranges.length === 1 && only !== undefined && isWhole(text, only)) return [];
  return ranges;
}

/** Stands in the place of a word that is not the writer's. */
export const UNREADABLE = '_';
const UNREADABLE_FORM = formFrom(UNREADABLE, '', 0);

/** A word that keeps its place but is not taken for the writer's. */
export function unreadable(word: Word): Word {
  return { ...word, form: UNREADABLE_FORM, key: UNREADABLE };
}

/** The words with every one made unreadable that stands in a quoted range. */
export function ownWords(words: readonly Word[], quoted: readonly Range[]): readonly Word[] {
  if (quoted.length === 0) return words;
  const isQuoted = (word: Word): boolean =>
    quoted.some(({ start, end }) => start < word.end && word.start < end);
  return words.map((word) => (isQuoted(word) ? unreadable(word) : word));
}

/** Without « that no » follows: from each of them the whole rest of the text would be searched for it. */
function withoutUnclosed(text: string): string {
  const closed = text.lastIndexOf('»') + 1;
  return text.slice(0, closed) + text.slice(closed).replaceAll('«', ' ');
}

function isWhole(text: string, range: Range): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, range.start) + text.slice(range.end));
}
