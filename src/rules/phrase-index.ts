import { isNumber } from '../text/words.ts';
import type { Word } from '../text/words.ts';
import { beginningsOf, compilePhrase, matchAt } from './notation.ts';
import type { Phrase, WordLists } from './notation.ts';
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
  /** Numbers of phrases by the word, or the first letters of a word, that they begin with. */
  readonly byWord: Readonly<Record<string, readonly number[]>>;
  readonly byPrefix: Readonly<Record<string, readonly number[]>>;
  readonly byNumber: readonly number[];
  readonly anywhere: readonly number[];
}

/** A phrase found in a text: words `from` up to, not including, `to`. */
export interface Hit<Owner> {
  readonly owner: Owner;
  readonly from: number;
  readonly to: number;
}

/** Finds many phrases in one pass over the words of a text. */
export interface PhraseIndex<Owner> {
  /** All hits in the order of the text; of one phrase at one place the first way of reading it. */
  find(words: readonly Word[]): Hit<Owner>[];
}

/** Word lists by the language whose phrases name them. */
export type ListsByLanguage = Readonly<Record<Language, WordLists>>;

const PREFIX = 3;

/**
 * Sorts phrases by their beginnings.
 * @throws NotationError for a phrase that is not written in the notation
 */
export function indexPhrases<Owner>(
  phrases: readonly OwnedPhrase<Owner>[],
  lists: ListsByLanguage,
): PhraseIndexData<Owner> {
  const byWord: Record<string, number[]> = {};
  const byPrefix: Record<string, number[]> = {};
  const byNumber: number[] = [];
  const anywhere: number[] = [];
  for (const [i, { text, language }] of phrases.entries()) {
    const { words, prefixes, number, anything } = beginningsOf(compilePhrase(text, lists[language]));
    if (anything) {
      anywhere.push(i);
      continue;
    }
    for (const word of words) (byWord[word] ??= []).push(i);
    for (const start of new Set([...prefixes].map((prefix) => prefix.slice(0, PREFIX))))
      (byPrefix[start] ??= []).push(i);
    if (number) byNumber.push(i);
  }
  return { phrases, byWord, byPrefix, byNumber, anywhere };
}

/** Makes an index ready to search with; a phrase is compiled when a text has a word that it may begin with. */
export function openIndex<Owner>(data: PhraseIndexData<Owner>, lists: ListsByLanguage): PhraseIndex<Owner> {
  const { phrases, byNumber, anywhere } = data;
  const byWord = new Map(Object.entries(data.byWord));
  const byPrefix = new Map(Object.entries(data.byPrefix));
  const compiled: Phrase[] = [];
  return {
    find(words) {
      const hits: Hit<Owner>[] = [];
      const tryAll = (candidates: readonly number[] | undefined, from: number): void => {
        for (const i of candidates ?? []) {
          const phrase = phrases[i];
          if (phrase === undefined) continue;
          const to = matchAt(
            (compiled[i] ??= compilePhrase(phrase.text, lists[phrase.language])),
            words,
            from,
          );
          if (to > from) hits.push({ owner: phrase.owner, from, to });
        }
      };
      for (const [at, word] of words.entries()) {
        tryAll(byWord.get(word.key), at);
        tryAll(byPrefix.get(word.key.slice(0, PREFIX)), at);
        if (byNumber.length > 0 && isNumber(word)) tryAll(byNumber, at);
        tryAll(anywhere, at);
      }
      return hits;
    },
  };
}
