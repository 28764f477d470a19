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

/** The words with every quoted one made unreadable, so that they keep their places but are not taken for the writer's. */
export function ownWords(text: string, words: readonly Word[]): readonly Word[] {
  const ranges = quotedRanges(text);
  if (ranges.length === 0) return words;
  const isQuoted = (word: Word): boolean =>
    ranges.some(({ start, end }) => start < word.end && word.start < end);
  return words.map((word) => (isQuoted(word) ? { ...word, key: UNREADABLE, shapes: '', tone: 0 } : word));
}

/** Without « that no » follows: from each of them the whole rest of the text would be searched for it. */
function withoutUnclosed(text: string): string {
  const closed = text.lastIndexOf('»') + 1;
  return text.slice(0, closed) + text.slice(closed).replaceAll('«', ' ');
}

function isWhole(text: string, range: Range): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, range.start) + text.slice(range.end));
}
