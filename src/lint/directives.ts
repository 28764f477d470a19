import type { Range } from '../text/range.ts';

/** What a comment can tell plan-call to do, by its first word. */
export const DIRECTIVES = [
  'plan-call-disable-next-line',
  'plan-call-disable-line',
  'plan-call-disable',
  'plan-call-enable',
] as const;
export type DirectiveName = (typeof DIRECTIVES)[number];

/** A word of the source, and where it stands. */
export interface PlacedWord extends Range {
  readonly text: string;
}

/** A comment that is meant for plan-call, as it is written: whether it makes sense is not looked into. */
export interface Directive {
  /** From `<!--` to `-->`. */
  readonly comment: Range;
  /** The first word as it was typed. */
  readonly word: PlacedWord;
  /** Nothing where the first word is none that we know. */
  readonly name: DirectiveName | undefined;
  /** The rules that are named, in lower case; none means all. */
  readonly rules: readonly PlacedWord[];
  /** What stands behind the dashes, in one line; empty where there is nothing to read. */
  readonly reason: string;
}

const OPENING = '<!--'.length;
const CLOSING = '-->'.length;
/** Also what was probably meant for plan-call: `plan-call: disable-line`, `plan-call disable`. */
const FIRST_WORD = /^\s*(plan-call(?:-[^\s,;]*|[\s:_]+(?:dis|en)able[^\s,;]*))/i;
/** Programs that write for people make one long dash of two hyphens. */
const DASHES = /-{2,}|[–—]/;

/**
 * Reads a comment.
 * @returns nothing for a comment that is not meant for plan-call
 */
export function readDirective(source: string, comment: Range): Directive | undefined {
  const from = comment.start + OPENING;
  const text = source.slice(from, comment.end - CLOSING);
  const [before, first] = FIRST_WORD.exec(text) ?? [];
  if (before === undefined || first === undefined) return undefined;
  const rest = text.slice(before.length);
  const dashes = DASHES.exec(rest);
  const named = rest.slice(0, dashes?.index);
  const reason = dashes === null ? '' : rest.slice(dashes.index + dashes[0].length);
  const word = first.toLowerCase();
  return {
    comment,
    word: { text: first, start: from + before.length - first.length, end: from + before.length },
    name: DIRECTIVES.find((name) => name === word),
    rules: wordsIn(named, from + before.length),
    reason: /[\p{L}\p{N}]/u.test(reason) ? reason.trim().replace(/\s+/g, ' ') : '',
  };
}

function wordsIn(text: string, offset: number): PlacedWord[] {
  return [...text.matchAll(/[^\s,;]+/g)].map(({ 0: word, index }) => ({
    text: word.toLowerCase(),
    start: offset + index,
    end: offset + index + word.length,
  }));
}
