import { agrees, beginsLike, isNumber } from '../text/words.ts';
import type { Word } from '../text/words.ts';
import { beginningsOf } from './beginnings.ts';
import { NotationError, parsePhrase } from './notation.ts';
import type { Part, WordLists } from './notation.ts';
import { Step } from './step.ts';
import type { Entries } from './step.ts';

/** How many words of anything `...` may stand for. */
export const GAP = 4;
/** With so many ways that begin with a word it pays to look the word up. */
const MANY_WAYS = 3;
const NO_WAYS: readonly never[] = [];

/** A phrase made ready for matching. */
export interface Phrase {
  readonly source: string;
  readonly first: Step;
}

/**
 * Compiles a phrase of a rule file; the notation is described in data/README.md.
 * @throws NotationError when a bracket is left open, a list is unknown, nothing is left to match, or a gap comes first
 */
export function compilePhrase(source: string, lists: WordLists = {}): Phrase {
  const first = link(parsePhrase(source, lists), new Step('done'));
  if (first.kind === 'done') throw new NotationError(`“${source}” has no words`);
  if (matchesNothing(first)) throw new NotationError(`“${source}” would match without any word`);
  if (mayBeginWithGap(first)) throw new NotationError(`“${source}” has to begin with a word, not with a gap`);
  return { source, first };
}

/** Where the phrase ends when it is tried at word `at`: the index behind its last word, or -1 where it does not match. */
export function matchAt(phrase: Phrase, words: readonly Word[], at: number): number {
  return followFrom(phrase.first, words, at);
}

/** The same for the first step of a phrase, or of what is left of one. */
export function followFrom(first: Step, words: readonly Word[], at: number): number {
  return follow(first, words, at, words[at]?.sentence ?? -1);
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
        return followOneOf(step.waysByWord.get(words[at]?.key ?? '') ?? NO_WAYS, words, at, sentence);
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

function followList({ entries, next }: Step, words: readonly Word[], at: number, sentence: number): number {
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

function fits(step: Step, word: Word): boolean {
  if (step.kind === 'word') return agrees(word, step.word);
  return step.kind === 'prefix' ? beginsLike(word, step.word) : isNumber(word);
}

function matchesNothing(step: Step): boolean {
  if (step.kind === 'either') return step.ways.some(matchesNothing);
  if (step.kind === 'gap' || step.kind === 'begin' || step.kind === 'end') return matchesNothing(step.next);
  return step.kind === 'done';
}

/** A phrase is looked up by the word that it begins with. */
function mayBeginWithGap(step: Step): boolean {
  if (step.kind === 'either') return step.ways.some(mayBeginWithGap);
  if (step.kind === 'begin') return mayBeginWithGap(step.next);
  return step.kind === 'gap';
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
      return new Step(part.kind, next, { word: part.word });
    case 'list':
      return new Step('list', next, { entries: entriesOf(part.entries) });
    case 'choice':
      return oneOf(part.ways.map((way) => link(way, next)));
    default:
      return new Step(part.kind, next);
  }
}

/** The first of several ways that leads on; those next to each other that begin with a word are sorted by it. */
function oneOf(ways: readonly Step[]): Step {
  const steps: Step[] = [];
  let run: Step[] = [];
  const endRun = (): void => {
    if (run.length < MANY_WAYS) steps.push(...run);
    else steps.push(new Step('byWord', undefined, { waysByWord: sortedByWord(run) }));
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
  return steps.length === 1 && only !== undefined ? only : new Step('either', undefined, { ways: steps });
}

function sortedByWord(ways: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const byWord = new Map<string, Step[]>();
  for (const way of ways) addTo(byWord, way.word.key, way);
  return byWord;
}

/** Puts one more thing under a word. */
export function addTo<T>(byWord: Map<string, T[]>, word: string, one: T): void {
  const known = byWord.get(word);
  if (known === undefined) byWord.set(word, [one]);
  else known.push(one);
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
    const { first } = compilePhrase(source);
    const { words, prefixes, number, anything } = beginningsOf(first);
    if (prefixes.size > 0 || number || anything) others.push(first);
    else for (const word of words) addTo(byWord, word, first);
  }
  return { byWord, others };
}
