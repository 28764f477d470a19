import { treeOf, type Branch, type Slot, type Values } from './phrase-tree.ts';
import { canBe, type Token } from './token.ts';
import type { DateWords, Phrases } from './words.ts';

/** What is read, and the language in which it is read. */
export interface Script {
  readonly tokens: readonly Token[];
  readonly words: DateWords;
}

/** A phrase that was found, and the token after it. */
export interface Match {
  readonly values: Values;
  readonly end: number;
}

/** What was read, and the token after it. */
export interface Found<Value> {
  readonly value: Value;
  readonly end: number;
}

/**
 * Every way in which one of `phrases` stands at token `at`.
 *
 * @throws RangeError when a phrase has a slot that there is not.
 */
export function readPhrases(phrases: Phrases, script: Script, at: number): Match[] {
  return readBranch(treeOf(phrases), script, { values: {}, end: at });
}

/** What the slots hold when one of `phrases` is all that there is to read; undefined when none is. */
export function readWhole(phrases: Phrases, script: Script): Values | undefined {
  return readPhrases(phrases, script, 0).find((match) => match.end === script.tokens.length)?.values;
}

function readBranch({ words, slots, isEnd }: Branch, script: Script, before: Match): Match[] {
  const found = isEnd ? [before] : [];
  const token = script.tokens[before.end];
  if (token === undefined) return found;
  for (const { word, branch } of words.values()) {
    if (canBe(token, word)) found.push(...readBranch(branch, script, { ...before, end: before.end + 1 }));
  }
  for (const [slot, branch] of slots) {
    for (const match of readSlot(slot, script, before)) found.push(...readBranch(branch, script, match));
  }
  return found;
}

function readSlot({ fills, digits, base = 0, names }: Slot, script: Script, { values, end }: Match): Match[] {
  const found: Match[] = [];
  const typed = script.tokens[end]?.folded;
  if (typed !== undefined && digits?.test(typed) === true) {
    found.push({ values: { ...values, [fills]: base + Number(typed) }, end: end + 1 });
  }
  for (const [index, said] of names?.(script.words).entries() ?? []) {
    for (const name of readPhrases(said, script, end)) {
      found.push({ values: { ...values, [fills]: index + 1 }, end: name.end });
    }
  }
  return found;
}
