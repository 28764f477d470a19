import { tokenise, type Word } from './token.ts';
import type { DateWords, Phrases } from './words.ts';

/** What the slots of a phrase were filled with. Names count from 1: Monday, January. */
export interface Values {
  readonly count?: number;
  readonly weekday?: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  readonly hour?: number;
  readonly minute?: number;
}

/** What a phrase leaves open. */
export interface Slot {
  readonly fills: keyof Values;
  /** How it looks as a number, and what that number is counted from. */
  readonly digits?: RegExp;
  readonly base?: number;
  /** How it looks in words: the first are those for 1. */
  readonly names?: (words: DateWords) => readonly Phrases[];
}

/** Phrases as a tree: those that begin alike share the branch up to where they differ. */
export interface Branch {
  readonly words: Map<string, { readonly word: Word; readonly branch: Branch }>;
  readonly slots: Map<Slot, Branch>;
  isEnd: boolean;
}

const SLOTS = new Map<string, Slot>([
  ['count', { fills: 'count', digits: /^\d{1,3}$/, names: (words) => words.numbers }],
  ['weekday', { fills: 'weekday', names: (words) => words.weekdays.map((name) => name.said) }],
  ['day', { fills: 'day', digits: /^\d{1,2}$/ }],
  ['month', { fills: 'month', names: (words) => words.months.map((name) => name.said) }],
  ['monthNumber', { fills: 'month', digits: /^\d{1,2}$/ }],
  ['year', { fills: 'year', digits: /^\d{4}$/ }],
  ['shortYear', { fills: 'year', digits: /^\d{2}$/, base: 2000 }],
  ['hour', { fills: 'hour', digits: /^\d{1,2}$/ }],
  ['minute', { fills: 'minute', digits: /^\d{1,2}$/ }],
  ['twoDigitMinute', { fills: 'minute', digits: /^\d{2}$/ }],
]);

const trees = new WeakMap<Phrases, Branch>();

/**
 * The tree of `phrases`, which is grown when first needed: most runs of the program only write dates.
 *
 * @throws RangeError when a phrase has a slot that there is not.
 */
export function treeOf(phrases: Phrases): Branch {
  const known = trees.get(phrases);
  if (known !== undefined) return known;
  const tree = newBranch();
  for (const spelling of phrases.flatMap(spellings)) grow(tree, spelling);
  trees.set(phrases, tree);
  return tree;
}

function grow(tree: Branch, spelling: string): void {
  let branch = tree;
  for (const token of tokenise(spelling)) {
    branch = token.folded.startsWith('{')
      ? slotBranch(branch, slotNamed(spelling.slice(token.start + 1, token.end - 1)))
      : wordBranch(branch, token);
  }
  branch.isEnd = true;
}

function slotBranch({ slots }: Branch, slot: Slot): Branch {
  const branch = slots.get(slot) ?? newBranch();
  slots.set(slot, branch);
  return branch;
}

function wordBranch({ words }: Branch, word: Word): Branch {
  const branch = words.get(word.folded)?.branch ?? newBranch();
  words.set(word.folded, { word, branch });
  return branch;
}

function newBranch(): Branch {
  return { words: new Map(), slots: new Map(), isEnd: false };
}

/** All that the groups of a phrase stand for, innermost first: `[a|b] c` is `a c`, `b c` and `c`. */
function spellings(phrase: string): string[] {
  const group = /[([]([^()[\]]*)[)\]]/.exec(phrase);
  if (group === null) return [phrase];
  const { 0: whole, 1: inside = '', index } = group;
  const before = phrase.slice(0, index);
  const after = phrase.slice(index + whole.length);
  const options = inside.split('|');
  if (whole.startsWith('[')) options.push('');
  return options.flatMap((option) => spellings(before + option + after));
}

function slotNamed(name: string): Slot {
  const slot = SLOTS.get(name);
  if (slot === undefined) throw new RangeError(`a phrase has no slot {${name}}`);
  return slot;
}
