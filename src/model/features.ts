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

/** All features of a text, in lists of the same length: they are made for every text, and objects would take longer. */
export interface Features {
  /** 32 bits each, with a sign. */
  readonly hashes: readonly number[];
  /** The words that each is made of: `from` up to, not including, `to`; none for what is no word. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** From this place on there is one for each cue, in their order. */
  readonly firstCue: number;
}

const SHORTEST = 2;
const LONGEST = 5;
/** Texts with more words are just long. */
const LONG_TEXT = 8;

/**
 * Names every feature of a text: pieces of two to five letters, words, pairs of words, the first words, what phrases
 * found, stage, section and length.
 */
export function featuresOf({ words, cues, stage, section }: ModelText): Features {
  const features = { hashes: [], from: [], to: [], firstCue: 0 };
  const line = lineOf(words);
  addPieces(line, features);
  addWords(line, features);
  features.firstCue = features.hashes.length;
  for (const cue of cues) add(features, hashOf(CUE, cue), 0, 0);
  add(features, hashOf(STAGE, stage ?? ''), 0, 0);
  add(features, hashOf(SECTION, section ?? ''), 0, 0);
  add(features, hashOf(LENGTH, String(Math.min(words.length, LONG_TEXT))), 0, 0);
  return features;
}

interface Growing {
  readonly hashes: number[];
  readonly from: number[];
  readonly to: number[];
}

function add({ hashes, from, to }: Growing, hash: number, first: number, behind: number): void {
  hashes.push(hash);
  from.push(first);
  to.push(behind);
}

/** The words of a text with a blank between them and at both ends. */
interface Line {
  readonly text: string;
  /** Where each word begins, and where one more would. */
  readonly starts: readonly number[];
}

/** Every figure is written 0, and every number, however long. */
function lineOf(words: readonly Word[]): Line {
  const keys = words.map((word) => (isNumber(word) ? '0' : word.key));
  const starts = [1];
  let start = 1;
  for (const key of keys) starts.push((start += key.length + 1));
  return { text: ` ${keys.join(' ')} `.replace(DIGITS, '0'), starts };
}

/** All pieces of the line; the blank that ends a word belongs to it, the one at the very beginning to the first word. */
function addPieces({ text, starts }: Line, features: Growing): void {
  const last = starts.length - 2;
  let word = 0;
  for (let start = 0; start < text.length; start += 1) {
    while (word < last && start + 1 >= (starts[word + 1] ?? 0)) word += 1;
    let behind = word + 1;
    let hash = step(PIECE, text.charCodeAt(start));
    const end = Math.min(start + LONGEST, text.length);
    for (let at = start + SHORTEST - 1; at < end; at += 1) {
      hash = step(hash, text.charCodeAt(at));
      while (behind <= last && at >= (starts[behind] ?? 0)) behind += 1;
      add(features, finish(hash), word, behind);
    }
  }
}

/** Words, pairs of words, and the first one and two once more. */
function addWords({ text, starts }: Line, features: Growing): void {
  const hash = (kind: number, from: number, to: number): number =>
    hashOf(kind, text, starts[from], (starts[to] ?? 0) - 1);
  const words = starts.length - 1;
  for (let at = 0; at < words; at += 1) {
    add(features, hash(WORD, at, at + 1), at, at + 1);
    if (at > 0) add(features, hash(PAIR, at - 1, at + 1), at - 1, at + 1);
  }
  for (let to = 1; to <= Math.min(2, words); to += 1) add(features, hash(FIRST, 0, to), 0, to);
}

const DIGITS = /\d/g;

/** What the hashes of each kind of feature begin with, so that those of two kinds differ. */
const [PIECE, WORD, PAIR, FIRST, CUE, STAGE, SECTION, LENGTH] = [
  begin('c'),
  begin('w'),
  begin('b'),
  begin('^'),
  begin('cue '),
  begin('stage '),
  begin('section '),
  begin('length '),
];

function begin(kind: string): number {
  return steps(0x811c9dc5, kind, 0, kind.length);
}

/** The hash of a feature of a kind that is named by a part of a text; FNV-1a is the same on every machine. */
function hashOf(kind: number, text: string, start = 0, end = text.length): number {
  return finish(steps(kind, text, start, end));
}

function steps(before: number, text: string, start: number, end: number): number {
  let hash = before;
  for (let at = start; at < end; at += 1) hash = step(hash, text.charCodeAt(at));
  return hash;
}

function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 12);
}
