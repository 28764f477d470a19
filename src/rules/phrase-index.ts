import { startOf } from '../text/forms.ts';
import type { Form } from '../text/forms.ts';
import { wordsOf } from '../text/words.ts';
import type { Word } from '../text/words.ts';
import { NOTHING_READ, beginningOf, isWanted, stateBehind, stateBehindFirst } from './automaton.ts';
import type { State, Thread } from './automaton.ts';
import { beginningsOf } from './beginnings.ts';
import { GAP, compilePhrase } from './phrase.ts';
import type { WordLists } from './notation.ts';
import { LANGUAGES } from './rule.ts';
import type { Language } from './rule.ts';

/** A phrase of a rule file or word list, and whose it is. */
export interface OwnedPhrase<Owner> {
  readonly owner: Owner;
  readonly language: Language;
  readonly text: string;
}

/**
 * Phrases sorted by the words that they can begin with, so that a text is compared with few of them. It is plain data:
 * made when the program is built, so that only the phrases that a text may hold are ever compiled.
 */
export interface PhraseIndexData<Owner> {
  readonly phrases: readonly OwnedPhrase<Owner>[];
  /** Numbers of phrases by the word, or the first letters of a word, that they can begin with; `#` is any number. */
  readonly byWord: Readonly<Record<string, readonly number[]>>;
  readonly byStart: Readonly<Record<string, readonly number[]>>;
  /** The words with figures that phrases and lists name themselves, or beginnings of words. */
  readonly numbers: readonly string[];
}

/** A phrase found in a text: words `from` up to, not including, `to`. */
export interface Hit<Owner> {
  readonly owner: Owner;
  readonly from: number;
  readonly to: number;
}

/** Finds many phrases in the words of a text. */
export interface PhraseIndex<Owner> {
  /** All hits in the order of the text; of one phrase at one place the way of reading it with the fewest words passed
   * over, and of those the longest. */
  find(words: readonly Word[]): Hit<Owner>[];
}

/** Word lists by the language whose phrases name them. */
export type ListsByLanguage = Readonly<Record<Language, WordLists>>;

/** Stands for any number in figures where phrases are sorted. */
const NUMBER = '#';
/** So many states are kept; an endless stream has more, and then all are made again. */
const MOST_KEPT = 1 << 17;

/**
 * Sorts phrases by the words that they can begin with.
 * @throws NotationError for a phrase that is not written in the notation
 */
export function indexPhrases<Owner>(
  phrases: readonly OwnedPhrase<Owner>[],
  lists: ListsByLanguage,
): PhraseIndexData<Owner> {
  const byWord: Record<string, number[]> = {};
  const byStart: Record<string, number[]> = {};
  for (const [i, { text, language }] of phrases.entries()) {
    const { words, prefixes, number } = beginningsOf(compilePhrase(text, lists[language]).first);
    for (const word of words) (byWord[word] ??= []).push(i);
    if (number) (byWord[NUMBER] ??= []).push(i);
    const starts = new Set([...prefixes].map((prefix) => startOf(prefix)));
    for (const start of starts) (byStart[start] ??= []).push(i);
  }
  return { phrases, byWord, byStart, numbers: namedNumbers(phrases, lists) };
}

/** The ways in which a phrase can begin, at the beginning of a text and elsewhere. */
interface Compiled {
  readonly first: readonly Thread[];
  readonly later: readonly Thread[];
}

/** Is what no phrase can name. */
const ANY_NUMBER: Form = { key: NUMBER, start: NUMBER, shapes: '', tone: 0, isNumber: true };
const NONE: readonly number[] = [];
const NO_PHRASE: Compiled = { first: [], later: [] };

/**
 * Makes an index ready to search with. It is an automaton that is made while it is used: a phrase is compiled when a text
 * first has a word that it can begin with, and what lies behind a word when a text first has the word there.
 */
