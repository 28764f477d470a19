import { letterOf } from './letters.ts';

/** One word of a text, folded, with its place in the original. */
export interface Word {
  /** Lower case, without marks, without apostrophes: what words are compared by. */
  readonly key: string;
  /** One character per letter of `key` for the marks that make another letter; empty where none was typed. */
  readonly shapes: string;
  /** Bits of the tone marks typed anywhere in the word. */
  readonly tone: number;
  /** Half-open range of UTF-16 offsets in the original. */
  readonly start: number;
  readonly end: number;
  /** Counts sentences from 0. */
  readonly sentence: number;
  /** Counts clauses (between commas, dashes, brackets) from 0 over the whole text. */
  readonly clause: number;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’ʼ](?=\p{L})|[.,:/](?=\d)(?<=\d[.,:/]))*/gu;
const SENTENCE_END = /[!?;…\n\r]|\.(?!\S)|\.(?=["”»)])/u;
const CLAUSE_END = /[,:()[\]|/•→>—]|\s[-–]+\s/;
/** Short words after which a full stop ends no sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr st no nr tel str vs approx ext inc ltd co dl dna dlui sr jr ts ths ds bs tp q p bd al ing ec sc'.split(
    ' ',
  ),
);
const NUMBER = /^\d+(?:[.,:/]\d+)*(?:[a-z]{1,3}\d*)?$/;
const DIGIT_NINE = '9'.charCodeAt(0);
const PLAIN = /^[a-z0-9]+$/;
const NO_SHAPES = '';

/**
 * Splits a text into folded words. Composed and decomposed texts give the same words; offsets are always those of the
 * text as it stands.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let clause = 0;
  let last = 0;
  let before: Word | undefined;
  for (const found of text.matchAll(WORD)) {
    const [typed] = found;
    const start = found.index;
    const between = text.slice(last, start);
    if (before !== undefined && between !== ' ') {
      if (endsSentence(between, before)) {
        sentence += 1;
        clause += 1;
      } else if (CLAUSE_END.test(between)) clause += 1;
    }
    last = start + typed.length;
    const { key, shapes, tone } = fold(typed);
    before = { key, shapes, tone, start, end: last, sentence, clause };
    words.push(before);
  }
  return words;
}

/** Is this word a number, with or without separators and a unit: 25, 1.500, 10:30, 25kg, 14tr2? */
export function isNumber(word: Pick<Word, 'key'>): boolean {
  return word.key.charCodeAt(0) <= DIGIT_NINE && NUMBER.test(word.key);
}

/**
 * May a word of a text stand for a word of a phrase? The letters must be the same; marks that were typed must be those
 * of the phrase, marks that were not typed are no matter.
 */
export function agrees(typed: Word, meant: Pick<Word, 'key' | 'shapes' | 'tone'>): boolean {
  return typed.key === meant.key && marksAgree(typed, meant, typed.key.length);
}

/** The same for a word that only has to begin like the phrase's. */
export function beginsLike(typed: Word, meant: Pick<Word, 'key' | 'shapes' | 'tone'>): boolean {
  return typed.key.startsWith(meant.key) && marksAgree(typed, meant, meant.key.length);
}

function marksAgree(typed: Word, meant: Pick<Word, 'shapes' | 'tone'>, letters: number): boolean {
  if ((typed.tone & ~meant.tone) !== 0 && letters === typed.key.length) return false;
  if (typed.shapes === NO_SHAPES) return true;
  for (let i = 0; i < letters; i += 1) {
    const wanted = meant.shapes === NO_SHAPES ? 0 : meant.shapes.charCodeAt(i);
    if ((typed.shapes.charCodeAt(i) & ~wanted) !== 0) return false;
  }
  return true;
}

function fold(word: string): Pick<Word, 'key' | 'shapes' | 'tone'> {
  if (PLAIN.test(word)) return { key: word, shapes: NO_SHAPES, tone: 0 };
  let key = '';
  const shapes: number[] = [];
  let tone = 0;
  let marked = false;
  for (const character of word) {
    if (character === "'" || character === '’' || character === 'ʼ') continue;
    const letter = letterOf(character);
    tone |= letter.tone;
    if (letter.shape !== 0) marked = true;
    if (letter.base === '') {
      // A combining mark that stands on the letter before it.
      const at = shapes.length - 1;
      if (at >= 0) shapes[at] = (shapes[at] ?? 0) | letter.shape;
      continue;
    }
    key += letter.base;
    shapes.push(letter.shape);
    while (shapes.length < key.length) shapes.push(0);
  }
  return { key, shapes: marked ? lettersOf(shapes) : NO_SHAPES, tone };
}

function lettersOf(codes: readonly number[]): string {
  let letters = '';
  for (const code of codes) letters += String.fromCharCode(code);
  return letters;
}

function endsSentence(between: string, before: Word): boolean {
  if (!SENTENCE_END.test(between)) return false;
  const onlyFullStop = /^\.\s*$/.test(between) && !/[\n\r]/.test(between);
  return !(onlyFullStop && ABBREVIATIONS.has(before.key));
}
