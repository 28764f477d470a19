import type { Section, Stage } from '../rules/rule.ts';
import { isNumber } from '../text/words.ts';
import type { Word } from '../text/words.ts';

/** How many places there are for features; a power of two. Two features may share one. */
export const PLACES = 1 << 15;

/** What is known of a text besides its words. */
export interface Setting {
  readonly stage?: Stage | undefined;
  /** The section of a report; a planned call has none. */
  readonly section?: Section | undefined;
}

/** A text as a model sees it: places and how much stands there, of length 1 in all. */
export interface Features {
  readonly places: readonly number[];
  readonly values: readonly number[];
}

/** Told of each feature: its place, and the words that it is made of, `from` up to, not including, `to`. */
type Visit = (place: number, from: number, to: number) => void;

const SHORTEST = 2;
const LONGEST = 5;

/** How often each place was met in the text at hand; all 0 between two texts, so that it is made only once. */
const counts = new Uint32Array(PLACES);

/** Features of a text: pieces of two to five letters, words, pairs of words, its first words, stage and section. */
export function featuresOf(words: readonly Word[], setting: Setting): Features {
  const places: number[] = [];
  eachFeature(words, setting, (place) => {
    const count = counts[place] ?? 0;
    if (count === 0) places.push(place);
    counts[place] = count + 1;
  });
  const values = places.map((place) => 1 + Math.log(counts[place] ?? 1));
  for (const place of places) counts[place] = 0;
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares);
  return { places, values: values.map((value) => value / length) };
}

/** Names every feature of a text, as often as it occurs. */
export function eachFeature(words: readonly Word[], { stage, section }: Setting, visit: Visit): void {
  const keys = words.map((word) => (isNumber(word) ? '0' : word.key.replace(DIGITS, '0')));
  eachPiece(keys, visit);
  let before: string | undefined;
  for (const [at, key] of keys.entries()) {
    visit(placeOf('w', key), at, at + 1);
    if (before !== undefined) visit(placeOf('b', before, ' ', key), at - 1, at + 1);
    before = key;
  }
  const [first, second] = keys;
  if (first !== undefined) visit(placeOf('^', first), 0, 1);
  if (first !== undefined && second !== undefined) visit(placeOf('^', first, ' ', second), 0, 2);
  visit(placeOf('stage ', stage ?? ''), 0, 0);
  visit(placeOf('section ', section ?? ''), 0, 0);
}

/** All pieces of the text with a blank between words and at both ends. */
function eachPiece(keys: readonly string[], visit: Visit): void {
  const text = ` ${keys.join(' ')} `;
  const wordAt: number[] = [];
  for (const [at, key] of keys.entries()) for (let i = 0; i <= key.length; i += 1) wordAt.push(at);
  wordAt.push(keys.length - 1);
  for (let start = 0; start < text.length; start += 1) {
    let hash = PIECE;
    for (let length = 1; length <= LONGEST && start + length <= text.length; length += 1) {
      hash = step(hash, text.charCodeAt(start + length - 1));
      if (length < SHORTEST) continue;
      // The blank that ends a word belongs to it.
      const from = wordAt[start] ?? 0;
      const to = (wordAt[start + length - 2] ?? from) + 1;
      visit(finish(hash), Math.min(from, keys.length - 1), Math.max(to, from + 1));
    }
  }
}

const DIGITS = /\d/g;
const START = 0x811c9dc5;
/** What the hash of every piece begins with. */
const PIECE = step(START, 'c'.charCodeAt(0));

/** The place of a feature whose name is these parts one after the other; FNV-1a is the same on every machine. */
function placeOf(...parts: readonly string[]): number {
  let hash = START;
  for (const part of parts) for (let i = 0; i < part.length; i += 1) hash = step(hash, part.charCodeAt(i));
  return finish(hash);
}

function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) & (PLACES - 1);
}
