import { agrees, beginsLike, isNumber, wordsOf } from '../text/words.ts';
import type { Word } from '../text/words.ts';

/** Word lists that a phrase may name as `<list>`, each a list of phrases. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** How many words of anything `...` may stand for. */
const GAP = 4;
/** With so many ways that begin with a word it pays to look the word up. */
const MANY_WAYS = 3;
const NO_WAYS: readonly never[] = [];

type Folded = Pick<Word, 'key' | 'shapes' | 'tone'>;

/** A phrase as it is written: its parts one after the other. */
export type Part =
  | { readonly kind: 'word' | 'prefix'; readonly word: Folded }
  | { readonly kind: 'number' | 'gap' | 'begin' | 'end' }
  | { readonly kind: 'list'; readonly entries: Entries }
  | { readonly kind: 'choice'; readonly ways: readonly (readonly Part[])[] };

/** A step of a compiled phrase; `next` is what must follow. */
type Step =
  | { readonly kind: 'done' }
  | { readonly kind: 'word' | 'prefix'; readonly word: Folded; readonly next: Step }
  | { readonly kind: 'number' | 'gap' | 'begin' | 'end'; readonly next: Step }
  | { readonly kind: 'list'; readonly entries: Entries; readonly next: Step }
  | { readonly kind: 'either'; readonly ways: readonly Step[] }
  | { readonly kind: 'byWord'; readonly ways: ReadonlyMap<string, readonly Step[]> };

type ListStep = Extract<Step, { kind: 'list' }>;
type WordStep = Extract<Step, { kind: 'word' | 'prefix' }>;

/** The entries of a word list, sorted by the words that they begin with; they are compiled once for all phrases. */
export interface Entries {
  readonly phrases: readonly (readonly Part[])[];
  readonly byWord: ReadonlyMap<string, readonly Step[]>;
  readonly others: readonly Step[];
}

/** A phrase made ready for matching. */
export interface Phrase {
  readonly source: string;
  readonly first: Step;
}

/** What a text must begin with where a phrase is to match: whole words, beginnings of words, or anything. */
export interface Beginnings {
  readonly words: Set<string>;
  readonly prefixes: Set<string>;
  number: boolean;
  anything: boolean;
}

/** A phrase that is not written in the notation. The message says what is wrong with it. */
export class NotationError extends Error {
  override name = 'NotationError';
}

/**
 * Compiles a phrase of a rule file; the notation is described in data/README.md.
 * @throws NotationError when a bracket is left open, a list is unknown, or nothing is left to match
 */
export function compilePhrase(source: string, lists: WordLists = {}): Phrase {
  const first = link(parsePhrase(source, lists), { kind: 'done' });
  if (first.kind === 'done') throw new NotationError(`“${source}” has no words`);
  if (matchesNothing(first)) throw new NotationError(`“${source}” would match without any word`);
  return { source, first };
}

/** Where the phrase ends when it is tried at word `at`: the index behind its last word, or -1 where it does not match. */
export function matchAt(phrase: Phrase, words: readonly Word[], at: number): number {
  return follow(phrase.first, words, at, words[at]?.sentence ?? -1);
}

/** What the phrase can begin with, for an index. */
export function beginningsOf(phrase: Phrase): Beginnings {
  const found: Beginnings = { words: new Set(), prefixes: new Set(), number: false, anything: false };
  collectBeginnings(phrase.first, found);
  return found;
}

function follow(first: Step, words: readonly Word[], start: number, sentence: number): number {
  let step = first;
  let at = start;
  for (;;) {
    switch (step.kind) {
      case 'done':
        return at;
      case 'either':
        return followOneOf(step.ways, words, at, sentence);
      case 'byWord':
        return followOneOf(step.ways.get(words[at]?.key ?? '') ?? NO_WAYS, words, at, sentence);
      case 'list':
        return followList(step, words, at, sentence);
      case 'gap':
        return followGap(step.next, words, at, sentence);
      case 'begin':
        if (at !== 0) return -1;
        break;
      case 'end':
        if (at !== words.length) return -1;
        break;
      default: {
        const word = words[at];
        if (word === undefined || word.sentence !== sentence || !fits(step, word)) return -1;
        at += 1;
      }
    }
    step = step.next;
  }
}

