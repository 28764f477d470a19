import type { Marked } from '../text/forms.ts';

/**
 * Many phrases as one net of knots, to be followed word by word. A knot is a place in a phrase where a word is read, and
 * knows the knots that can come next (Glushkov's automaton: Glushkov 1961). All is kept in a few arrays of numbers, which
 * are made when the program is built and need only be read from the disk; what is needed together stands side by side.
 *
 * A *want* is what a phrase can want at one place: a certain word, the beginning of one, a number, or an entry of a word
 * list; it is known by its number. A *set* of wants is what a knot is content with: of the sets, the first are those of one
 * want each, under the number of that want. A word that is an entry of a list is in the set of that list. Entries of several
 * words are phrases of the net themselves, found before the phrases in which their list stands.
 */
export interface PhraseNet<Owner> {
  readonly owners: readonly Owner[];
  /** The owner of each phrase, by its place in `owners`. */
  readonly ownerOf: Uint16Array;
  /** Behind the phrases come the entries of lists: of each the want that it fulfils. */
  readonly listOf: Uint16Array;

  readonly wants: Wants;
  readonly uses: Uses;

  /**
   * One behind the other, each before those that it knows: its set; twice two bits how a phrase may end with it (see `ENDS`)
   * and how many ways lead on; up to how many words may stand behind it where the phrase ends with the text, if it does so;
   * for each way, how far off its knot is, twice, and one more where words may stand between, which says up to how many.
   */
  readonly knots: Uint16Array;
  /** By beginning: where its knot is, twice, and one more where it is only for the beginning of a text; and its phrase. */
  readonly beginnings: Int32Array;
}

/** What phrases can want: first certain words, sorted by key, then beginnings of words, then any number, then lists. */
export interface Wants {
  readonly words: number;
  readonly prefixes: number;
  /** Behind those comes the want for any number, if any phrase has it. */
  readonly hasNumber: boolean;
  /** Their letters; of numbers and lists none. */
  readonly keys: readonly string[];
  /** The marks on them, as letters from `NO_MARK` on; see `Form`. */
  readonly shapes: readonly string[];
  readonly tones: Uint8Array;
}

/**
 * What the wants are good for. Of each want there are four sorted lists of numbers, one behind the other: the sets that it
 * is in; the beginnings that have to be followed whatever word comes next; all other beginnings under what they want of the
 * first word; and those under what they want of the second.
 */
export interface Uses {
  /** Where in `items` each list begins. */
  readonly starts: Int32Array;
  readonly items: Uint16Array;
}

/** How many lists there are of a want in `Uses`. */
export const USES = 4;

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

/** How a phrase may end with a knot: bits. */
export const ENDS = { here: 1, withText: 2 } as const;
