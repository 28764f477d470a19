import { agrees, beginsLike, startOf } from '../text/forms.ts';
import type { Form } from '../text/forms.ts';
import { openKept } from '../text/kept.ts';
import type { Word } from '../text/words.ts';
import { firstWhere } from './first-where.ts';
import { ENDS, countOf, wantedWord } from './net.ts';
import type { PhraseNet, Rows } from './net.ts';

/** A phrase found in a text: words `from` up to, not including, `to`. */
export interface Hit<Owner> {
  readonly owner: Owner;
  readonly from: number;
  readonly to: number;
}

/** Finds many phrases in the words of a text. */
export interface PhraseIndex<Owner> {
  /**
   * All hits in the order of the text; of one phrase at one place the way of reading it with the fewest words passed
   * over, and of those the longest.
   */
  find(words: readonly Word[]): Hit<Owner>[];
}

/** What a word is to a net. */
interface Meaning {
  /** What it fulfils. */
  readonly wants: readonly number[];
  /** The sets of several wants that it is in. */
  readonly sets: Uint16Array;
  /** Beginnings that it may be the first word of, and the second; see `PhraseNet`. */
  readonly alone: Uint16Array;
  readonly firsts: Uint16Array;
  readonly seconds: Uint16Array;
}

const NONE = new Uint16Array(0);
const NOTHING: Meaning = { wants: [], sets: NONE, alone: NONE, firsts: NONE, seconds: NONE };

/** Makes a net ready to search with. */
export function openIndex<Owner>(net: PhraseNet<Owner>): PhraseIndex<Owner> {
  const meaningOf = meanings(net);
  return {
    find(words) {
      const reader = new Reader(
        net,
        words,
        words.map(({ form }) => meaningOf(form)),
      );
      const hits: Hit<Owner>[] = [];
      for (let from = 0; from < words.length; from += 1) {
        for (const { phrase, to } of reader.readFrom(from)) {
          const owner = net.owners[net.ownerOf[phrase] ?? -1];
          if (owner !== undefined) hits.push({ owner, from, to });
        }
      }
      return hits;
    },
  };
}

/** Finds in two indexes as if they were one; where the second holds little, it costs little. */
export function bothOf<Owner>(one: PhraseIndex<Owner>, other: PhraseIndex<Owner>): PhraseIndex<Owner> {
  return {
    find(words) {
      const hits = one.find(words);
      const more = other.find(words);
      return more.length === 0 ? hits : [...hits, ...more].sort((a, b) => a.from - b.from);
    },
  };
}

/** Looks words up, each once. */
function meanings<Owner>(net: PhraseNet<Owner>): (form: Form) => Meaning {
  const { wants } = net;
  const { keys, words } = wants;
  const number = wants.hasNumber ? words + wants.prefixes : undefined;
  const prefixes = new Map<string, number[]>();
  for (let want = words; want < words + wants.prefixes; want += 1) {
    const start = startOf(keys[want] ?? '');
    prefixes.set(start, [...(prefixes.get(start) ?? []), want]);
  }
  const wantsOf = (form: Form): number[] => {
    const fulfilled: number[] = [];
    for (let want = firstWith(form.key); keys[want] === form.key && want < words; want += 1)
      if (agrees(form, wantedWord(wants, want))) fulfilled.push(want);
    for (const want of prefixes.get(form.start) ?? [])
      if (beginsLike(form, wantedWord(wants, want))) fulfilled.push(want);
    if (form.isNumber && number !== undefined) fulfilled.push(number);
    return fulfilled;
  };
  /** The first word of the net that is not before a key. */
  const firstWith = (key: string): number => firstWhere(words, (want) => (keys[want] ?? '') >= key);
  const meaningOfWants = (fulfilled: readonly number[]): Meaning => ({
    wants: fulfilled,
    sets: union(fulfilled, net.setsOf),
    alone: union(fulfilled, net.alone),
    firsts: union(fulfilled, net.firsts),
    seconds: union(fulfilled, net.seconds),
  });

  /** Texts have ever new numbers, of which hardly any stands in a phrase. */
  const anyNumber = number === undefined ? NOTHING : meaningOfWants([number]);
  return openKept((form) => {
    const fulfilled = wantsOf(form);
    if (fulfilled.length === 0) return NOTHING;
    return fulfilled.length === 1 && fulfilled[0] === number ? anyNumber : meaningOfWants(fulfilled);
  });
}

/** What stands in any of some rows, sorted, each once. The rows themselves are sorted. */
function union(rows: readonly number[], { starts, items }: Rows<Uint16Array>): Uint16Array {
  const found = rows
    .map((row) => items.subarray(starts[row], starts[row + 1]))
    .filter((list) => list.length > 0);
  const [only, ...others] = found;
  if (only === undefined) return NONE;
  return others.length === 0 ? only : Uint16Array.from(new Set(found.flatMap((list) => [...list]))).sort();
}

/** With a list so much shorter than the other, its numbers are looked up there one by one. */
const MUCH_SHORTER = 8;