function followOneOf(ways: readonly Step[], words: readonly Word[], at: number, sentence: number): number {
  for (const way of ways) {
    const end = follow(way, words, at, sentence);
    if (end >= 0) return end;
  }
  return -1;
}

function followGap(next: Step, words: readonly Word[], at: number, sentence: number): number {
  for (let skip = 0; skip <= GAP; skip += 1) {
    const end = follow(next, words, at + skip, sentence);
    if (end >= 0) return end;
    if (words[at + skip]?.sentence !== sentence) return -1;
  }
  return -1;
}

function followList(
  { entries, next }: ListStep,
  words: readonly Word[],
  at: number,
  sentence: number,
): number {
  const begun = entries.byWord.get(words[at]?.key ?? '') ?? NO_WAYS;
  for (const steps of [begun, entries.others]) {
    for (const entry of steps) {
      const end = follow(entry, words, at, sentence);
      const last = end < 0 ? end : follow(next, words, end, sentence);
      if (last >= 0) return last;
    }
  }
  return -1;
}

function fits(
  step: Extract<Step, { kind: 'word' | 'prefix' | 'number' | 'gap' | 'begin' | 'end' }>,
  word: Word,
): boolean {
  if (step.kind === 'word') return agrees(word, step.word);
  return step.kind === 'prefix' ? beginsLike(word, step.word) : isNumber(word);
}

function collectBeginnings(step: Step, into: Beginnings): void {
  if (step.kind === 'word') into.words.add(step.word.key);
  else if (step.kind === 'prefix') into.prefixes.add(step.word.key);
  else if (step.kind === 'number') into.number = true;
  else if (step.kind === 'either') for (const way of step.ways) collectBeginnings(way, into);
  else if (step.kind === 'byWord') for (const word of step.ways.keys()) into.words.add(word);
  else if (step.kind === 'list') {
    for (const word of step.entries.byWord.keys()) into.words.add(word);
    for (const entry of step.entries.others) collectBeginnings(entry, into);
  } else if (step.kind === 'begin') collectBeginnings(step.next, into);
  else into.anything = true;
}

function matchesNothing(step: Step): boolean {
  if (step.kind === 'either') return step.ways.some(matchesNothing);
  if (step.kind === 'gap' || step.kind === 'begin' || step.kind === 'end') return matchesNothing(step.next);
  return step.kind === 'done';
}

function link(parts: readonly Part[], last: Step): Step {
  let next = last;
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const part = parts[at];
    if (part !== undefined) next = linkPart(part, next);
  }
  return next;
}

function linkPart(part: Part, next: Step): Step {
  switch (part.kind) {
    case 'word':
    case 'prefix':
      return { kind: part.kind, word: part.word, next };
    case 'list':
      return { kind: 'list', entries: part.entries, next };
    case 'choice':
      return oneOf(part.ways.map((way) => link(way, next)));
    default:
      return { kind: part.kind, next };
  }
}

/** The first of several ways that leads on; those next to each other that begin with a word are sorted by it. */
function oneOf(ways: readonly Step[]): Step {
  const steps: Step[] = [];
  let run: WordStep[] = [];
  const endRun = (): void => {
    if (run.length < MANY_WAYS) steps.push(...run);
    else steps.push({ kind: 'byWord', ways: sortedByWord(run) });
    run = [];
  };
  for (const way of ways) {
    if (way.kind === 'word') run.push(way);
    else {
      endRun();
      steps.push(way);
    }
  }
  endRun();
  const [only] = steps;
  return steps.length === 1 && only !== undefined ? only : { kind: 'either', ways: steps };
}

function sortedByWord(ways: readonly WordStep[]): ReadonlyMap<string, readonly Step[]> {
  const byWord = new Map<string, Step[]>();
  for (const way of ways) addTo(byWord, way.word.key, way);
  return byWord;
}

function addTo(byWord: Map<string, Step[]>, word: string, step: Step): void {
  const steps = byWord.get(word);
  if (steps === undefined) byWord.set(word, [step]);
  else steps.push(step);
}

