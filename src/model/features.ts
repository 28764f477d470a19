import type { Section, Stage } from '../rules/rule.ts';
import { isNumber } from '../text/words.ts';
import type { Word } from '../text/words.ts';

/** A text as it is put before a model. */
export interface ModelText {
  readonly words: readonly Word[];
  /** Names of what phrases and word lists found in it. */
  readonly cues: readonly string[];
  readonly stage?: Stage | undefined;
  /** The section of a report; a planned call has none. */
  readonly section?: Section | undefined;
}

/** Told of each feature: its hash of 32 bits, the words that it is made of (`from` up to, not including, `to`), or its cue. */
type Visit = (hash: number, from: number, to: number, cue?: string) => void;

const SHORTEST = 2;
const LONGEST = 5;
/** Texts with more words are just long. */
const LONG_TEXT = 8;

/**
 * Names every feature of a text: pieces of two to five letters, words, pairs of words, the first words, what phrases
 * found, stage, section and length.
 */
export function eachFeature({ words, cues, stage, section }: ModelText, visit: Visit): void {
  const keys = words.map((word) => (isNumber(word) ? '0' : word.key.replace(DIGITS, '0')));
  eachPiece(keys, visit);
  let before: string | undefined;
  for (const [at, key] of keys.entries()) {
    visit(hashOf('w', key), at, at + 1);
    if (before !== undefined) visit(hashOf('b', before, ' ', key), at - 1, at + 1);
    before = key;
  }
  const [first, second] = keys;
  if (first !== undefined) visit(hashOf('^', first), 0, 1);
  if (first !== undefined && second !== undefined) visit(hashOf('^', first, ' ', second), 0, 2);
  for (const cue of cues) visit(hashOf('cue ', cue), 0, 0, cue);
  visit(hashOf('stage ', stage ?? ''), 0, 0);
  visit(hashOf('section ', section ?? ''), 0, 0);
  visit(hashOf('length ', String(Math.min(words.length, LONG_TEXT))), 0, 0);
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

/** The hash of a feature whose name is these parts one after the other; FNV-1a is the same on every machine. */
function hashOf(...parts: readonly string[]): number {
  let hash = START;
  for (const part of parts) for (let i = 0; i < part.length; i += 1) hash = step(hash, part.charCodeAt(i));
  return finish(hash);
}

function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) >>> 0;
}