/** A phrase, up to where, and how many words were passed over. */
interface Found {
  readonly phrase: number;
  to: number;
  passed: number;
}

/** Reads phrases in one text. */
class Reader<Owner> {
  readonly #net: PhraseNet<Owner>;
  readonly #words: readonly Word[];
  readonly #meanings: readonly Meaning[];
  /** How many wants there are: so many sets are of one each. */
  readonly #wants: number;
  /** Behind the last word of the sentence that is read. */
  #end = 0;
  #found: Found[] = [];

  constructor(net: PhraseNet<Owner>, words: readonly Word[], meaningOfWords: readonly Meaning[]) {
    this.#net = net;
    this.#words = words;
    this.#meanings = meaningOfWords;
    this.#wants = countOf(net.wants);
  }

  /** The phrases that begin with a word, each read in the best way. Words are to be asked for in their order. */
  readFrom(from: number): readonly Readonly<Found>[] {
    const meaning = this.#meanings[from] ?? NOTHING;
    if (from >= this.#end) this.#end = this.#sentenceEnd(from);
    this.#found = [];
    for (let at = 0; at < meaning.alone.length; at += 1) this.#begin(meaning.alone[at] ?? 0, from);
    if (from + 1 < this.#end)
      this.#beginBoth(meaning.firsts, this.#meanings[from + 1]?.seconds ?? NONE, from);
    return this.#found.length < 2 ? this.#found : this.#found.sort(longestFirst);
  }

  /** Begins where both words allow it: what is in both of two sorted lists. */
  #beginBoth(firsts: Uint16Array, seconds: Uint16Array, from: number): void {
    const [short, long] = firsts.length < seconds.length ? [firsts, seconds] : [seconds, firsts];
    if (short.length * MUCH_SHORTER < long.length) {
      for (let at = 0; at < short.length; at += 1) {
        const beginning = short[at] ?? 0;
        if (isAmong(beginning, long)) this.#begin(beginning, from);
      }
      return;
    }
    let there = 0;
    for (let at = 0; at < short.length; at += 1) {
      const beginning = short[at] ?? 0;
      while ((long[there] ?? Infinity) < beginning) there += 1;
      if (long[there] === beginning) this.#begin(beginning, from);
    }
  }

  #sentenceEnd(from: number): number {
    const words = this.#words;
    const sentence = words[from]?.sentence;
    let end = from;
    while (end < words.length && words[end]?.sentence === sentence) end += 1;
    return end;
  }

  #begin(beginning: number, from: number): void {
    const { firstKnots, onlyFirst } = this.#net;
    if (from === 0 || onlyFirst[beginning] === 0) this.#follow(firstKnots[beginning] ?? 0, from + 1, 0);
  }

  /**
   * Goes on from a knot.
   * @param at the word that comes next
   * @param passed how many words have been passed over
   */
  #follow(knot: number, at: number, passed: number): void {
    const { ends, next, setOf, gaps } = this.#net;
    if (ends[knot] !== 0) this.#note(knot, at, passed);
    const last = next.starts[knot + 1] ?? 0;
    for (let way = next.starts[knot] ?? 0; way < last; way += 1) {
      const onward = knot + (next.items[way] ?? 0);
      const set = setOf[onward] ?? 0;
      const furthest = Math.min(at + (gaps[way] ?? 0), this.#end - 1);
      for (let there = at; there <= furthest; there += 1) {
        if (this.#isIn(set, there)) this.#follow(onward, there + 1, passed + there - at);
      }
    }
  }

  /** Does a word fulfil a want of a set? */
  #isIn(set: number, at: number): boolean {
    const { wants, sets } = this.#meanings[at] ?? NOTHING;
    return set < this.#wants ? wants.includes(set) : isAmong(set, sets);
  }

  #note(knot: number, at: number, passed: number): void {
    const { ends, endGap, phraseOf } = this.#net;
    const phrase = phraseOf[knot] ?? 0;
    const how = ends[knot] ?? 0;
    if ((how & ENDS.here) !== 0) this.#keepBest(phrase, at, passed);
    if ((how & ENDS.withText) === 0) return;
    const { length } = this.#words;
    const left = length - at;
    if (this.#end === length && left <= (endGap[knot] ?? 0)) this.#keepBest(phrase, length, passed + left);
  }

  #keepBest(phrase: number, to: number, passed: number): void {
    for (const one of this.#found) {
      if (one.phrase !== phrase) continue;
      if (passed < one.passed || (passed === one.passed && to > one.to)) {
        one.to = to;
        one.passed = passed;
      }
      return;
    }
    this.#found.push({ phrase, to, passed });
  }
}

/** Of phrases that begin with the same word. */
function longestFirst(one: Found, other: Found): number {
  return other.to - one.to || one.phrase - other.phrase;
}

/** Is a number in a sorted list? */
function isAmong(number: number, sorted: Uint16Array): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? 0;
    if (found === number) return true;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
