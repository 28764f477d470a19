import { formFrom } from '../text/forms.ts';
import type { Form } from '../text/forms.ts';

/** What a step wants: a word, the beginning of one, a number, up to four words of anything, an entry of a list, a way. */
type Kind = 'done' | 'word' | 'prefix' | 'number' | 'gap' | 'begin' | 'end' | 'list' | 'either';

/** What steps of some kinds have besides what follows. */
interface Wanted {
  /** Of `word` and `prefix`. */
  readonly word?: Form;
  /** Of `list`: its entries, which are compiled once for all phrases. */
  readonly entries?: readonly Step[];
  /** Of `either`. */
  readonly ways?: readonly Step[];
}

/** A step of a compiled phrase. */
export class Step implements Required<Wanted> {
  readonly kind: Kind;
  /** What must follow. Each of several ways says so itself, and behind `done` there is nothing. */
  readonly next: Step;
  readonly word: Form;
  readonly entries: readonly Step[];
  readonly ways: readonly Step[];

  constructor(kind: Kind, next?: Step, { word = NO_WORD, entries = NO_STEPS, ways = NO_STEPS }: Wanted = {}) {
    this.kind = kind;
    this.next = next ?? this;
    this.word = word;
    this.entries = entries;
    this.ways = ways;
  }
}

const NO_WORD = formFrom('', '', 0);
const NO_STEPS: readonly Step[] = [];
