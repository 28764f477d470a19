import { meaningOf } from './meaning.ts';
import { readPieces, type Readings, type Span } from './pieces.ts';
import { tokenise, type Token } from './token.ts';
import { dateOf, isValidWhen, type WallDate, type WallTime, type WallWhen } from './wall.ts';
import { allDateWords } from './words.ts';

/**
 * What a text says about when: a day, or a day with its time; or why it cannot be told, and which part of the text
 * is to blame. `ambiguous`: more than one day or time is possible, or a week without its day, a morning without its
 * hour.
 */
export type When =
  | { readonly kind: 'understood'; readonly at: WallWhen }
  | {
      readonly kind: 'problem';
      readonly problem: 'empty' | 'not-understood' | 'no-such-day' | 'no-such-time' | 'ambiguous';
      readonly part: string;
    };

// Nobody needs more words than this for a day; a pasted page is not searched for those to blame.
const MOST_TOKENS = 24;

/**
 * Reads a day and a time as people type them, in English, Vietnamese or Romanian, with or without diacritics:
 * `thu 9:30`, `25/11 14h`, `chiều mai 2h`, `joi la 9`. One of the languages must understand the whole text.
 *
 * @param now Where "tomorrow" and "thursday" are counted from. What is understood may lie before it.
 * @throws RangeError when `now` is no valid time; never because of `text`.
 */
export function parseWhen(text: string, now: WallTime): When {
  if (!isValidWhen(now)) throw new RangeError(`not a time: ${JSON.stringify(now)}`);
  const typed = withoutIsoT(text.normalize('NFC')).trim();
  const tokens = tokenise(typed);
  if (tokens.length === 0) return { kind: 'problem', problem: 'empty', part: '' };
  if (tokens.length > MOST_TOKENS) return { kind: 'problem', problem: 'not-understood', part: typed };

  const { complete, furthest } = readInAllLanguages(tokens, dateOf(now));
  const meanings = complete.map((pieces) => meaningOf(pieces, now));
  const [at, ...others] = new Set(meanings.flatMap((meaning) => ('at' in meaning ? [meaning.at] : [])));
  if (others.length > 0) return { kind: 'problem', problem: 'ambiguous', part: typed };
  if (at !== undefined) return { kind: 'understood', at };

  const [first] = meanings;
  if (first !== undefined && 'problem' in first) {
    return { kind: 'problem', problem: first.problem, part: quote(typed, tokens, first.blamed) };
  }
  const blamed = notUnderstood(tokens, furthest, dateOf(now));
  return { kind: 'problem', problem: 'not-understood', part: quote(typed, tokens, blamed) };
}

/** `2026-11-26T09:30` with a blank for the T, which would be a word between two numbers. */
function withoutIsoT(text: string): string {
  return text.replace(/(\d{4}-\d{2}-\d{2})T(?=\d{2}:\d{2})/i, '$1 ');
}

function readInAllLanguages(tokens: readonly Token[], today: WallDate): Readings {
  const readings = allDateWords.map((words) => readPieces(tokens, words, today));
  return {
    complete: readings.flatMap(({ complete }) => complete),
    furthest: Math.max(...readings.map(({ furthest }) => furthest)),
  };
}

/** The fewest tokens from `furthest` on without which the rest can be read; all of them if nothing helps. */
function notUnderstood(tokens: readonly Token[], furthest: number, today: WallDate): Span {
  for (let end = furthest + 1; end < tokens.length; end += 1) {
    const rest = [...tokens.slice(0, furthest), ...tokens.slice(end)];
    if (readInAllLanguages(rest, today).complete.length > 0) return { start: furthest, end };
  }
  return { start: furthest, end: tokens.length };
}

function quote(text: string, tokens: readonly Token[], { start, end }: Span): string {
  return text.slice(tokens[start]?.start, tokens[end - 1]?.end);
}
