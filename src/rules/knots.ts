import { formFrom } from '../text/forms.ts';
import type { Form } from '../text/forms.ts';
import { ENDS } from './net.ts';
import { GAP } from './phrase.ts';
import type { Step } from './step.ts';

/** What a phrase can want at one place; see `PhraseNet`. */
export interface Want {
  readonly kind: 'word' | 'prefix' | 'number' | 'list';
  /** Of `number` and `list` an empty one. */
  readonly form: Form;
  /** Of `list`. */
  readonly entries: readonly Step[];
}

/** A place in a phrase where a word is read, and what can come next. */
export interface Knot {
  /** By their numbers in a `WantList`. */
  readonly wants: readonly number[];
  readonly ways: readonly { readonly knot: Knot; readonly gap: number }[];
  readonly ends: number;
  readonly endGap: number;
}

/** Where a phrase begins. */
export interface Beginning {
  readonly knot: Knot;
  /** Only where the text begins. */
  readonly isFirst: boolean;
}

/** A phrase as knots, each of them before those that it knows. */
export interface Knotted {
  readonly knots: readonly Knot[];
  readonly begun: readonly Beginning[];
}

/** Makes the knots of one phrase. */
export function knot(first: Step, wants: WantList): Knotted {
  return new Knotter(wants).knot(first);
}

const NO_FORM = formFrom('', '', 0);
const NO_ENTRIES: readonly Step[] = [];

/** Every want once, numbered as it comes. */
export class WantList {
  readonly all: Want[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #lists = new Map<readonly Step[], number>();

  numberOf({ kind, word, entries }: Step): number {
    if (kind === 'list') return this.#numberOfList(entries);
    const want: Want =
      kind === 'word' || kind === 'prefix'
        ? { kind, form: word, entries: NO_ENTRIES }
        : { kind: 'number', form: NO_FORM, entries: NO_ENTRIES };
    const name = `${want.kind} ${want.form.key} ${want.form.shapes} ${want.form.tone}`;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.all.length);
    return this.all.push(want) - 1;
  }

  /** Entries are compiled once for all phrases, so that a list is known by them. */
  #numberOfList(entries: readonly Step[]): number {
    const known = this.#lists.get(entries);
    if (known !== undefined) return known;
    this.#lists.set(entries, this.all.length);
    return this.all.push({ kind: 'list', form: NO_FORM, entries }) - 1;
  }
}

/** Where a phrase can go on: words that come to the same thing behind them are one. */
interface Way {
  readonly wants: Set<number>;
  readonly next: Step;
  readonly gap: number;
  readonly isFirst: boolean;
}

class Knotter {
  readonly #wants: WantList;
  /** The knots so far, each behind those that it knows. */
  readonly #knots: Knot[] = [];
  /** The same by what they want and what follows. */
  readonly #made = new Map<string, Knot>();
  readonly #stepNumbers = new Map<Step, number>();

  constructor(wants: WantList) {
    this.#wants = wants;
  }

  knot(first: Step): Knotted {
    const begun = this.#onwards(first, true).ways.map((way) => ({
      knot: this.#knotOf(way),
      isFirst: way.isFirst,
    }));
    return { knots: this.#knots.toReversed(), begun };
  }

  #knotOf({ wants, next }: Way): Knot {
    const sorted = [...wants].toSorted((a, b) => a - b);
    const name = `${this.#numberOf(next)} ${sorted.join()}`;
    let known = this.#made.get(name);
    if (known === undefined) {
      const { ends, endGap, ways } = this.#onwards(next, false);
      known = {
        wants: sorted,
        ways: ways.map((way) => ({ knot: this.#knotOf(way), gap: way.gap })),
        ends,
        endGap,
      };
      this.#made.set(name, known);
      this.#knots.push(known);
    }
    return known;
  }

  #onwards(step: Step, isAtBeginning: boolean): Onwards {
    const onwards = new Onwards(this.#wants, (one) => this.#numberOf(one), isAtBeginning);
    onwards.enter(step);
    return onwards;
  }

  #numberOf(step: Step): number {
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
  readonly #numberOf: (step: Step) => number;
  readonly #isAtBeginning: boolean;
  readonly #ways = new Map<string, Way>();
  ends = 0;
  endGap = 0;

  constructor(wants: WantList, numberOf: (step: Step) => number, isAtBeginning: boolean) {
    this.#wants = wants;
    this.#numberOf = numberOf;
    this.#isAtBeginning = isAtBeginning;
  }

  get ways(): Way[] {
    return [...this.#ways.values()];
  }

  /** Adds all ways in which a phrase goes on from a step. */
  enter(step: Step, gap = 0, isFirst = false): void {
    switch (step.kind) {
      case 'done':
        this.ends |= ENDS.here;
        break;
      case 'either':
        for (const way of step.ways) this.enter(way, gap, isFirst);
        break;
      case 'begin':
        if (this.#isAtBeginning) this.enter(step.next, gap, true);
        break;
      case 'end':
        if (!canEnd(step.next)) break;
        this.ends |= ENDS.withText;
        this.endGap = Math.max(this.endGap, gap);
        break;
      case 'gap':
        this.enter(step.next, gap + GAP, isFirst);
        break;
      default:
        this.#add(step, gap, isFirst);
    }
  }

  #add(step: Step, gap: number, isFirst: boolean): void {
    const name = `${this.#numberOf(step.next)} ${gap} ${isFirst}`;
    const want = this.#wants.numberOf(step);
    const way = this.#ways.get(name);
    if (way === undefined) this.#ways.set(name, { wants: new Set([want]), next: step.next, gap, isFirst });
    else way.wants.add(want);
  }
}

/** Can a phrase end without another word? */
function canEnd(step: Step): boolean {
  switch (step.kind) {
    case 'done':
      return true;
    case 'either':
      return step.ways.some(canEnd);
    case 'end':
    case 'gap':
      return canEnd(step.next);
    default:
      return false;
  }
}
