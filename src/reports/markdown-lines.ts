import { nextLine, skipSpace, trimEnd } from './lines.ts';
import { LONGEST_NAME } from './names.ts';
import type { Range } from '../text/range.ts';

/**
 * What a line of Markdown is. All functions take the offsets of the line's first and last character that are not white
 * space, the latter exclusive, and never look at more than that line.
 */

const HASH = 0x23;
const BRACKET = 0x29;
const STAR = 0x2a;
const DASH = 0x2d;
const COLON = 0x3a;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const UNDERSCORE = 0x5f;
const BACKTICK = 0x60;
const TILDE = 0x7e;

/** Whether the line begins as most do, with a letter, and so can be nothing but text. */
export function beginsPlainly(source: string, start: number): boolean {
  return isLetter(source.charCodeAt(start)) && source.charCodeAt(start + 1) !== BRACKET;
}

export interface Hashes {
  readonly level: number;
  /** The heading without its hashes. */
  readonly text: Range;
  /** `#Purpose`: a heading only if we know it, for else it may be a number or a tag. */
  readonly isTight: boolean;
}

/** A heading that begins with one to six `#`. */
export function hashHeading(source: string, start: number, end: number): Hashes | undefined {
  const level = countSame(source, start, end, HASH);
  if (level === 0 || level > 6) return undefined;
  const first = skipSpace(source, start + level, end);
  const isTight = first === start + level && first < end;
  return { level, text: { start: first, end: withoutClosingHashes(source, first, end) }, isTight };
}

function withoutClosingHashes(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && source.charCodeAt(at - 1) === HASH) at -= 1;
  const text = trimEnd(source, start, at);
  return text < at || at === start ? text : end;
}

/** The level of heading (1 or 2) that the line after `end` makes of this one by underlining it; 0 if it does not. */
export function underlineBelow(source: string, end: number): 0 | 1 | 2 {
  const start = nextLine(source, end);
  const sign = source.charCodeAt(start);
  if (sign !== EQUALS && sign !== DASH) return 0;
  let at = start + countSame(source, start, source.length, sign);
  // Shorter than what divides the page, it is a bullet without text.
  if (at - start < 3) return 0;
  while (at < source.length && (source[at] === ' ' || source[at] === '\t')) at += 1;
  const isWholeLine = at === source.length || source[at] === '\n' || source[at] === '\r';
  if (!isWholeLine) return 0;
  return sign === EQUALS ? 1 : 2;
}

/** A line across the page: three or more `-`, `*`, `_` or `=`, with or without space between. */
export function isRule(source: string, start: number, end: number): boolean {
  const sign = source.charCodeAt(start);
  if (sign !== DASH && sign !== STAR && sign !== UNDERSCORE && sign !== EQUALS) return false;
  let count = 0;
  for (let at = start; at < end; at = skipSpace(source, at + 1, end)) {
    if (source.charCodeAt(at) !== sign) return false;
    count += 1;
  }
  return count >= 3;
}

/** A line of a block quote. */
export function isQuote(source: string, start: number): boolean {
  return source.charCodeAt(start) === GREATER;
}

/** The three or more backticks or tildes that open and close code. */
export interface Fence {
  readonly sign: number;
  readonly length: number;
}

export function openingFence(source: string, start: number, end: number): Fence | undefined {
  const sign = source.charCodeAt(start);
  if (sign !== BACKTICK && sign !== TILDE) return undefined;
  const length = countSame(source, start, end, sign);
  if (length < 3) return undefined;
  // A backtick further on makes it code within a line of text.
  const isInline = sign === BACKTICK && source.slice(start + length, end).includes('`');
  return isInline ? undefined : { sign, length };
}

export function closesFence(source: string, start: number, end: number, fence: Fence): boolean {
  return end - start >= fence.length && countSame(source, start, end, fence.sign) === end - start;
}

export interface Item {
  /** Where its text begins. */
  readonly text: number;
  /** A number other than 1, which may as well be a figure of the sentence that runs on from the line before. */
  readonly isLaterNumber: boolean;
}

// A dash right before a letter is a bullet, right before a figure a minus.
const BULLET = /(?:[-*+–—](?=\s|$)|-(?=\p{L})|[•◦▪●‣·])/uy;
const NUMBER = /\(?(\d{1,3}|[a-z])(?:\)|(?<=\d)\.)(?=\s|$)/y;
const CHECKBOX = /\[[ xX]?\](?=\s|$)/y;

/** An item of a list, with its bullet or number, and the box to tick that may follow. */
export function listItem(source: string, start: number, end: number): Item | undefined {
  const number = matchAt(NUMBER, source, start);
  const marker = number ?? matchAt(BULLET, source, start);
  if (marker === undefined) return undefined;
  const text = skipSpace(source, Math.min(start + marker[0].length, end), end);
  const box = matchAt(CHECKBOX, source, text);
  return {
    text: box === undefined ? text : skipSpace(source, Math.min(text + box[0].length, end), end),
    isLaterNumber: number !== undefined && number[1] !== '1' && number[1] !== 'a',
  };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
}

export interface Label {
  /** What stands before the colon. */
  readonly name: Range;
  readonly isBold: boolean;
  /** Where the text after the colon begins; the end of the line if there is none. */
  readonly text: number;
}

/** A line that begins with a short name and a colon, bold or not: `Purpose: …`, `**Purpose:** …`, `**Purpose**: …`. */
export function labelOf(source: string, start: number, end: number): Label | undefined {
  const length = source.slice(start, Math.min(end, start + LONGEST_NAME)).indexOf(':');
  if (length < 0) return undefined;
  const colon = start + length;
  const isBold = isEmphasis(source.charCodeAt(start));
  const text = isBold ? skipEmphasis(source, colon + 1, end) : colon + 1;
  return { name: wordsOf(source, start, colon), isBold, text: skipSpace(source, text, end) };
}

/** Whether the whole line is bold or slanted. */
export function isEmphasised(source: string, start: number, end: number): boolean {
  return isEmphasis(source.charCodeAt(start)) && isEmphasis(source.charCodeAt(end - 1));
}

/** The range without the stars, underscores, colons and white space around the words. */
export function wordsOf(source: string, start: number, end: number): Range {
  let from = skipSpace(source, start, end);
  while (from < end && isEmphasis(source.charCodeAt(from))) from = skipSpace(source, from + 1, end);
  let to = trimEnd(source, from, end);
  while (to > from && isDecoration(source.charCodeAt(to - 1))) to = trimEnd(source, from, to - 1);
  return { start: from, end: to };
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function skipEmphasis(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && isEmphasis(source.charCodeAt(at))) at += 1;
  return at;
}

function isEmphasis(code: number): boolean {
  return code === STAR || code === UNDERSCORE;
}

function isDecoration(code: number): boolean {
  return isEmphasis(code) || code === COLON;
}

function countSame(source: string, start: number, end: number, code: number): number {
  let at = start;
  while (at < end && source.charCodeAt(at) === code) at += 1;
  return at - start;
}
