import type { Word } from '../text/words.ts';
import { NO_MEANING, isAmong, isIn, openMeanings } from './meaning.ts';
import type { Meaning, Meanings } from './meaning.ts';
import { ENDS } from './net.ts';
import type { PhraseNet } from './net.ts';

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

/** Makes a net ready to search with. */
export function openIndex<Owner>(net: PhraseNet<Owner>): PhraseIndex<Owner> {
  const meanings = openMeanings(net.wants, net.uses);
  return {
    find(words) {
      const reader = new Reader(net, words, meanings);
      const hits: Hit<Owner>[] = [];
      for (let from = words.length - 1; from >= 0; from -= 1) {
        for (const { phrase, to } of reader.readFrom(from)) {
          const owner = net.owners[net.ownerOf[phrase] ?? -1];
          if (owner !== undefined) hits.push({ owner, from, to });
        }
      }
      return hits.toReversed();
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

/** With a list so much shorter than the other, its numbers are looked up there one by one. */
const MUCH_SHORTER = 8;

/** A phrase, up to where, and how many words were passed over. */
interface Found {
  readonly phrase: number;
  to: number;
  passed: number;
}

/** An entry of several words, by the want of its list. */
interface Entry {
  readonly list: number;
  readonly to: number;
  passed: number;
}

/** Reads phrases in one text, from its last word to the first: so the entries that may come next are known. */
class Reader<Owner> {
  readonly #net: PhraseNet<Owner>;
  readonly #words: readonly Word[];
  readonly #meanings: Meanings;
  readonly #meaningOfWords: readonly Meaning[];
  /** Behind the last word of the sentence that is read. */
  #end = 0;
  /** The phrase that is followed. */
  #phrase = 0;
  #found: Found[] = [];
  /** The entries of several words that begin where phrases begin, and those before by the word that they begin with. */
  #entries: Entry[] = [];
  readonly #entriesAt: (readonly Entry[] | undefined)[];

  constructor(net: PhraseNet<Owner>, words: readonly Word[], meanings: Meanings) {
    this.#net = net;
    this.#words = words;
    this.#meanings = meanings;
    this.#entriesAt = words.map(() => undefined);
    this.#meaningOfWords = words.map(({ form }) => meanings.ofWord(form));
  }

  /** The phrases that begin with a word, each read in the best way. Words are to be asked for from the last to the first. */
  readFrom(from: number): readonly Readonly<Found>[] {
    if (this.#words[from]?.sentence !== this.#words[from + 1]?.sentence) this.#end = from + 1;
    this.#found = [];
    this.#beginAll(this.#meaningOf(from), from, from + 1, 0);
    if (this.#entries.length > 0) this.#readEntries(from);
    return this.#found.length < 2 ? this.#found : this.#found.sort(shortestFirst);
  }

  /** Begins with the entries of lists that were found. */
  #readEntries(from: number): void {
    const entries = this.#entries;
    this.#entriesAt[from] = entries;
    this.#entries = [];
    for (const { list, to, passed } of entries) this.#beginAll(this.#meanings.ofList(list), from, to, passed);
  }

  /**
   * Begins all phrases that a word or an entry allows.
   * @param at the word behind it
   */
  #beginAll(meaning: Meaning, from: number, at: number, passed: number): void {
    const { items, alone, firsts, seconds } = meaning;
    for (let place = alone; place < firsts; place += 1) this.#begin(items[place] ?? 0, from, at, passed);
    if (firsts === seconds || at >= this.#end) return;
    const second = this.#meaningOf(at);
    const here = seconds - firsts;
    const there = second.end - second.seconds;
    if (there === 0) return;
    if (here * MUCH_SHORTER < there) {
      for (let place = firsts; place < seconds; place += 1) {
        const beginning = items[place] ?? 0;
        if (isAmong(beginning, second.items, second.seconds, second.end))
          this.#begin(beginning, from, at, passed);
      }
    } else if (there * MUCH_SHORTER < here) {
      for (let place = second.seconds; place < second.end; place += 1) {
        const beginning = second.items[place] ?? 0;
        if (isAmong(beginning, items, firsts, seconds)) this.#begin(beginning, from, at, passed);
      }
    } else this.#beginBoth(meaning, second, from, at, passed);
  }

  /** Begins what is in both of two sorted lists. */
  #beginBoth(first: Meaning, second: Meaning, from: number, at: number, passed: number): void {
    let there = second.seconds;
    for (let place = first.firsts; place < first.seconds; place += 1) {
      const beginning = first.items[place] ?? 0;
      while (there < second.end && (second.items[there] ?? 0) < beginning) there += 1;
      if (there === second.end) return;
      if (second.items[there] === beginning) this.#begin(beginning, from, at, passed);
    }
  }

  #begin(beginning: number, from: number, at: number, passed: number): void {
    const { beginnings } = this.#net;
    const where = beginnings[beginning * 2] ?? 0;
    if (from > 0 && (where & 1) === 1) return;
    this.#phrase = beginnings[beginning * 2 + 1] ?? 0;
    this.#follow(where >> 1, at, passed);
  }

  /**
   * Goes on from a knot.
   * @param at the word that comes next
   * @param passed how many words have been passed over
   */
  #follow(knot: number, at: number, passed: number): void {
    const { knots } = this.#net;
    const head = knots[knot + 1] ?? 0;
    if ((head & ENDS.here) !== 0) this.#keep(at, passed);
    let place = knot + 2;
    if ((head & ENDS.withText) !== 0) {
      this.#endWithText(at, passed, knots[place] ?? 0);
      place += 1;
    }
    for (let ways = head >> 2; ways > 0; ways -= 1) {
      const way = knots[place] ?? 0;
      place += 1;
      const onward = knot + (way >> 1);
      if ((way & 1) === 0) this.#step(onward, at, passed);
      else {
        const furthest = at + (knots[place] ?? 0);
        place += 1;
        for (let there = at; there <= furthest; there += 1) this.#step(onward, there, passed + there - at);
      }
    }
  }

  /** Reads a word, or an entry of several, at a knot. */
  #step(knot: number, at: number, passed: number): void {
    if (at >= this.#end) return;
    const set = this.#net.knots[knot] ?? 0;
    if (isIn(set, this.#meaningOf(at))) this.#follow(knot, at + 1, passed);
    const entries = this.#entriesAt[at];
    if (entries === undefined) return;
    for (const entry of entries)
      if (isIn(set, this.#meanings.ofList(entry.list))) this.#follow(knot, entry.to, passed + entry.passed);
  }

  #meaningOf(at: number): Meaning {
    return this.#meaningOfWords[at] ?? NO_MEANING;
  }

  /** @param gap how many words may stand between */
  #endWithText(at: number, passed: number, gap: number): void {
    const { length } = this.#words;
    const left = length - at;
    if (this.#end === length && left <= gap) this.#keep(length, passed + left);
  }

  #keep(to: number, passed: number): void {
    const { ownerOf, listOf } = this.#net;
    const entry = this.#phrase - ownerOf.length;
    if (entry < 0) this.#keepBest(this.#phrase, to, passed);
    else this.#keepEntry(listOf[entry] ?? 0, to, passed);
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

  /** Of a list it only matters up to where an entry goes: any of them can be the one with which a phrase goes on. */
  #keepEntry(list: number, to: number, passed: number): void {
    const same = this.#entries.find((entry) => entry.list === list && entry.to === to);
    if (same === undefined) this.#entries.push({ list, to, passed });
    else same.passed = Math.min(same.passed, passed);
  }
}

/** Of phrases that begin with the same word, the reverse of the order in which they are told. */
function shortestFirst(one: Found, other: Found): number {
  return one.to - other.to || other.phrase - one.phrase;
}
