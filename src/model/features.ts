import type { Section, Stage } from '../rules/rule.ts';
import type { Form } from '../text/forms.ts';
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

/** Is given a feature, a hash of 32 bits with a sign, and the words that it is made of: `from` up to, not including, `to`. */
export type Visit = (hash: number, from: number, to: number) => void;

const SHORTEST = 3;
const LONGEST = 5;
/** Texts with more words are just long. */
const LONG_TEXT = 8;

/** A word as a model sees it: every figure is 0, and so is every number, however long. */
export function seenWord({ key, isNumber }: Form): string {
  return isNumber ? '0' : key.replace(DIGITS, '0');
}

/** The hash of a word by itself. */
export function nameOf(seen: string): number {
  return hashOf(WORD, seen);
}

/** The features that a word has wherever it stands: its pieces of three to five letters, with the blanks beside it, and itself. */
export function featuresOfWord(seen: string): number[] {
  const hashes: number[] = [];
  const line = ` ${seen} `;
  for (let start = 0; start < line.length; start += 1)
    for (let end = start + SHORTEST; end <= Math.min(start + LONGEST, line.length); end += 1)
      hashes.push(hashOf(PIECE, line, start, end));
  hashes.push(nameOf(seen));
  return hashes;
}

/**
 * The features that words have together: pairs, and the first word and the first two once more.
 * @param names of the words; see `nameOf`
 */
export function visitBetween(names: readonly number[], visit: Visit): void {
  const [first, second] = names;
  if (first !== undefined) visit(finish(step(FIRST, first)), 0, 1);
  if (first !== undefined && second !== undefined) visit(finish(step(step(FIRST, first), second)), 0, 2);
  for (let at = 1; at < names.length; at += 1)
    visit(finish(step(step(PAIR, names[at - 1] ?? 0), names[at] ?? 0)), at - 1, at + 1);
}

/** What a text is besides its words: what phrases found, in their order, then stage, section and length. */
export function featuresBeside({ words, cues, stage, section }: ModelText): number[] {
  const hashes: number[] = [];
  for (const cue of cues) hashes.push(hashOf(CUE, cue));
  hashes.push(hashOf(STAGE, stage ?? ''));
  hashes.push(hashOf(SECTION, section ?? ''));
  hashes.push(hashOf(LENGTH, String(Math.min(words.length, LONG_TEXT))));
  return hashes;
}

/** All features of the words of a text, as often as they occur. */
export function featuresOfWords(words: readonly Word[]): number[] {
  const seen = words.map(({ form }) => seenWord(form));
  const hashes = seen.flatMap(featuresOfWord);
  visitBetween(seen.map(nameOf), (hash) => hashes.push(hash));
  return hashes;
}

/** All features of a text, as often as they occur. */
export function featuresOf(text: ModelText): number[] {
  return [...featuresOfWords(text.words), ...featuresBeside(text)];
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

/** @param code of a letter, or a hash */
function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 12);
}
