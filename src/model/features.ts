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

/** Features of a text: pieces of two to five letters, words, pairs of words, its first words, stage and section. */
export function featuresOf(words: readonly Word[], setting: Setting): Features {
  const counts = new Map<number, number>();
  eachFeature(words, setting, (place) => counts.set(place, (counts.get(place) ?? 0) + 1));
  const places = [...counts.keys()];
  const values = places.map((place) => 1 + Math.log(counts.get(place) ?? 1));
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return { places, values: values.map((value) => value / length) };
}

/** Names every feature of a text, as often as it occurs. */
export function eachFeature(words: readonly Word[], { stage, section }: Setting, visit: Visit): void {
  const keys = words.map((word) => (isNumber(word) ? '0' : word.key.replace(/\d/g, '0')));
  eachPiece(keys, visit);
  for (const [at, key] of keys.entries()) {
    visit(placeOf(`w${key}`), at, at + 1);
    if (at > 0) visit(placeOf(`b${keys[at - 1] ?? ''} ${key}`), at - 1, at + 1);
  }
  const [first, second] = keys;
  if (first !== undefined) visit(placeOf(`^${first}`), 0, 1);
  if (second !== undefined) visit(placeOf(`^${first ?? ''} ${second}`), 0, 2);
  visit(placeOf(`stage ${stage ?? ''}`), 0, 0);
  visit(placeOf(`section ${section ?? ''}`), 0, 0);
}

/** All pieces of the text with a blank between words and at both ends. */
function eachPiece(keys: readonly string[], visit: Visit): void {
  const text = ` ${keys.join(' ')} `;
  const wordAt: number[] = [];
  for (const [at, key] of keys.entries()) for (let i = 0; i <= key.length; i += 1) wordAt.push(at);
  wordAt.push(keys.length - 1);
  for (let start = 0; start < text.length; start += 1) {
    let hash = hashOf(PIECE, '');
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

const START = 0x811c9dc5;
const PIECE = 'c';

function placeOf(feature: string): number {
  return finish(hashOf('', feature));
}

/** FNV-1a: the same on every machine. */
function hashOf(kind: string, text: string): number {
  let hash = START;
  for (const part of [kind, text])
    for (let i = 0; i < part.length; i += 1) hash = step(hash, part.charCodeAt(i));
  return hash;
}

function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) & (PLACES - 1);
}
