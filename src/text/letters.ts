/**
 * One letter without its marks, and the marks that were typed on it.
 *
 * Vietnamese puts two kinds of marks on a vowel: one makes another letter of it (a, ă, â), one is the tone of the whole
 * syllable (hoà and hòa are the same word), so the two are kept apart.
 */
export interface Letter {
  /** Lower case, without marks; empty for a combining mark that stands alone. */
  readonly base: string;
  /** Bits of the marks that make another letter: ă, â, ơ, đ, ș. */
  readonly shape: number;
  /** Bits of the tone marks: à, á, ả, ã, ạ. */
  readonly tone: number;
}

const SHAPE_MARKS: Readonly<Record<string, number>> = {
  '\u0302': 1, // circumflex
  '\u0306': 2, // breve
  '\u031b': 4, // horn
  '\u0326': 8, // comma below
  '\u0327': 8, // cedilla: on old keyboards the comma below
};
const STROKE = 16;
const OTHER_SHAPE = 32;

const TONE_MARKS: Readonly<Record<string, number>> = {
  '\u0300': 1, // grave
  '\u0301': 2, // acute
  '\u0309': 4, // hook above
  '\u0303': 8, // tilde
  '\u0323': 16, // dot below
};

const known = new Map<string, Letter>();

/**
 * Takes a character apart.
 * @param character one code point, composed or a combining mark alone
 */
export function letterOf(character: string): Letter {
  let letter = known.get(character);
  if (letter === undefined) {
    letter = takeApart(character);
    known.set(character, letter);
  }
  return letter;
}

function takeApart(character: string): Letter {
  let base = '';
  let shape = 0;
  let tone = 0;
  for (const part of character.normalize('NFD').toLowerCase().normalize('NFD')) {
    const isTone = TONE_MARKS[part];
    const isShape = SHAPE_MARKS[part];
    if (isTone !== undefined) tone |= isTone;
    else if (isShape !== undefined) shape |= isShape;
    else if (part === 'đ') {
      base += 'd';
      shape |= STROKE;
    } else if (/\p{M}/u.test(part)) shape |= OTHER_SHAPE;
    else base += part;
  }
  return { base, shape, tone };
}