const TOKEN = /\.{3}|…|[()[\]|^$#*]|<[^>]*>?|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’ʼ.,:/]*/gu;
const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

/**
 * Reads a phrase as it is written.
 * @throws NotationError when a bracket is left open or a list is unknown
 */
export function parsePhrase(source: string, lists: WordLists = {}): Part[] {
  const tokens = source.normalize('NFC').match(TOKEN) ?? [];
  let at = 0;

  const sequence = (close: string | undefined): Part[] => {
    const parts: Part[] = [];
    for (;;) {
      const token = tokens[at];
      if (token === undefined) {
        if (close !== undefined) throw new NotationError(`“${source}”: “${close}” is missing`);
        return parts;
      }
      if (close !== undefined && (token === close || token === '|')) return parts;
      at += 1;
      parts.push(...part(token));
    }
  };

  const choice = (open: string): Part => {
    const close = CLOSES[open];
    const ways = [sequence(close)];
    while (tokens[at] === '|') {
      at += 1;
      ways.push(sequence(close));
    }
    at += 1;
    return { kind: 'choice', ways: open === '[' ? [...ways, []] : ways };
  };

  const part = (token: string): readonly Part[] => {
    if (token === '(' || token === '[') return [choice(token)];
    if (token === '...' || token === '…') return [{ kind: 'gap' }];
    if (token === '^') return [{ kind: 'begin' }];
    if (token === '$') return [{ kind: 'end' }];
    if (token === '#') return [numberPart(lists)];
    if (token.startsWith('<')) return [listPart(token, lists, source)];
    if (/^[)\]|*]$/.test(token)) throw new NotationError(`“${source}”: “${token}” stands alone`);
    const prefix = tokens[at] === '*';
    if (prefix) at += 1;
    return wordParts(token, prefix, source);
  };

  return sequence(undefined);
}

function wordParts(token: string, prefix: boolean, source: string): readonly Part[] {
  const parts = partsOfToken(token);
  const last = parts.at(-1);
  if (!prefix || last?.kind !== 'word') return parts;
  if (last.word.key.length < 3)
    throw new NotationError(`“${source}”: “*” needs at least three letters before it`);
  return [...parts.slice(0, -1), { kind: 'prefix', word: last.word }];
}

const knownTokens = new Map<string, readonly Part[]>();

/** Phrases share most of their words, so each is folded once. */
function partsOfToken(token: string): readonly Part[] {
  let parts = knownTokens.get(token);
  if (parts === undefined) {
    parts = wordsOf(token).map(({ key, shapes, tone }) => ({ kind: 'word', word: { key, shapes, tone } }));
    knownTokens.set(token, parts);
  }
  return parts;
}

function numberPart(lists: WordLists): Part {
  const digits: Part[] = [{ kind: 'number' }];
  const spelled = lists['number'];
  return {
    kind: 'choice',
    ways: spelled === undefined ? [digits] : [digits, [{ kind: 'list', entries: entriesOf(spelled) }]],
  };
}

function listPart(token: string, lists: WordLists, source: string): Part {
  const name = token.replace(/^<|>$/g, '');
  const entries = lists[name];
  if (entries === undefined) throw new NotationError(`“${source}”: there is no word list “${name}”`);
  return { kind: 'list', entries: entriesOf(entries) };
}

const compiledLists = new WeakMap<readonly string[], Entries>();

/** Compiles a word list at its first use. Its entries cannot name lists in their turn, or they could go round in a circle. */
function entriesOf(list: readonly string[]): Entries {
  let entries = compiledLists.get(list);
  if (entries === undefined) {
    entries = compileEntries(list);
    compiledLists.set(list, entries);
  }
  return entries;
}

function compileEntries(list: readonly string[]): Entries {
  const byWord = new Map<string, Step[]>();
  const others: Step[] = [];
  for (const source of list) {
    const phrase = compilePhrase(source);
    const { words, prefixes, number, anything } = beginningsOf(phrase);
    if (prefixes.size > 0 || number || anything) others.push(phrase.first);
    else for (const word of words) addTo(byWord, word, phrase.first);
  }
  let phrases: readonly (readonly Part[])[] | undefined;
  return {
    // Only an index that is being made asks for them.
    get phrases() {
      return (phrases ??= list.map((entry) => parsePhrase(entry)));
    },
    byWord,
    others,
  };
}
