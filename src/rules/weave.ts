import { formFrom } from '../text/forms.ts';
import type { Form } from '../text/forms.ts';
import { ENDS, lettersOf, rowsOf } from './net.ts';
import type { PhraseNet, Wants } from './net.ts';
import type { WordLists } from './notation.ts';
import { GAP, compilePhrase } from './phrase.ts';
import type { Language } from './rule.ts';
import type { Step } from './step.ts';

/** A phrase of a rule file or word list, and whose it is. */
export interface OwnedPhrase<Owner> {
  readonly owner: Owner;
  readonly language: Language;
  readonly text: string;
}

/** Word lists by the language whose phrases name them. */
export type ListsByLanguage = Readonly<Record<Language, WordLists>>;

/** Where a phrase can go on: words that come to the same thing behind them are one. */
interface Way {
  readonly wants: Set<number>;
  /** What follows the word, and what follows the list that it is in. */
  readonly next: Step;
  readonly rest: Step | undefined;
  readonly gap: number;
  readonly isFirst: boolean;
}

interface Knot {
  readonly wants: readonly number[];
  readonly phrase: number;
  readonly next: { readonly knot: number; readonly gap: number }[];
  ends: number;
  endGap: number;
}

/**
 * Weaves phrases into a net.
 * @throws NotationError for a phrase that is not written in the notation
 */
export function weave<Owner>(
  phrases: readonly OwnedPhrase<Owner>[],
  lists: ListsByLanguage,
): PhraseNet<Owner> {
  const wants = new WantList();
  const knots: Knot[] = [];
  const begun: { knot: number; isFirst: boolean }[] = [];
  for (const [phrase, { text, language }] of phrases.entries()) {
    const weaver = new Weaver(phrase, wants, knots);
    begun.push(...weaver.weave(compilePhrase(text, lists[language]).first));
  }
  const owners = [...new Set(phrases.map(({ owner }) => owner))];
  const places = new Map(owners.map((owner, place) => [owner, place]));
  return {
    owners,
    ownerOf: words(phrases.map(({ owner }) => places.get(owner) ?? 0)),
    ...flatten(wants, knots, begun),
  };
}

/** What phrases can want of one word. */
interface Want {
  readonly kind: 'word' | 'prefix' | 'number';
  /** Of `number` an empty one. */
  readonly form: Form;
}

/** Every want once, numbered as it comes. */
class WantList {
  readonly all: Want[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf({ kind, word }: Step): number {
    const want: Want =
      kind === 'word' || kind === 'prefix' ? { kind, form: word } : { kind: 'number', form: NO_FORM };
    const name = `${want.kind} ${want.form.key} ${want.form.shapes} ${want.form.tone}`;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.all.length);
    return this.all.push(want) - 1;
  }
}

const NO_FORM = formFrom('', '', 0);

/** Makes the knots of one phrase. */
class Weaver {
  readonly #phrase: number;
  readonly #wants: WantList;
  readonly #knots: Knot[];
  /** The knots so far by what they want and what follows. */
  readonly #made = new Map<string, number>();
  readonly #stepNumbers = new Map<Step | undefined, number>();

  constructor(phrase: number, wants: WantList, knots: Knot[]) {
    this.#phrase = phrase;
    this.#wants = wants;
    this.#knots = knots;
  }

