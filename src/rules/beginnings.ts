import type { Step } from './step.ts';

/** What a text must begin with where a phrase is to match: certain words, beginnings of words, or a number. */
export interface Beginnings {
  readonly words: Set<string>;
  readonly prefixes: Set<string>;
  number: boolean;
}

/** What a phrase, or an entry of a word list, can begin with. */
export function beginningsOf(first: Step): Beginnings {
  const into = { words: new Set<string>(), prefixes: new Set<string>(), number: false };
  addBeginnings(first, into);
  return into;
}

function addBeginnings(step: Step, into: Beginnings): void {
  switch (step.kind) {
    case 'word':
      into.words.add(step.word.key);
      break;
    case 'prefix':
      into.prefixes.add(step.word.key);
      break;
    case 'number':
      into.number = true;
      break;
    case 'either':
      for (const way of step.ways) addBeginnings(way, into);
      break;
    case 'list':
      for (const word of step.entries.byWord.keys()) into.words.add(word);
      for (const entry of step.entries.others) addBeginnings(entry, into);
      break;
    case 'done':
      break;
    default:
      addBeginnings(step.next, into);
  }
}