export function openIndex<Owner>(data: PhraseIndexData<Owner>, lists: ListsByLanguage): PhraseIndex<Owner> {
  const byWord = new Map(Object.entries(data.byWord));
  const byStart = new Map(Object.entries(data.byStart));
  const compiled: (Compiled | undefined)[] = [];
  /** The states behind the first word of a text, and behind any other word that a phrase may begin with. */
  const behindFirst = new Map<Form, State>();
  const behindLater = new Map<Form, State>();
  let kept = 0;

  const keep = (states: Map<Form, State>, form: Form, state: State): State => {
    kept += 1;
    if (kept > MOST_KEPT) {
      behindFirst.clear();
      behindLater.clear();
      kept = 0;
    }
    states.set(form, state);
    return state;
  };

  const compile = (phrase: number): Compiled => {
    const owned = data.phrases[phrase];
    if (owned === undefined) return NO_PHRASE;
    const step = compilePhrase(owned.text, lists[owned.language]).first;
    const later = beginningOf(phrase, step, false);
    const first = beginningOf(phrase, step, true);
    // Nearly all phrases begin in the same way everywhere.
    return { later, first: first.length === later.length ? later : first };
  };

  /** Numbers that no phrase names are all the same: texts have ever new ones. */
  const named = new Set([...data.numbers, ...data.numbers.map(startOf)]);
  const isNamed = ({ key, start }: Form): boolean => named.has(key) || named.has(start);
  const sameAs = (form: Form): Form => (form.isNumber && !isNamed(form) ? ANY_NUMBER : form);

  const begin = (form: Form, isFirst: boolean): State => {
    const states = isFirst ? behindFirst : behindLater;
    const known = states.get(form);
    if (known !== undefined) return known;
    const begun = phrasesFor(form).map((phrase) => (compiled[phrase] ??= compile(phrase)));
    const isSame = begun.every((phrase) => phrase.first === phrase.later);
    if (isFirst && isSame) return keep(behindFirst, form, begin(form, false));
    const threads = begun.flatMap((phrase) => (isFirst ? phrase.first : phrase.later));
    return keep(states, form, stateBehindFirst(threads, form));
  };

  /** The phrases that may begin with a word, each once. */
  const phrasesFor = (form: Form): readonly number[] => {
    const numbers = (form.isNumber ? byWord.get(NUMBER) : undefined) ?? NONE;
    const found = [byWord.get(form.key) ?? NONE, byStart.get(form.start) ?? NONE, numbers];
    const [only, ...others] = found.filter((list) => list.length > 0);
    return others.length === 0 ? (only ?? NONE) : [...new Set(found.flat())];
  };

  const goOn = (state: State, typed: Form): State | undefined => {
    const form = sameAs(typed);
    if (!isWanted(state, form)) return undefined;
    state.behind ??= new Map();
    return state.behind.get(form) ?? keep(state.behind, form, stateBehind(state, form));
  };

  return {
    find(words) {
      const hits: Hit<Owner>[] = [];
      for (let from = 0; from < words.length; from += 1) {
        const word = words[from];
        const begun = word && begin(sameAs(word.form), from === 0);
        if (begun === undefined || begun === NOTHING_READ) continue;
        const readings = new Readings(words, from, goOn);
        readings.follow(begun, from + 1, 0);
        for (const { phrase, to } of readings.best) {
          const owned = data.phrases[phrase];
          if (owned !== undefined) hits.push({ owner: owned.owner, from, to });
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

/** Each once; a number in figures is among them where it is written out. */
function namedNumbers(phrases: readonly OwnedPhrase<unknown>[], lists: ListsByLanguage): string[] {
  const entries = LANGUAGES.flatMap((language) => Object.values(lists[language]).flat());
  const texts = [...phrases.map(({ text }) => text), ...entries].filter((text) => /\d/.test(text));
  return [...new Set(texts.flatMap((text) => wordsOf(text).map(({ key }) => key)))];
}

/** The phrases that begin with one word of a text, each read in the best way. */
class Readings {
  readonly best: { phrase: number; to: number; passed: number }[] = [];
  readonly #words: readonly Word[];
  readonly #sentence: number | undefined;
  readonly #goOn: (state: State, form: Form) => State | undefined;

  constructor(words: readonly Word[], from: number, goOn: (state: State, form: Form) => State | undefined) {
    this.#words = words;
    this.#sentence = words[from]?.sentence;
    this.#goOn = goOn;
  }

  /**
   * Reads on.
   * @param start the word that comes next
   * @param passed how many words have been passed over in gaps
   */
  follow(begun: State, start: number, passed: number): void {
    let state: State | undefined = begun;
    for (let at = start; state !== undefined; at += 1) {
      for (const phrase of state.ended) this.#note(phrase, at, passed);
      if (at === this.#words.length) for (const phrase of state.endedByText) this.#note(phrase, at, passed);
      if (state.gap !== undefined) this.#passOver(state.gap, at, passed);
      const word: Word | undefined = this.#words[at];
      if (word === undefined || word.sentence !== this.#sentence) return;
      state = this.#goOn(state, word.form);
    }
  }

  /** Goes on behind up to so many words of anything. */
  #passOver(gap: State, start: number, passed: number): void {
    for (const phrase of gap.ended) this.#note(phrase, start, passed);
    for (let skip = 0; skip <= GAP; skip += 1) {
      const at = start + skip;
      if (at === this.#words.length)
        for (const phrase of gap.endedByText) this.#note(phrase, at, passed + skip);
      if (gap.gap !== undefined) this.#passOver(gap.gap, at, passed + skip);
      const word = this.#words[at];
      if (word === undefined || word.sentence !== this.#sentence) return;
      const behind = this.#goOn(gap, word.form);
      if (behind !== undefined) this.follow(behind, at + 1, passed + skip);
    }
  }

  #note(phrase: number, to: number, passed: number): void {
    const known = this.best.find((one) => one.phrase === phrase);
    if (known === undefined) this.best.push({ phrase, to, passed });
    else if (passed < known.passed || (passed === known.passed && to > known.to)) {
      known.to = to;
      known.passed = passed;
    }
  }
}
