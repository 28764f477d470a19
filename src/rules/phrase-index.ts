import { isNumber } from '../text/words.ts';
import type { Word } from '../text/words.ts';
import { NUMBER, addBeginnings, beginningsOf, nothing, secondsOf } from './beginnings.ts';
import { narrow } from './narrow.ts';
import { addTo, GAP, compilePhrase, followFrom } from './phrase.ts';
import type { WordLists } from './notation.ts';
import type { Language } from './rule.ts';
import type { Step } from './step.ts';

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

/** A phrase as it is tried in a text, with the ways left out that cannot lead on there. */
interface Candidate<Owner> {
  readonly owner: Owner;
  readonly first: Step;
}

/** The phrases that begin with one word, sorted by what can follow it. */
interface Begun<Owner> {
  /** Those to try before a word that no phrase goes on with: those of one word, and those that may go on with anything. */
  readonly open: readonly Candidate<Owner>[];
  /** The same with those that go on with a certain word; made when a text has it there. */
  bySecond(word: string): readonly Candidate<Owner>[];
  /** Those that can go on a few words further on, sorted by what they can go on with. */
  readonly byLater: ReadonlyMap<string, readonly Candidate<Owner>[]>;
}

/** Makes an index ready to search with; a phrase is compiled when a text first has a word that it can begin with. */
export function openIndex<Owner>(data: PhraseIndexData<Owner>, lists: ListsByLanguage): PhraseIndex<Owner> {
  const byWord = new Map(Object.entries(data.byWord));
  const byPrefix = new Map(Object.entries(data.byPrefix));
  const compiled: (Candidate<Owner> | undefined)[] = [];
  const known = new Map<string, Begun<Owner>>();

  const compile = (i: number): Candidate<Owner> | undefined => {
    const owned = data.phrases[i];
    if (compiled[i] === undefined && owned !== undefined) {
      const { owner, text, language } = owned;
      compiled[i] = { owner, first: compilePhrase(text, lists[language]).first };
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
      for (let from = 0; from < words.length; from += 1) {
        const begun = begunBy(words[from]?.key ?? '');
        if (begun === undefined) continue;
        const second = words[from + 1];
        addHits(hits, words, from, second === undefined ? begun.open : begun.bySecond(second.key));
        if (begun.byLater.size > 0) addHits(hits, words, from, goingOnLater(begun, words, from));
      }
      return hits;
    },
  };
}

function addHits<Owner>(
  hits: Hit<Owner>[],
  words: readonly Word[],
  from: number,
  candidates: readonly Candidate<Owner>[],
): void {
  for (const { owner, first } of candidates) {
    if (first.kind === 'begin' && from > 0) continue;
    const to = followFrom(first, words, from);
    if (to > from) hits.push({ owner, from, to });
  }
}

/** The phrases, each once, behind whose first word one of the next few words can stand. */
function goingOnLater<Owner>(
  { byLater }: Begun<Owner>,
  words: readonly Word[],
  from: number,
): readonly Candidate<Owner>[] {
  const found: Candidate<Owner>[] = [];
  for (let at = from + 1; at <= from + GAP + 1 && at < words.length; at += 1)
    for (const one of byLater.get(words[at]?.key ?? '') ?? []) if (!found.includes(one)) found.push(one);
  return found;
}

/** @param first the word that the phrases begin with */
function sortBySecond<Owner>(phrases: readonly Candidate<Owner>[], first: string): Begun<Owner> {
  const byWord = new Map<string, Candidate<Owner>[]>();
  const byLater = new Map<string, Candidate<Owner>[]>();
  const open: Candidate<Owner>[] = [];
  /** Those that do not go on with certain words alone, and all words and beginnings of words that they can go on with. */
  const others: Candidate<Owner>[] = [];
  const othersGoOn = nothing();
  for (const one of phrases.flatMap((phrase) => narrowed(phrase, [first]))) {
    const seconds = secondsOf(one.first, first);
    const { words, later, prefixes, number, anything } = seconds;
    if (prefixes.size > 0 || number || anything) {
      others.push(one);
      addBeginnings(othersGoOn, seconds);
      if (anything || later.size > 0) open.push(one);
      continue;
    }
    const sorted = later.size === 0 ? byWord : byLater;
    for (const word of new Set([...words, ...later])) addTo(sorted, word, one);
  }
  const starts = new Set([...othersGoOn.prefixes].map((prefix) => prefix.slice(0, PREFIX)));
  const narrowedFor = (word: string): readonly Candidate<Owner>[] =>
    [...others, ...(byWord.get(word) ?? [])].flatMap((one) => narrowed(one, [first, word]));
  /** Of all words that some phrase goes on with; empty until a text has the word there. */
  const known = new Map<string, { candidates?: readonly Candidate<Owner>[] }>();
  for (const word of [...byWord.keys(), ...othersGoOn.words]) known.set(word, {});

  const bySecond = (word: string): readonly Candidate<Owner>[] => {
    let second = known.get(word);
    if (second === undefined) {
      if (starts.size === 0 || !starts.has(word.slice(0, PREFIX))) {
        if (!othersGoOn.number || !isNumber({ key: word })) return open;
        return (numbers ??= narrowedFor(NUMBER));
      }
      second = {};
      known.set(word, second);
    }
    return (second.candidates ??= narrowedFor(word));
  };
  let numbers: readonly Candidate<Owner>[] | undefined;
  return { open, bySecond, byLater };
}

/** The same phrase for a text that has these words there; nothing where it cannot match. */
function narrowed<Owner>({ owner, first }: Candidate<Owner>, words: readonly string[]): Candidate<Owner>[] {
  const left = narrow(first, words);
  return left === undefined ? [] : [{ owner, first: left }];
}
