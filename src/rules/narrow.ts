import { isNumber } from '../text/words.ts';
import { NUMBER } from './beginnings.ts';
import { Step } from './step.ts';

/**
 * What is left of a phrase where the next words of a text are known: the ways that begin with other words are left out, so
 * that they need not be tried again in every text that has these words.
 * @param keys the keys of the words, `#` for any number
 * @returns a step that matches such a text just as the whole does; nothing where none can
 */
export function narrow(step: Step, keys: readonly string[]): Step | undefined {
  const [key] = keys;
  if (key === undefined) return step;
  switch (step.kind) {
    case 'word':
      return step.word.key === key ? withNext(step, keys.slice(1)) : undefined;
    case 'prefix':
      return key.startsWith(step.word.key) ? withNext(step, keys.slice(1)) : undefined;
    case 'number':
      return key === NUMBER || isNumber({ key }) ? withNext(step, keys.slice(1)) : undefined;
    case 'begin':
      return withNext(step, keys);
    case 'end':
      return undefined;
    case 'either':
      return oneOf(step.ways, keys);
    case 'byWord':
      return oneOf(step.waysByWord.get(key) ?? [], keys);
    case 'list':
      return narrowList(step, keys);
    default:
      return step;
  }
}

function withNext(step: Step, keys: readonly string[]): Step | undefined {
  const next = narrow(step.next, keys);
  if (next === undefined || next === step.next) return next && step;
  return new Step(step.kind, next, step);
}

function oneOf(ways: readonly Step[], keys: readonly string[]): Step | undefined {
  const left = ways.flatMap((way) => narrow(way, keys) ?? []);
  return left.length > 1 ? new Step('either', undefined, { ways: left }) : left[0];
}

/** An entry may have several words, and what follows the list is only known where the one entry left has one. */
function narrowList({ entries, next }: Step, keys: readonly string[]): Step | undefined {
  const first = keys.slice(0, 1);
  const begun = [...(entries.byWord.get(keys[0] ?? '') ?? []), ...entries.others];
  const left = begun.flatMap((entry) => narrow(entry, first) ?? []);
  const [only] = left;
  if (only === undefined) return undefined;
  if (left.length === 1 && only.kind === 'word' && only.next.kind === 'done')
    return narrow(new Step('word', next, only), keys);
  return new Step('list', next, { entries: { byWord: new Map(), others: left } });
}
