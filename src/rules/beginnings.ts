import { isNumber } from '../text/words.ts';
import type { Step } from './step.ts';

/** What a text must go on with where a phrase is to match: whole words, beginnings of words, a number, or anything. */
export interface Beginnings {
  readonly words: Set<string>;
  /** Words that may also stand a few words further on, behind `...`. */
  readonly later: Set<string>;
  readonly prefixes: Set<string>;
  number: boolean;
  anything: boolean;
}

/** Stands for any number in figures where words are sorted. */
export const NUMBER = '#';

/** What comes behind a step when it is done. */
type Then = (into: Beginnings) => void;

/** What a phrase can begin with; where nothing has to follow any more, anything may. */
export function beginningsOf(first: Step): Beginnings {
  const into = nothing();
  begin(first, into, whatever);
  return into;
}

/**
 * What a phrase can go on with behind its first word.
 * @param word the key of the text's word with which the phrase begins there, or `#` for any number
 */
export function secondsOf(first: Step, word: string): Beginnings {
  const into = nothing();
  goOn(first, word, into, whatever);
  return into;
}

/** Nothing that could follow, to be added to. */
export function nothing(): Beginnings {
  return { words: new Set(), later: new Set(), prefixes: new Set(), number: false, anything: false };
}

/** Adds what one phrase can go on with to what others can; `later` is left out. */
export function addBeginnings(into: Beginnings, { words, prefixes, number, anything }: Beginnings): void {
  for (const word of words) into.words.add(word);
  for (const prefix of prefixes) into.prefixes.add(prefix);
  into.number ||= number;
  into.anything ||= anything;
}

const whatever: Then = (into) => {
  into.anything = true;
};

function begin(step: Step, into: Beginnings, then: Then): void {
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
    case 'gap':
      beginLater(step.next, into, then);
      break;
    case 'either':
      for (const way of step.ways) begin(way, into, then);
      break;
    case 'byWord':
      for (const word of step.waysByWord.keys()) into.words.add(word);
      break;
    case 'list':
      for (const word of step.entries.byWord.keys()) into.words.add(word);
      for (const entry of step.entries.others) begin(entry, into, then);
      break;
    case 'done':
      then(into);
      break;
    default:
      begin(step.next, into, then);
  }
}

function beginLater(step: Step, into: Beginnings, then: Then): void {
  const behind = nothing();
  begin(step, behind, then);
  // Behind two gaps a word may stand too far off to be looked for.
  if (behind.prefixes.size > 0 || behind.later.size > 0 || behind.number || behind.anything)
    into.anything = true;
  for (const word of behind.words) into.later.add(word);
}

function goOn(step: Step, word: string, into: Beginnings, then: Then): void {
  switch (step.kind) {
    case 'word':
      if (step.word.key === word) begin(step.next, into, then);
      break;
    case 'prefix':
      if (word.startsWith(step.word.key)) begin(step.next, into, then);
      break;
    case 'number':
      if (isNumber({ key: word }) || word === NUMBER) begin(step.next, into, then);
      break;
    case 'gap':
      into.anything = true;
      break;
    case 'either':
      for (const way of step.ways) goOn(way, word, into, then);
      break;
    case 'byWord':
      for (const way of step.waysByWord.get(word) ?? []) goOn(way, word, into, then);
      break;
    case 'list': {
      const behind: Then = (all) => begin(step.next, all, then);
      for (const entry of step.entries.byWord.get(word) ?? []) goOn(entry, word, into, behind);
      for (const entry of step.entries.others) goOn(entry, word, into, behind);
      break;
    }
    case 'done':
      break;
    default:
      goOn(step.next, word, into, then);
  }
}
