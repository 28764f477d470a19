import { letterOf } from './letters.ts';

/** A word without its place in a text, folded. */
export interface Form {
  /** Lower case, without marks, without apostrophes: what words are compared by. */
  readonly key: string;
  /** Its first letters. */
  readonly start: string;
  /** One character per letter of `key` for the marks that make another letter; empty where none was typed. */
  readonly shapes: string;
  /** Bits of the tone marks typed anywhere in the word. */
  readonly tone: number;
  /** Is it a number, with or without separators and a unit: 25, 1.500, 10:30, 25kg, 14tr2? */
  readonly isNumber: boolean;
  /** Counts forms from the first that was made; see `openKept`. */
  readonly count: number;
}

/** The letters of a word and the marks on them. */
export type Marked = Pick<Form, 'key' | 'shapes' | 'tone'>;

const NUMBER = /^\d+(?:[.,:/]\d+)*(?:[a-z]{1,3}\d*)?$/;
const DIGIT_NINE = '9'.charCodeAt(0);
const PLAIN = /^[a-z0-9]+$/;
const NO_SHAPES = '';

/** So many letters a word begins with; no phrase asks for a beginning with fewer. */
const START = 3;
/** So many forms are kept; an endless stream has more, and then all are made again. */
const MOST_KNOWN = 1 << 16;

/** Forms by how they are typed, and by what they are folded to: typed in capitals, a word has the same form. */
const known = new Map<string, Form>();
const folded = new Map<string, Form>();

let made = 0;

/** Folds a word as it was typed. The same word is the same object, so that what is found out of it can be kept by it. */
export function formOf(typed: string): Form {
  let form = known.get(typed);
  if (form === undefined) {
    if (known.size >= MOST_KNOWN) {
      known.clear();
      folded.clear();
    }
    form = sameForm(fold(typed));
    known.set(copyOf(typed), form);
  }
  return form;
}

/** The first letters of a key. */
export function startOf(key: string): string {
  return key.slice(0, START);
}

function sameForm(form: Form): Form {
  const name = `${form.key} ${form.shapes} ${form.tone}`;
  const same = folded.get(name) ?? form;
  folded.set(name, same);
  return same;
}

/** A part of a text keeps the whole text in memory; a copy of it does not. */
function copyOf(typed: string): string {
  return typed.split('').join('');
}

function isNumber(key: string): boolean {
  return key.charCodeAt(0) <= DIGIT_NINE && NUMBER.test(key);
}

/**
 * May a word of a text stand for a word of a phrase? The letters must be the same; marks that were typed must be those
 * of the phrase, marks that were not typed are no matter.
 */
export function agrees(typed: Form, meant: Marked): boolean {
  return typed.key === meant.key && marksAgree(typed, meant, typed.key.length);
}

/** The same for a word that only has to begin like the phrase's. */
export function beginsLike(typed: Form, meant: Marked): boolean {
  return typed.key.startsWith(meant.key) && marksAgree(typed, meant, meant.key.length);
}

function marksAgree(typed: Form, meant: Marked, letters: number): boolean {
  if ((typed.tone & ~meant.tone) !== 0 && letters === typed.key.length) return false;
  if (typed.shapes === NO_SHAPES) return true;
  for (let i = 0; i < letters; i += 1) {
    const wanted = meant.shapes === NO_SHAPES ? 0 : meant.shapes.charCodeAt(i);
    if ((typed.shapes.charCodeAt(i) & ~wanted) !== 0) return false;
  }
  return true;
}

function fold(word: string): Form {
  if (PLAIN.test(word)) return formFrom(word, NO_SHAPES, 0);
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
  return formFrom(key, marked ? lettersOf(shapes) : NO_SHAPES, tone);
}

/** Makes a form of a folded word. */
export function formFrom(key: string, shapes: string, tone: number): Form {
  made += 1;
  return { key, start: startOf(key), shapes, tone, isNumber: isNumber(key), count: made };
}

function lettersOf(codes: readonly number[]): string {
  let letters = '';
  for (const code of codes) letters += String.fromCharCode(code);
  return letters;
}
