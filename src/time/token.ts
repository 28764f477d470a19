/** A word, a number or a sign, in lower case. */
export interface Word {
  /** With each mark apart from its letter: `ế` is `e`, circumflex, acute. */
  readonly folded: string;
  /** Without the marks. */
  readonly bare: string;
}

/** A word of a text. */
export interface Token extends Word {
  /** Where it stands in the text: UTF-16 units, half open. */
  readonly start: number;
  readonly end: number;
}

// A slot of a phrase, such as {day}, is one token too.
const PIECES = /\{\w+\}|[\p{L}\p{M}]+|\d+|[^\s,;]/gu;
const DASHES = /[‐‑–—]/g;
const MARKS = /\p{M}/gu;

/** The tokens of `text`. Commas are blanks, and so are the dot of an abbreviation and the hyphen inside a word. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: piece, index: start } of text.matchAll(PIECES)) {
    const end = start + piece.length;
    const folded = fold(piece);
    if (!isBlank(folded, text, start, end)) {
      tokens.push({ folded, bare: folded.replace(MARKS, ''), start, end });
    }
  }
  return tokens;
}

/**
 * Whether what was typed can be this word: the letters are the same, and every mark that was typed is the word's.
 * So `thu` and `thư` can be `thứ`, but `bán` cannot be `bạn`.
 */
export function canBe(typed: Word, word: Word): boolean {
  return typed.bare === word.bare && isSubsequence(typed.folded, word.folded);
}

function fold(piece: string): string {
  return piece
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('đ', 'd\u0335')
    .replaceAll('\u0327', '\u0326') // Romanian ş and ţ typed with a cedilla for the comma below
    .replace(DASHES, '-')
    .replace('’', "'");
}

function isBlank(sign: string, text: string, start: number, end: number): boolean {
  if (sign !== '.' && sign !== '-') return false;
  const before = text.slice(start - 1, start);
  const after = text.slice(end, end + 1);
  if (sign === '-') return /[\p{L}\p{M}]/u.test(before) && /\p{L}/u.test(after);
  return !(/[\d}]/.test(before) && /[\d{]/.test(after));
}

function isSubsequence(short: string, long: string): boolean {
  let found = 0;
  for (let at = 0; at < long.length; at += 1) {
    if (long[at] === short[found]) found += 1;
  }
  return found === short.length;
}
