import { NotationError, parsePhrase } from './notation.ts';
import type { Part, WordLists } from './notation.ts';
import { Step } from './step.ts';

/** How many words of anything `...` may stand for. */
export const GAP = 4;

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

function oneOf(ways: readonly Step[]): Step {
  const [only] = ways;
  return ways.length === 1 && only !== undefined ? only : new Step('either', undefined, { ways });
}

const compiledLists = new WeakMap<readonly string[], readonly Step[]>();

/** Compiles a word list at its first use. Its entries cannot name lists in their turn, or they could go round in a circle. */
function entriesOf(list: readonly string[]): readonly Step[] {
  let entries = compiledLists.get(list);
  if (entries === undefined) {
    entries = list.map((source) => compilePhrase(source).first);
    compiledLists.set(list, entries);
  }
  return entries;
}
