import { agrees, beginsLike } from '../text/forms.ts';
import type { Form } from '../text/forms.ts';
import type { Entries, Step } from './step.ts';

/** A phrase that has been read up to some word, and one way in which it can go on with the next. */
export interface Thread {
  /** The number of the phrase. */
  readonly phrase: number;
  /** Wants a word, the beginning of one, a number, or an entry of a list. */
  readonly step: Step;
  /** Inside an entry of a word list: what follows the list. */
  readonly rest: Step | undefined;
}

/** All that can have been read of any phrase when a text has been read from one of its words up to another. */
export interface State {
  /** The numbers of the phrases that end here. */
  readonly ended: readonly number[];
  /** Of those that end here if the text does. */
  readonly endedByText: readonly number[];
  /** Where phrases go on that have a gap here. */
  readonly gap: State | undefined;
  /** Where phrases go on with the next word. */
  readonly threads: readonly Thread[];
  /** Where there are many threads: what they want. */
  readonly wants: Wants | undefined;
  /** The states behind the words that texts have had here so far; nothing before the first. */
  behind: Map<Form, State> | undefined;
}

/** Nothing ends here, and nothing goes on: behind most words. */
export const NOTHING_READ: State = {
  ended: [],
  endedByText: [],
  gap: undefined,
  threads: [],
  wants: undefined,
  behind: undefined,
};

interface Wants {
  /** One thread or several; nearly always it is one, and there are very many. */
  readonly byKey: ReadonlyMap<string, Thread | readonly Thread[]>;
  readonly others: readonly Thread[];
  /** What the others may go on with: with any other word there is nothing behind. */
  readonly starts: ReadonlySet<string>;
  readonly lists: readonly Entries[];
  readonly number: boolean;
}

/**
 * The ways in which a phrase can begin.
 * @param isFirst at the beginning of the text
 */
export function beginningOf(phrase: number, first: Step, isFirst: boolean): readonly Thread[] {
  const begun = new Growing(isFirst);
  begun.enter(first, phrase);
  return begun.threads;
}

/** The state behind the first word of phrases, of which the beginnings are given. */
export function stateBehindFirst(threads: readonly Thread[], form: Form): State {
  const behind = new Growing();
  for (const thread of threads) behind.take(thread, form);
  return behind.state();
}

/** Does any phrase go on with this word? */
export function isWanted({ threads, wants }: State, form: Form): boolean {
  if (wants === undefined) return threads.some(({ step }) => mayTake(step, form));
  return (
    wants.byKey.has(form.key) ||
    (wants.number && form.isNumber) ||
    wants.starts.has(form.start) ||
    wants.lists.some((list) => list.byWord.has(form.key))
  );
}

function mayTake({ kind, word, entries }: Step, form: Form): boolean {
  if (kind === 'word') return word.key === form.key;
  if (kind === 'list') return entries.byWord.has(form.key);
  return kind === 'prefix' ? form.key.startsWith(word.key) : form.isNumber;
}

/** The state behind one more word. */
export function stateBehind({ threads, wants }: State, form: Form): State {
  const behind = new Growing();
  const wanting = wants === undefined ? threads : [wants.byKey.get(form.key) ?? [], wants.others].flat();
  for (const thread of wanting) behind.take(thread, form);
  return behind.state();
}

/** With so many threads it pays to sort them by what they want. */
const MANY = 6;

/** A state in the making. */
class Growing {
  readonly threads: Thread[] = [];
  readonly #isFirst: boolean;
  readonly #ended: number[] = [];
  readonly #endedByText: number[] = [];
  #gap: Growing | undefined;

  constructor(isFirst = false) {
    this.#isFirst = isFirst;
  }

  /** Adds what a thread comes to behind this word, if it goes on with it. */
  take({ phrase, step, rest }: Thread, form: Form): void {
    if (step.kind === 'list') {
      for (const entry of step.entries.byWord.get(form.key) ?? []) {
        const begun = new Growing();
        begun.enter(entry, phrase, step.next);
        for (const thread of begun.threads) this.take(thread, form);
      }
    } else if (fits(step, form)) this.enter(step.next, phrase, rest);
  }

  /** Adds all ways in which a phrase can go on from a step. */
  enter(step: Step, phrase: number, rest?: Step): void {
    switch (step.kind) {
      case 'done':
        if (rest === undefined) addOnce(this.#ended, phrase);
        else this.enter(rest, phrase);
        break;
      case 'either':
        for (const way of step.ways) this.enter(way, phrase, rest);
        break;
      case 'begin':
        if (this.#isFirst) this.enter(step.next, phrase, rest);
        break;
      case 'end':
        if (canEnd(step.next, rest)) addOnce(this.#endedByText, phrase);
        break;
      case 'gap':
        this.#gap ??= new Growing();
        this.#gap.enter(step.next, phrase, rest);
        break;
      case 'list':
        this.#add(threadOf(phrase, step, rest));
        for (const entry of step.entries.others) this.enter(entry, phrase, step.next);
        break;
      default:
        this.#add(threadOf(phrase, step, rest));
    }
  }

  /** Behind two entries of a list a phrase may go on in the same way; its threads are the last ones. */
  #add(thread: Thread): void {
    const { threads } = this;
    for (let at = threads.length - 1; threads[at]?.phrase === thread.phrase; at -= 1)
      if (threads[at]?.step === thread.step && threads[at]?.rest === thread.rest) return;
    threads.push(thread);
  }

  state(): State {
    const [ended, endedByText] = [this.#ended, this.#endedByText];
    const isEnd = ended.length === 0 && endedByText.length === 0;
    if (isEnd && this.#gap === undefined && this.threads.length === 0) return NOTHING_READ;
    return {
      ended: ended.length === 0 ? NOTHING_READ.ended : ended,
      endedByText: endedByText.length === 0 ? NOTHING_READ.endedByText : endedByText,
      gap: this.#gap?.state(),
      threads: this.threads,
      wants: this.threads.length < MANY ? undefined : wantsOf(this.threads),
      behind: undefined,
    };
  }
}

/** Outside of lists a step belongs to one phrase alone, and all states share its thread. */
function threadOf(phrase: number, step: Step, rest: Step | undefined): Thread {
  if (rest !== undefined) return { phrase, step, rest };
  return (step.thread ??= { phrase, step, rest });
}

function addOnce(phrases: number[], phrase: number): void {
  if (!phrases.includes(phrase)) phrases.push(phrase);
}

function fits({ kind, word }: Step, form: Form): boolean {
  if (kind === 'word') return agrees(form, word);
  return kind === 'prefix' ? beginsLike(form, word) : form.isNumber;
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

function wantsOf(threads: readonly Thread[]): Wants {
  const byKey = new Map<string, Thread | readonly Thread[]>();
  const others: Thread[] = [];
  const starts = new Set<string>();
  const lists = new Set<Entries>();
  let number = false;
  for (const thread of threads) {
    const { kind, word, entries } = thread.step;
    if (kind === 'word') {
      const known = byKey.get(word.key);
      byKey.set(word.key, known === undefined ? thread : [known, thread].flat());
    } else others.push(thread);
    if (kind === 'prefix') starts.add(word.start);
    if (kind === 'list') lists.add(entries);
    if (kind === 'number') number = true;
  }
  return { byKey, others, starts, lists: [...lists], number };
}
