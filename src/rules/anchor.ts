import type { Part } from './notation.ts';

/** Words, and beginnings of words, one of which a text must have for a phrase to be found in it; `#` stands for a number. */
export interface Anchor {
  readonly words: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
}

/** How often a word, or a word that begins so, or a number (`#`) is met: the rarer the better an anchor. */
export interface Frequency {
  ofWord(word: string): number;
  ofPrefix(prefix: string): number;
}

export const NUMBER = '#';

/**
 * Chooses the part of a phrase that is met least often, so that most texts can be told not to hold the phrase by a look
 * at their words.
 * @returns nothing where no part has to be there
 */
export function anchorOf(parts: readonly Part[], frequency: Frequency): Anchor | undefined {
  let best: Anchor | undefined;
  let least = Infinity;
  for (const part of parts) {
    const anchor = anchorOfPart(part, frequency);
    const cost = anchor === undefined ? Infinity : costOf(anchor, frequency);
    if (cost < least) {
      best = anchor;
      least = cost;
    }
  }
  return best;
}

function anchorOfPart(part: Part, frequency: Frequency): Anchor | undefined {
  switch (part.kind) {
    case 'word':
      return { words: new Set([part.word.key]), prefixes: new Set() };
    case 'prefix':
      return { words: new Set(), prefixes: new Set([part.word.key]) };
    case 'number':
      return { words: new Set([NUMBER]), prefixes: new Set() };
    case 'choice':
      return anyOf(part.ways, frequency);
    case 'list':
      return anyOf(part.entries.phrases, frequency);
    default:
      return undefined;
  }
}

/** One of several ways has to be there, so one of all their anchors has to. */
function anyOf(ways: readonly (readonly Part[])[], frequency: Frequency): Anchor | undefined {
  const words = new Set<string>();
  const prefixes = new Set<string>();
  for (const way of ways) {
    const anchor = anchorOf(way, frequency);
    if (anchor === undefined) return undefined;
    for (const word of anchor.words) words.add(word);
    for (const prefix of anchor.prefixes) prefixes.add(prefix);
  }
  return { words, prefixes };
}

function costOf({ words, prefixes }: Anchor, frequency: Frequency): number {
  let cost = 0;
  for (const word of words) cost += frequency.ofWord(word);
  for (const prefix of prefixes) cost += frequency.ofPrefix(prefix);
  return cost;
}
