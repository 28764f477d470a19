import type { Range } from '../text/range.ts';
import type { Match } from './judge-text.ts';
import type { Reading } from './reading.ts';
import { overlap } from './spans.ts';
import type { Rest } from './suggestion.ts';

/** A text to put in the place of a range. */
export interface Replacement extends Range {
  readonly text: string;
}

/**
 * What to change in a text so that of it only the rest is left, where nothing is lost with what is dropped: it is nothing
 * but a label of a rule ("courtesy call"), at one end and in plain words, and what parts it from the rest.
 * @param matches what was found in the text
 * @param blocks the parts of the text, between which stands what is not to be touched
 */
export function replacementFor(
  rest: Rest,
  reading: Reading,
  matches: readonly Match[],
  blocks: readonly Range[],
): Replacement | undefined {
  if (!matches.every((match) => match.rule.level !== 'error' || isLabel(match, reading))) return undefined;
  const [first, last] = [blocks[0], blocks.at(-1)];
  const hasHead = (reading.words[0]?.start ?? 0) < rest.start;
  const hasTail = (reading.words.at(-1)?.end ?? 0) > rest.end;
  if (first === undefined || last === undefined || hasHead === hasTail) return undefined;
  const dropped = hasHead ? { start: first.start, end: rest.start } : { start: rest.end, end: last.end };
  const isInOneBlock = hasHead ? dropped.end < first.end : dropped.start > last.start;
  if (!isInOneBlock || !isPlain(reading.text.slice(dropped.start, dropped.end))) return undefined;
  if (hasTail) return { ...dropped, text: '' };
  // The letter that becomes a capital, which may be two: ß.
  const capital = rest.text.slice(0, rest.text.length - (rest.end - rest.start - 1));
  return { start: dropped.start, end: dropped.end + 1, text: capital };
}

/** Called a non-reason by a name of the rule's own: other phrases may say what the writer means to do. */
function isLabel({ rule, span }: Match, reading: Reading): boolean {
  return reading.ruleHits(rule.id, 'labels').some((label) => overlap(label, span));
}

const PLAIN = /^[\p{L}\p{M}\p{N}\s.,:;!?'’()+&/–—-]*$/u;

/** Without marks of quotation, emphasis, links or code, of which the other half may stand in the rest. */
function isPlain(text: string): boolean {
  const opening = text.split('(').length;
  const closing = text.split(')').length;
  return PLAIN.test(text) && opening === closing;
}
