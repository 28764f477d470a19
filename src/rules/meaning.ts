import { agrees, beginsLike, startOf } from '../text/forms.ts';
import type { Form } from '../text/forms.ts';
import { openKept } from '../text/kept.ts';
import { firstWhere } from './first-where.ts';
import { USES, wantedWord } from './net.ts';
import type { Uses, Wants } from './net.ts';

/**
 * What a word, or an entry of a list, is to a net: all that the wants which it fulfils are good for. Four sorted lists of
 * numbers stand one behind the other in `items`; see `Uses`.
 */
export interface Meaning {
  readonly items: Uint16Array;
  /** Where the lists begin: the sets that it is in, the beginnings alone, under the first, and under the second word. */
  readonly sets: number;
  readonly alone: number;
  readonly firsts: number;
  readonly seconds: number;
  readonly end: number;
  /** A bit for each set, which several may share: most sets that a word is not in have none of its bits. */
  readonly bits: Int32Array;
}

/** So many numbers of 32 bits there are; a power of two. */
const BITS = 32;

/** Finds meanings, each of which is made once. */
export interface Meanings {
  ofWord(form: Form): Meaning;
  /** What an entry of a list is, by the list's want. */
  ofList(want: number): Meaning;
}

export const NO_MEANING: Meaning = {
  items: new Uint16Array(0),
  sets: 0,
  alone: 0,
  firsts: 0,
  seconds: 0,
  end: 0,
  bits: new Int32Array(BITS),
};

/** Is what has a meaning in a set? */
export function isIn(set: number, { bits, items, sets, alone }: Meaning): boolean {
  return ((bits[(set >> 5) & (BITS - 1)] ?? 0) & (1 << set)) !== 0 && isAmong(set, items, sets, alone);
}

/** Is a number in the sorted ones from one place up to another? */
export function isAmong(number: number, sorted: Uint16Array, from: number, to: number): boolean {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low < to && sorted[low] === number;
}

export function openMeanings(wants: Wants, uses: Uses): Meanings {
  const wantsOf = fulfilledWants(wants);
  const made = new Map<string, Meaning>();
  const ofLists = new Map<number, Meaning>();
  const ofWants = (fulfilled: readonly number[]): Meaning => {
    const name = fulfilled.join();
    let meaning = made.get(name);
    if (meaning === undefined) {
      meaning = meaningOf(fulfilled, uses);
      made.set(name, meaning);
    }
    return meaning;
  };
  return {
    ofWord: openKept((form) => ofWants(wantsOf(form))),
    ofList: (want) => {
      const meaning = ofLists.get(want) ?? ofWants([want]);
      ofLists.set(want, meaning);
      return meaning;
    },
  };
}

/** Looks up what a word fulfils. */
function fulfilledWants(wants: Wants): (form: Form) => number[] {
  const { keys, words } = wants;
  const number = wants.hasNumber ? words + wants.prefixes : undefined;
  const prefixes = new Map<string, number[]>();
  for (let want = words; want < words + wants.prefixes; want += 1) {
    const start = startOf(keys[want] ?? '');
    prefixes.set(start, [...(prefixes.get(start) ?? []), want]);
  }
  /** The first word of the net that is not before a key. */
  const firstWith = (key: string): number => firstWhere(words, (want) => (keys[want] ?? '') >= key);
  return (form) => {
    const fulfilled: number[] = [];
    for (let want = firstWith(form.key); keys[want] === form.key && want < words; want += 1)
      if (agrees(form, wantedWord(wants, want))) fulfilled.push(want);
    for (const want of prefixes.get(form.start) ?? [])
      if (beginsLike(form, wantedWord(wants, want))) fulfilled.push(want);
    if (form.isNumber && number !== undefined) fulfilled.push(number);
    return fulfilled;
  };
}

function meaningOf(fulfilled: readonly number[], { starts, items }: Uses): Meaning {
  const [only, another] = fulfilled;
  if (only === undefined) return NO_MEANING;
  /** Where one of the lists of a want begins. */
  const startOfUse = (want: number, use: number): number => starts[want * USES + use] ?? 0;
  if (another === undefined)
    return meaningAt(
      items,
      [0, 1, 2, 3, 4].map((use) => startOfUse(only, use)),
    );
  const all: number[] = [];
  const places = [0];
  for (let use = 0; use < USES; use += 1) {
    const lists = fulfilled.map((want) => items.subarray(startOfUse(want, use), startOfUse(want, use + 1)));
    for (const one of mergedLists(lists)) all.push(one);
    places.push(all.length);
  }
  return meaningAt(Uint16Array.from(all), places);
}

function meaningAt(
  items: Uint16Array,
  [sets = 0, alone = 0, firsts = 0, seconds = 0, end = 0]: readonly number[],
): Meaning {
  const bits = new Int32Array(BITS);
  for (let place = sets; place < alone; place += 1) {
    const set = items[place] ?? 0;
    const of = (set >> 5) & (BITS - 1);
    bits[of] = (bits[of] ?? 0) | (1 << set);
  }
  return { items, sets, alone, firsts, seconds, end, bits };
}

/** What stands in any of some sorted lists, sorted, each once. */
function mergedLists(lists: readonly Uint16Array[]): Uint16Array {
  const [only = NO_MEANING.items, another] = lists.filter(({ length }) => length > 0);
  if (another === undefined) return only;
  return Uint16Array.from(new Set(lists.flatMap((list) => [...list]))).sort();
}
