import type { Marked } from '../text/forms.ts';

/** Lists of numbers, one behind the other: that of `row` is `items` from `starts[row]` up to `starts[row + 1]`. */
export interface Rows<Items extends Uint16Array | Int16Array> {
  readonly starts: Int32Array;
  readonly items: Items;
}

/**
 * Many phrases as one net of knots, to be followed word by word. A knot is a place in a phrase where a word is read, and
 * knows the knots that can come next (Glushkov's automaton: Glushkov 1961). All is kept in a few arrays of numbers, which
 * are made when the program is built and need only be read from the disk.
 *
 * A *want* is what a phrase can want of one word: a certain word, the beginning of one, or a number; it is known by its
 * place in `wants`. A *set* of wants is what a knot is content with: of the sets, the first are those of one want each,
 * under the number of that want, and `setsOf` tells of each want in which of those behind them it is.
 */
export interface PhraseNet<Owner> {
  readonly owners: readonly Owner[];
  /** The owner of each phrase, by its place in `owners`. */
  readonly ownerOf: Uint16Array;

  readonly wants: Wants;
  readonly setsOf: Rows<Uint16Array>;

  readonly setOf: Uint16Array;
  readonly phraseOf: Uint16Array;
  /** How a phrase may end with a knot: not, here, or where the text ends; see `ENDS`. */
  readonly ends: Uint8Array;
  /** Where it ends with the text: how many words may stand between. */
  readonly endGap: Uint8Array;
  /** The knots that can come next, as distances, and how many words may stand between. */
  readonly next: Rows<Int16Array>;
  readonly gaps: Uint8Array;

  /** The knots with which phrases begin, and whether only at the beginning of the text. */
  readonly firstKnots: Int32Array;
  readonly onlyFirst: Uint8Array;
  /** By want: beginnings that have to be followed whatever word comes next. */
  readonly alone: Rows<Uint16Array>;
  /** By want: all other beginnings, under what they want of the first word, and of the second. */
  readonly firsts: Rows<Uint16Array>;
  readonly seconds: Rows<Uint16Array>;
}

/** What phrases can want of one word: first certain words, sorted by key, then beginnings of words, then any number. */
export interface Wants {
  readonly words: number;
  readonly prefixes: number;
  /** The last want is that for any number, if any phrase has it. */
  readonly hasNumber: boolean;
  /** Their letters; of any number none. */
  readonly keys: readonly string[];
  /** The marks on them, as letters from `NO_MARK` on; see `Form`. */
  readonly shapes: readonly string[];
  readonly tones: Uint8Array;
}

/** How many wants there are. */
export function countOf({ words, prefixes, hasNumber }: Wants): number {
  return words + prefixes + (hasNumber ? 1 : 0);
}

/** A word, or the beginning of one, that is wanted. */
export function wantedWord({ keys, shapes, tones }: Wants, want: number): Marked {
  return { key: keys[want] ?? '', shapes: marksOf(shapes[want] ?? ''), tone: tones[want] ?? 0 };
}

/** The letter for a letter without marks: marks as they are would be control characters, and line ends among them. */
const NO_MARK = '0';

/** Marks as letters. */
export function lettersOf(shapes: string): string {
  return moved(shapes, NO_MARK.charCodeAt(0));
}

function marksOf(letters: string): string {
  return moved(letters, -NO_MARK.charCodeAt(0));
}

/** A text with all its characters moved on by a number. */
function moved(text: string, by: number): string {
  let there = '';
  for (let at = 0; at < text.length; at += 1) there += String.fromCharCode(text.charCodeAt(at) + by);
  return there;
}

/** Bits of `ends`. */
export const ENDS = { here: 1, withText: 2 } as const;

/** Puts lists of numbers one behind the other. */
export function rowsOf<Items extends Uint16Array | Int16Array>(
  lists: readonly (readonly number[])[],
  make: (numbers: number[]) => Items,
): Rows<Items> {
  const starts = new Int32Array(lists.length + 1);
  for (const [row, list] of lists.entries()) starts[row + 1] = (starts[row] ?? 0) + list.length;
  return { starts, items: make(lists.flat()) };
}
