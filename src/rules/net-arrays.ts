import type { Knot, Knotted } from './knots.ts';
import { ENDS } from './net.ts';
import type { PhraseNet, Uses } from './net.ts';

/** What the entries of a list begin with. */
export interface ListWords {
  /** Wants of the words that are entries by themselves. */
  readonly single: ReadonlySet<number>;
  /** Wants of the words with which longer entries begin. */
  readonly first: ReadonlySet<number>;
}

/**
 * Puts phrases into arrays. Wants are known here by the numbers that they have in a `WantList`.
 * @param woven the phrases, and behind them the entries of lists
 * @param lists by their wants
 * @param placeOf the number that each want has in the net
 * @throws RangeError where there are so many phrases that their numbers do not fit
 */
export function layOut(
  woven: readonly Knotted[],
  lists: ReadonlyMap<number, ListWords>,
  placeOf: Uint16Array,
): Pick<PhraseNet<never>, 'uses' | 'knots' | 'beginnings'> {
  const uses = new UseLists(lists, placeOf);
  const knots = woven.flatMap((phrase) => phrase.knots);
  const starts = new Map<Knot, number>();
  let length = 0;
  for (const one of knots) {
    starts.set(one, length);
    length += numbersOf(one, uses.setOf(one.wants), () => 0).length;
  }
  const startOf = (one: Knot): number => starts.get(one) ?? 0;
  const tape = knots.flatMap((one) => numbersOf(one, uses.setOf(one.wants), startOf));
  const beginnings: number[] = [];
  for (const [phrase, { begun }] of woven.entries()) {
    for (const { knot: begin, isFirst } of begun) {
      uses.addBeginning(beginnings.length / 2, begin);
      beginnings.push(startOf(begin) * 2 + (isFirst ? 1 : 0), phrase);
    }
  }
  return { uses: uses.laidOut(), knots: packed(tape), beginnings: Int32Array.from(beginnings) };
}

/** A knot as it stands in `PhraseNet`. */
function numbersOf(one: Knot, set: number, startOf: (knot: Knot) => number): number[] {
  const numbers = [set, one.ways.length * 4 + one.ends];
  if ((one.ends & ENDS.withText) !== 0) numbers.push(one.endGap);
  for (const { knot, gap } of one.ways) {
    const distance = startOf(knot) - startOf(one);
    if (gap === 0) numbers.push(distance * 2);
    else numbers.push(distance * 2 + 1, gap);
  }
  return numbers;
}

/** Gathers what wants are good for. */
class UseLists {
  readonly #lists: ReadonlyMap<number, ListWords>;
  readonly #placeOf: Uint16Array;
  readonly #sets: Set<number>[];
  readonly #alone: Set<number>[];
  readonly #firsts: Set<number>[];
  readonly #seconds: Set<number>[];
  readonly #setNumbers = new Map<string, number>();

  constructor(lists: ReadonlyMap<number, ListWords>, placeOf: Uint16Array) {
    this.#lists = lists;
    this.#placeOf = placeOf;
    const each = (): Set<number>[] => Array.from(placeOf, () => new Set());
    [this.#sets, this.#alone, this.#firsts, this.#seconds] = [each(), each(), each(), each()];
    for (const want of placeOf.keys()) this.#add(this.#sets, want, placeOf[want] ?? 0);
  }

  /** The number of the set of some wants. */
  setOf(wants: readonly number[]): number {
    const [only = 0, another] = wants;
    if (another === undefined) return this.#placeOf[only] ?? 0;
    const name = wants.join();
    let number = this.#setNumbers.get(name);
    if (number === undefined) {
      number = this.#placeOf.length + this.#setNumbers.size;
      this.#setNumbers.set(name, number);
      for (const want of wants) this.#add(this.#sets, want, number);
    }
    return number;
  }

  /** Enters a beginning for the words with which it can begin and go on. */
  addBeginning(beginning: number, { wants, ends, ways }: Knot): void {
    const needsSecond = ends === 0 && ways.every(({ gap }) => gap === 0);
    for (const want of wants) this.#add(needsSecond ? this.#firsts : this.#alone, want, beginning);
    if (!needsSecond) return;
    for (const { knot: second } of ways) {
      for (const want of second.wants) {
        this.#add(this.#seconds, want, beginning);
        for (const first of this.#lists.get(want)?.first ?? [])
          this.#seconds[this.#placeOf[first] ?? 0]?.add(beginning);
      }
    }
  }

  /** All of them, in the order in which wants are numbered in the net. */
  laidOut(): Uses {
    const lists = [...this.#placeOf.keys()].flatMap((place) =>
      [this.#sets, this.#alone, this.#firsts, this.#seconds].map((of) =>
        [...(of[place] ?? [])].toSorted((a, b) => a - b),
      ),
    );
    const starts = new Int32Array(lists.length + 1);
    for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length;
    return { starts, items: packed(lists.flat()) };
  }

  /** Adds a number for a want, and for the words that fulfil it where it is for a list. */
  #add(to: readonly Set<number>[], want: number, number: number): void {
    for (const one of [want, ...(this.#lists.get(want)?.single ?? [])])
      to[this.#placeOf[one] ?? 0]?.add(number);
  }
}

/** @throws RangeError where numbers do not fit into their 16 bits */
export function packed(numbers: readonly number[]): Uint16Array {
  const all = Uint16Array.from(numbers);
  if (numbers.some((number, at) => all[at] !== number))
    throw new RangeError('the phrases are too many for the numbers of their net');
  return all;
}
