import { readClocks, readDayParts, type Clock } from './clock.ts';
import { readDays, type Day } from './day.ts';
import type { Found, Script } from './phrase.ts';
import type { Token } from './token.ts';
import type { WallDate } from './wall.ts';
import type { DateWords, DayPart } from './words.ts';

/** Tokens, half open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something that was read, and its tokens. */
interface Piece<Value> extends Span {
  readonly value: Value;
}

/** What a text about a day and a time is made of: at most one of each, in any order. */
export interface Pieces {
  readonly day?: Piece<Day>;
  readonly clock?: Piece<Clock>;
  readonly part?: Piece<DayPart>;
}

export interface Readings {
  /** Every way to read all of the tokens. */
  readonly complete: readonly Pieces[];
  /** The token that no reading got past. */
  readonly furthest: number;
}

/** Reads `tokens` as a day and a time in the language that has these `words`. */
export function readPieces(tokens: readonly Token[], words: DateWords, today: WallDate): Readings {
  const script = { tokens, words };
  const complete: Pieces[] = [];
  let furthest = 0;

  function readOn(at: number, pieces: Pieces): void {
    furthest = Math.max(furthest, at);
    if (at === tokens.length) complete.push(pieces);
    // "thursday - 9:30"
    const start = at > 0 && tokens[at]?.folded === '-' ? at + 1 : at;
    for (const { value, end } of readNext(script, start, pieces, today)) readOn(end, value);
  }

  readOn(0, {});
  return { complete, furthest };
}

/** `pieces` and one more, for every piece that stands at token `start`. */
function readNext(script: Script, start: number, pieces: Pieces, today: WallDate): Found<Pieces>[] {
  const { day, clock, part } = pieces;
  const next: Found<Pieces>[] = [];
  if (day === undefined && !belongsToHour(script.tokens, start)) {
    for (const { value, end } of readDays(script, start, today)) {
      next.push({ value: { ...pieces, day: { value, start, end } }, end });
    }
  }
  if (clock === undefined) {
    const isExpected = day !== undefined || part !== undefined;
    for (const { value, end } of readClocks(script, start, isExpected)) {
      next.push({ value: { ...pieces, clock: { value, start, end } }, end });
    }
  }
  if (part === undefined) {
    for (const { value, end } of readDayParts(script, start)) {
      if (value.afterTime === true && clock === undefined) continue;
      const withPart = { ...pieces, part: { value, start, end } };
      if (value.today !== true) next.push({ value: withPart, end });
      else if (day === undefined)
        next.push({ value: { ...withPart, day: dayItself(today, start, end) }, end });
    }
  }
  return next;
}

/** In "9h30 mai" the 30 is minutes: it begins no date. */
function belongsToHour(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const number = tokens[at];
  if (before === undefined || number === undefined || before.end !== number.start) return false;
  return /^\p{L}/u.test(before.folded) && /^\d/.test(number.folded);
}

/** "tonight" is a part of the day, and the day. */
function dayItself(today: WallDate, start: number, end: number): Piece<Day> {
  return { value: { kind: 'date', date: today }, start, end };
}
