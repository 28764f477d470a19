import { isNumber } from '../text/words.ts';
import type { Word } from '../text/words.ts';
import { NUMBER, beginningsOf, secondsOf } from './beginnings.ts';
import { GAP, compilePhrase, matchAt } from './phrase.ts';
import type { Phrase } from './phrase.ts';
import type { WordLists } from './notation.ts';
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
  readonly byPrefix: Readonly<Record<string, readonly number[]>>;
}

/** A phrase found in a text: words `from` up to, not including, `to`. */
export interface Hit<Owner> {
  readonly owner: Owner;
  readonly from: number;
  readonly to: number;
}

/** Finds many phrases in the words of a text. */
export interface PhraseIndex<Owner> {
  /** All hits in the order of the text; of one phrase at one place the first way of reading it. */
  find(words: readonly Word[]): Hit<Owner>[];
}

/** Word lists by the language whose phrases name them. */
export type ListsByLanguage = Readonly<Record<Language, WordLists>>;

const PREFIX = 3;

/**
 * Sorts phrases by the words that they can begin with.
 * @throws NotationError for a phrase that is not written in the notation
 */
export function indexPhrases<Owner>(
  phrases: readonly OwnedPhrase<Owner>[],
  lists: ListsByLanguage,
): PhraseIndexData<Owner> {
  const byWord: Record<string, number[]> = {};
  const byPrefix: Record<string, number[]> = {};
  for (const [i, { text, language }] of phrases.entries()) {
    const { words, prefixes, number } = beginningsOf(compilePhrase(text, lists[language]).first);
    for (const word of words) (byWord[word] ??= []).push(i);
    if (number) (byWord[NUMBER] ??= []).push(i);
    const starts = new Set([...prefixes].map((prefix) => prefix.slice(0, PREFIX)));
    for (const start of starts) (byPrefix[start] ??= []).push(i);
  }
  return { phrases, byWord, byPrefix };
}

interface Compiled<Owner> {
  readonly owner: Owner;
  readonly phrase: Phrase;
}

/** The phrases that begin with one word, sorted by what can follow it. */
interface Begun<Owner> {
  readonly bySecond: ReadonlyMap<string, readonly Compiled<Owner>[]>;
  /** Those that can go on a few words further on, sorted by what they can go on with. */
  readonly byLater: ReadonlyMap<string, readonly Compiled<Owner>[]>;
  /** Those of one word, and those behind whose first word not just certain words can stand. */
  readonly open: readonly Compiled<Owner>[];
}

/** Makes an index ready to search with; a phrase is compiled when a text first has a word that it can begin with. */
export function openIndex<Owner>(data: PhraseIndexData<Owner>, lists: ListsByLanguage): PhraseIndex<Owner> {
  const byWord = new Map(Object.entries(data.byWord));
  const byPrefix = new Map(Object.entries(data.byPrefix));
  const compiled: (Compiled<Owner> | undefined)[] = [];
  const known = new Map<string, Begun<Owner>>();

  const compile = (i: number): Compiled<Owner> | undefined => {
    const owned = data.phrases[i];
    if (compiled[i] === undefined && owned !== undefined) {
      const { owner, text, language } = owned;
      compiled[i] = { owner, phrase: compilePhrase(text, lists[language]) };
    }
    return compiled[i];
  };

  /** The phrases that can begin with a word; of words that begin none nothing is kept, as a long stream has many. */
  const begunBy = (word: string): Begun<Owner> | undefined => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const withWord = byWord.get(word);
    const withPrefix = byPrefix.get(word.slice(0, PREFIX));
    if (withWord === undefined && withPrefix === undefined)
      return word !== NUMBER && isNumber({ key: word }) ? begunBy(NUMBER) : undefined;
    const numbers = new Set([...(withWord ?? []), ...(withPrefix ?? [])]);
    if (isNumber({ key: word })) for (const i of byWord.get(NUMBER) ?? []) numbers.add(i);
    const begun = sortBySecond(
      [...numbers].flatMap((i) => compile(i) ?? []),
      word,
    );
    known.set(word, begun);
    return begun;
  };

  return {
    find(words) {
      const hits: Hit<Owner>[] = [];
      const tryAt = (from: number, phrases: Iterable<Compiled<Owner>> | undefined): void => {
        if (phrases === undefined) return;
        for (const { owner, phrase } of phrases) {
          const to = matchAt(phrase, words, from);
          if (to > from) hits.push({ owner, from, to });
        }
      };
      for (let from = 0; from < words.length; from += 1) {
        const begun = begunBy(words[from]?.key ?? '');
        if (begun === undefined) continue;
        tryAt(from, begun.open);
        if (begun.bySecond.size > 0) tryAt(from, begun.bySecond.get(words[from + 1]?.key ?? ''));
        if (begun.byLater.size > 0) tryAt(from, goingOnLater(begun, words, from));
      }
      return hits;
    },
  };
}

/** The phrases, each once, behind whose first word one of the next few words can stand. */
function goingOnLater<Owner>(
  { byLater }: Begun<Owner>,
  words: readonly Word[],
  from: number,
): Iterable<Compiled<Owner>> {
  const found = new Set<Compiled<Owner>>();
  for (let at = from + 1; at <= from + GAP + 1; at += 1)
    for (const one of byLater.get(words[at]?.key ?? '') ?? []) found.add(one);
  return found;
}

function sortBySecond<Owner>(phrases: readonly Compiled<Owner>[], first: string): Begun<Owner> {
  const bySecond = new Map<string, Compiled<Owner>[]>();
  const byLater = new Map<string, Compiled<Owner>[]>();
  const open: Compiled<Owner>[] = [];
  for (const one of phrases) {
    const { words, later, prefixes, number, anything } = secondsOf(one.phrase.first, first);
    if (prefixes.size > 0 || number || anything) {
      open.push(one);
      continue;
    }
    const sorted = later.size === 0 ? bySecond : byLater;
    for (const word of new Set([...words, ...later])) addTo(sorted, word, one);
  }
  return { bySecond, byLater, open };
}

function addTo<T>(map: Map<string, T[]>, word: string, one: T): void {
  const known = map.get(word);
  if (known === undefined) map.set(word, [one]);
  else known.push(one);
}
