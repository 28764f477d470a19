import { formFrom } from '../text/forms.ts';
import type { Form } from '../text/forms.ts';
import type { Thread } from './automaton.ts';

/** What a step wants: a word, the beginning of one, a number, up to four words of anything, an entry of a list, a way. */
type Kind = 'done' | 'word' | 'prefix' | 'number' | 'gap' | 'begin' | 'end' | 'list' | 'either';

/** The entries of a word list, sorted by the words that they begin with; they are compiled once for all phrases. */
export interface Entries {
  readonly byWord: ReadonlyMap<string, readonly Step[]>;
  readonly others: readonly Step[];
}

/** What steps of some kinds have besides what follows. */
interface Wanted {
  /** Of `word` and `prefix`. */
  readonly word?: Form;
  /** Of `list`. */
  readonly entries?: Entries;
  /** Of `either`. */
  readonly ways?: readonly Step[];
}

/**
 * A step of a compiled phrase. Steps of all kinds have all fields: a text is compared with hundreds of them, and a field
 * that always has the same place is read several times as fast.
 */
export class Step implements Required<Wanted> {
  readonly kind: Kind;
  /** What must follow. Each of several ways says so itself, and behind `done` there is nothing. */
  readonly next: Step;
  readonly word: Form;
  readonly entries: Entries;
  readonly ways: readonly Step[];
  /** Kept for the automaton. */
  thread: Thread | undefined;

  constructor(
    kind: Kind,
    next?: Step,
    { word = NO_WORD, entries = NO_ENTRIES, ways = NO_WAYS }: Wanted = {},
  ) {
    this.kind = kind;
    this.next = next ?? this;
    this.word = word;
    this.entries = entries;
    this.ways = ways;
    this.thread = undefined;
  }
}

const NO_WORD = formFrom('', '', 0);
const NO_WAYS: readonly Step[] = [];
const NO_ENTRIES: Entries = { byWord: new Map(), others: NO_WAYS };
