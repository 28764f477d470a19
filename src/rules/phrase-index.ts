import { isNumber } from '../text/words.ts';
import type { Word } from '../text/words.ts';
import { NUMBER, anchorOf } from './anchor.ts';
import type { Frequency } from './anchor.ts';
import { beginningsOf, compilePhrase, matchAt, parsePhrase } from './notation.ts';
import type { Beginnings, Phrase, WordLists } from './notation.ts';
import type { Language } from './rule.ts';

/** A phrase of a rule file or word list, and whose it is. */
export interface OwnedPhrase<Owner> {
  readonly owner: Owner;
  readonly language: Language;
  readonly text: string;
}

/**
 * Phrases sorted by a word that a text must have to hold them, so that a text is compared with few of them. It is plain
 * data: made when the program is built, so that only the phrases that a text may hold are ever compiled.
 */
export interface PhraseIndexData<Owner> {
  readonly phrases: readonly OwnedPhrase<Owner>[];
  /** Numbers of phrases by the word, or the first letters of a word, that they cannot do without. */
  readonly byWord: Readonly<Record<string, readonly number[]>>;
  readonly byPrefix: Readonly<Record<string, readonly number[]>>;
  /** Phrases that may be found in any text. */
  readonly anywhere: readonly number[];
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
 * Sorts phrases by their rarest word.
 * @throws NotationError for a phrase that is not written in the notation
 */
export function indexPhrases<Owner>(
  phrases: readonly OwnedPhrase<Owner>[],
  lists: ListsByLanguage,
  frequency: Frequency,
): PhraseIndexData<Owner> {
  const byWord: Record<string, number[]> = {};
  const byPrefix: Record<string, number[]> = {};
  const anywhere: number[] = [];
  for (const [i, { text, language }] of phrases.entries()) {
    compilePhrase(text, lists[language]);
    const anchor = anchorOf(parsePhrase(text, lists[language]), frequency);
    if (anchor === undefined) {
      anywhere.push(i);
      continue;
    }
    for (const word of anchor.words) (byWord[word] ??= []).push(i);
    const starts = new Set([...anchor.prefixes].map((prefix) => prefix.slice(0, PREFIX)));
    for (const start of starts) (byPrefix[start] ??= []).push(i);
  }
  return { phrases, byWord, byPrefix, anywhere };
}

interface Compiled {
  readonly phrase: Phrase;
  readonly beginnings: Beginnings;
}

/** Makes an index ready to search with; a phrase is compiled when a text has the word that it cannot do without. */
export function openIndex<Owner>(data: PhraseIndexData<Owner>, lists: ListsByLanguage): PhraseIndex<Owner> {
  const byWord = new Map(Object.entries(data.byWord));
  const byPrefix = new Map(Object.entries(data.byPrefix));
  const compiled: Compiled[] = [];

  const compile = (i: number, { text, language }: OwnedPhrase<Owner>): Compiled => {
    const phrase = compilePhrase(text, lists[language]);
    return (compiled[i] = { phrase, beginnings: beginningsOf(phrase) });
  };

  return {
    find(words) {
      const hits: Hit<Owner>[] = [];
      for (const i of candidatesFor(words, byWord, byPrefix, data.anywhere)) {
        const owned = data.phrases[i];
        if (owned === undefined) continue;
        const { phrase, beginnings } = compiled[i] ?? compile(i, owned);
        for (let from = 0; from < words.length; from += 1) {
          const word = words[from];
          if (word === undefined || !mayBegin(beginnings, word)) continue;
          const to = matchAt(phrase, words, from);
          if (to > from) hits.push({ owner: owned.owner, from, to });
        }
      }
      return hits.sort((a, b) => a.from - b.from);
    },
  };
}

/** The numbers of all phrases whose rarest word is in the text. */
function candidatesFor(
  words: readonly Word[],
  byWord: ReadonlyMap<string, readonly number[]>,
  byPrefix: ReadonlyMap<string, readonly number[]>,
  anywhere: readonly number[],
): Set<number> {
  const candidates = new Set(anywhere);
  const addAll = (numbers: readonly number[] | undefined): void => {
    if (numbers !== undefined) for (const i of numbers) candidates.add(i);
  };
  for (const word of words) {
    addAll(byWord.get(word.key));
    addAll(byPrefix.get(word.key.slice(0, PREFIX)));
    if (isNumber(word)) addAll(byWord.get(NUMBER));
  }
  return candidates;
}

function mayBegin({ words, prefixes, number, anything }: Beginnings, word: Word): boolean {
  if (anything || words.has(word.key) || (number && isNumber(word))) return true;
  for (const prefix of prefixes) if (word.key.startsWith(prefix)) return true;
  return false;
}
