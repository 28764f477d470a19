import { formOf } from './forms.ts';
import type { Form } from './forms.ts';

/** One word of a text, folded, with its place in the original. */
export interface Word {
  readonly form: Form;
  /** That of its form: lower case, without marks, without apostrophes. */
  readonly key: string;
  /** Half-open range of UTF-16 offsets in the original. */
  readonly start: number;
  readonly end: number;
  /** Counts sentences from 0. */
  readonly sentence: number;
  /** Counts clauses (between commas, dashes, brackets) from 0 over the whole text. */
  readonly clause: number;
}

const WORD = wordPattern('\\p{L}', '\\p{N}', '\\p{M}', 'gu');
const MARKS = '\\u0300-\\u036f';
/** Texts in Latin letters, with the marks, signs and punctuation of many languages; … */
const LATIN = new RegExp(`^[\\0-\\u02c1${MARKS}\\u1e00-\\u1eff\\u2000-\\u206f\\u20a0-\\u20c0]*$`);
/** … and a word of one. To ask for any letter of any script takes twice the time, and milliseconds to begin with. */
const LATIN_WORD = wordPattern(
  'A-Za-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02c1\\u1e00-\\u1eff',
  '0-9\\xb2\\xb3\\xb9\\xbc-\\xbe',
  MARKS,
  'g',
);
const SENTENCE_END = /[!?;…\n\r]|\.(?!\S)|\.(?=["”»)])/u;
const CLAUSE_END = /[,:()[\]|/•→>—]|\s[-–]+\s/;
/** Short words after which a full stop ends no sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr st no nr tel str vs approx ext inc ltd co dl dna dlui sr jr ts ths ds bs tp q p bd al ing ec sc'.split(
    ' ',
  ),
);

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
  const pattern = patternFor(text);
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
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
    const form = formOf(typed);
    before = { form, key: form.key, start, end: last, sentence, clause };
    words.push(before);
  }
  return words;
}

/** The key of the first word of a text; empty where there is none. */
export function firstKeyOf(text: string): string {
  const pattern = patternFor(text);
  const [typed] = pattern.exec(text) ?? [];
  return typed === undefined ? '' : formOf(typed).key;
}

/** What finds the words of a text, from its beginning. */
function patternFor(text: string): RegExp {
  const pattern = LATIN.test(text) ? LATIN_WORD : WORD;
  pattern.lastIndex = 0;
  return pattern;
}

/** A run of letters and numerals, with apostrophes before letters and separators between digits in it. */
function wordPattern(letter: string, numeral: string, mark: string, flags: string): RegExp {
  return new RegExp(
    `[${letter}${numeral}](?:[${letter}${numeral}${mark}]|['’ʼ](?=[${letter}])|[.,:/](?=\\d)(?<=\\d[.,:/]))*`,
    flags,
  );
}

function endsSentence(between: string, before: Word): boolean {
  if (!SENTENCE_END.test(between)) return false;
  const onlyFullStop = /^\.\s*$/.test(between) && !/[\n\r]/.test(between);
  return !(onlyFullStop && ABBREVIATIONS.has(before.key));
}