  /** @returns the knots with which the phrase begins */
  weave(first: Step): { knot: number; isFirst: boolean }[] {
    const onwards = new Onwards(this.#wants, (step) => this.#numberOf(step), true);
    onwards.enter(first, undefined);
    return onwards.ways.map((way) => ({ knot: this.#knotOf(way), isFirst: way.isFirst }));
  }

  #knotOf({ wants, next, rest }: Way): number {
    const sorted = [...wants].toSorted((a, b) => a - b);
    const name = `${this.#numberOf(next)} ${this.#numberOf(rest)} ${sorted.join()}`;
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const knot: Knot = { wants: sorted, phrase: this.#phrase, next: [], ends: 0, endGap: 0 };
    const number = this.#knots.push(knot) - 1;
    this.#made.set(name, number);
    const onwards = new Onwards(this.#wants, (step) => this.#numberOf(step), false);
    onwards.enter(next, rest);
    knot.ends = onwards.ends;
    knot.endGap = onwards.endGap;
    for (const way of onwards.ways) knot.next.push({ knot: this.#knotOf(way), gap: way.gap });
    return number;
  }

  #numberOf(step: Step | undefined): number {
    let number = this.#stepNumbers.get(step);
    if (number === undefined) {
      number = this.#stepNumbers.size;
      this.#stepNumbers.set(step, number);
    }
    return number;
  }
}

/** Gathers the ways in which a phrase goes on, and whether it ends. */
class Onwards {
  readonly #wants: WantList;
  readonly #numberOf: (step: Step | undefined) => number;
  readonly #atBeginning: boolean;
  readonly #ways = new Map<string, Way>();
  ends = 0;
  endGap = 0;

  constructor(wants: WantList, numberOf: (step: Step | undefined) => number, atBeginning: boolean) {
    this.#wants = wants;
    this.#numberOf = numberOf;
    this.#atBeginning = atBeginning;
  }

  get ways(): Way[] {
    return [...this.#ways.values()];
  }

  /**
   * Adds all ways in which a phrase goes on from a step.
   * @param rest inside an entry of a word list: what follows the list
   */
  enter(step: Step, rest: Step | undefined, gap = 0, isFirst = false): void {
    switch (step.kind) {
      case 'done':
        if (rest === undefined) this.ends |= ENDS.here;
        else this.enter(rest, undefined, gap, isFirst);
        break;
      case 'either':
        for (const way of step.ways) this.enter(way, rest, gap, isFirst);
        break;
      case 'begin':
        if (this.#atBeginning) this.enter(step.next, rest, gap, true);
        break;
      case 'end':
        if (!canEnd(step.next, rest)) break;
        this.ends |= ENDS.withText;
        this.endGap = Math.max(this.endGap, gap);
        break;
      case 'gap':
        this.enter(step.next, rest, gap + GAP, isFirst);
        break;
      case 'list':
        for (const entry of step.entries) this.enter(entry, step.next, gap, isFirst);
        break;
      default:
        this.#add(step, rest, gap, isFirst);
    }
  }

  #add(step: Step, rest: Step | undefined, gap: number, isFirst: boolean): void {
    // The last word of an entry goes on as a word outside of it does.
    const isLast = step.next.kind === 'done' && rest !== undefined;
    const [next, after] = isLast ? [rest, undefined] : [step.next, rest];
    const name = `${this.#numberOf(next)} ${this.#numberOf(after)} ${gap} ${isFirst}`;
    const want = this.#wants.numberOf(step);
    const way = this.#ways.get(name);
    if (way === undefined) this.#ways.set(name, { wants: new Set([want]), next, rest: after, gap, isFirst });
    else way.wants.add(want);
  }
}

/** Can a phrase end without another word? */
function canEnd(step: Step, rest: Step | undefined): boolean {
  switch (step.kind) {
    case 'done':
      return rest === undefined || canEnd(rest, undefined);
    case 'either':
      return step.ways.some((way) => canEnd(way, rest));
    case 'end':
    case 'gap':
      return canEnd(step.next, rest);
    default:
      return false;
  }
}

/** Puts wants, knots and beginnings into arrays. */
function flatten(
  { all }: WantList,
  knots: readonly Knot[],
  begun: readonly { readonly knot: number; readonly isFirst: boolean }[],
): Omit<PhraseNet<never>, 'owners' | 'ownerOf'> {
  const order = [...all.keys()].toSorted((a, b) => compareWants(all[a], all[b]));
  const placeOf = new Uint16Array(all.length);
  for (const [place, number] of order.entries()) placeOf[number] = place;
  const placed = knots.map((knot) =>
    knot.wants.map((number) => placeOf[number] ?? 0).toSorted((a, b) => a - b),
  );

  const setsOf: number[][] = all.map(() => []);
  const setNumbers = new Map<string, number>();
  const setOf = placed.map((wants) => {
    const [only, another] = wants;
    if (only !== undefined && another === undefined) return only;
    const name = wants.join();
    const known = setNumbers.get(name);
    if (known !== undefined) return known;
    const set = all.length + setNumbers.size;
    setNumbers.set(name, set);
    for (const want of wants) setsOf[want]?.push(set);
    return set;
  });

  const alone: number[][] = all.map(() => []);
  const firsts: number[][] = all.map(() => []);
  const seconds: number[][] = all.map(() => []);
  for (const [number, { knot }] of begun.entries()) {
    const { ends = 0, next = [] } = knots[knot] ?? {};
    const needsSecond = ends === 0 && next.every(({ gap }) => gap === 0);
    for (const want of placed[knot] ?? []) (needsSecond ? firsts : alone)[want]?.push(number);
    if (!needsSecond) continue;
    const wanted = new Set(next.flatMap((onward) => placed[onward.knot] ?? []));
    for (const want of wanted) seconds[want]?.push(number);
  }

  return {
    wants: wantsOf(order.flatMap((number) => all[number] ?? [])),
    setsOf: rowsOf(setsOf, words),
    setOf: words(setOf),
    phraseOf: words(knots.map(({ phrase }) => phrase)),
    ends: Uint8Array.from(knots, ({ ends }) => ends),
    endGap: Uint8Array.from(knots, ({ endGap }) => endGap),
    next: rowsOf(
      knots.map(({ next }, number) => next.map(({ knot }) => knot - number)),
      distances,
    ),
    gaps: Uint8Array.from(knots.flatMap(({ next }) => next.map(({ gap }) => gap))),
    firstKnots: Int32Array.from(begun, ({ knot }) => knot),
    onlyFirst: Uint8Array.from(begun, ({ isFirst }) => (isFirst ? 1 : 0)),
    alone: rowsOf(alone, words),
    firsts: rowsOf(firsts, words),
    seconds: rowsOf(seconds, words),
  };
}

function words(numbers: readonly number[]): Uint16Array {
  return whole(numbers, Uint16Array.from(numbers));
}

function distances(numbers: readonly number[]): Int16Array {
  return whole(numbers, Int16Array.from(numbers));
}

/** @throws RangeError where a net has become so large that its numbers do not fit any more */
function whole<Packed extends Uint16Array | Int16Array>(numbers: readonly number[], packed: Packed): Packed {
  if (numbers.some((number, at) => packed[at] !== number))
    throw new RangeError('the phrases are too many for the numbers of their net');
  return packed;
}

function wantsOf(all: readonly Want[]): Wants {
  const count = (wanted: Want['kind']): number => all.filter(({ kind }) => kind === wanted).length;
  return {
    words: count('word'),
    prefixes: count('prefix'),
    hasNumber: count('number') > 0,
    keys: all.map(({ form }) => form.key),
    shapes: all.map(({ form }) => lettersOf(form.shapes)),
    tones: Uint8Array.from(all, ({ form }) => form.tone),
  };
}

const KINDS: readonly Want['kind'][] = ['word', 'prefix', 'number'];

function compareWants(one: Want | undefined, other: Want | undefined): number {
  if (one === undefined || other === undefined) return 0;
  if (one.kind !== other.kind) return KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind);
  if (one.form.key === other.form.key) return 0;
  return one.form.key < other.form.key ? -1 : 1;
}
