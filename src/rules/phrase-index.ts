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
const NOWHERE: readonly number[] = [];

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

/** Where a text has each of its different words, in the order in which it has them first. */
type Places = ReadonlyMap<string, readonly number[]>;

/** Makes an index ready to search with; a phrase is compiled when a text has the word that it cannot do without. */
export function openIndex<Owner>(data: PhraseIndexData<Owner>, lists: ListsByLanguage): PhraseIndex<Owner> {
  const candidatesFor = openAnchors(data);
  const compiled: Compiled[] = [];

  const compile = (i: number, { text, language }: OwnedPhrase<Owner>): Compiled => {
    const phrase = compilePhrase(text, lists[language]);
    return (compiled[i] = { phrase, beginnings: beginningsOf(phrase) });
  };

  return {
    find(words) {
      const hits: Hit<Owner>[] = [];
      const places = placesOf(words);
      for (const i of candidatesFor(places)) {
        const owned = data.phrases[i];
        if (owned === undefined) continue;
        const { phrase, beginnings } = compiled[i] ?? compile(i, owned);
        for (const from of startsOf(beginnings, places)) {
          const to = matchAt(phrase, words, from);
          if (to > from) hits.push({ owner: owned.owner, from, to });
        }
      }
      return hits.sort((a, b) => a.from - b.from);
    },
  };
}

/** Finds the numbers of all phrases whose rarest word is in a text, each once. */
function openAnchors<Owner>(data: PhraseIndexData<Owner>): (places: Places) => number[] {
  const byWord = new Map(Object.entries(data.byWord));
  const byPrefix = new Map(Object.entries(data.byPrefix));
  // The text for which a phrase was last taken: cheaper than a set for each text.
  const takenFor = new Uint32Array(data.phrases.length);
  let textNumber = 0;

  return (places) => {
    const candidates: number[] = [];
    textNumber += 1;
    const take = (phrases: readonly number[] | undefined): void => {
      if (phrases === undefined) return;
      for (const i of phrases) {
        if (takenFor[i] === textNumber) continue;
        takenFor[i] = textNumber;
        candidates.push(i);
      }
    };
    take(data.anywhere);
    for (const word of places.keys()) {
      take(byWord.get(word));
      take(byPrefix.get(word.slice(0, PREFIX)));
      if (isNumber({ key: word })) take(byWord.get(NUMBER));
    }
    return candidates;
  };
}

function placesOf(words: readonly Word[]): Places {
  const places = new Map<string, number[]>();
  for (const [at, { key }] of words.entries()) {
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  }
  return places;
}

/** Where a phrase that begins so may begin in a text: its words are looked up in the text, or the text's in them. */
function startsOf(beginnings: Beginnings, places: Places): number[] {
  const starts: number[] = [];
  const { words, prefixes, number, anything } = beginnings;
  if (prefixes.size === 0 && !number && !anything && words.size <= places.size) {
    for (const word of words) for (const at of places.get(word) ?? NOWHERE) starts.push(at);
  } else {
    for (const [word, all] of places) if (mayBegin(beginnings, word)) for (const at of all) starts.push(at);
  }
  return starts;
}

function mayBegin({ words, prefixes, number, anything }: Beginnings, word: string): boolean {
  if (anything || words.has(word) || (number && isNumber({ key: word }))) return true;
  for (const prefix of prefixes) if (word.startsWith(prefix)) return true;
  return false;
}
