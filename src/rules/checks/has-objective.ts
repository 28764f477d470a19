import { objectiveIn } from '../objective.ts';
import type { Objective } from '../objective.ts';
import { isOwnWord } from '../own-words.ts';
import type { Reading } from '../reading.ts';
import { overlap } from '../spans.ts';
import type { Span } from '../spans.ts';

/**
 * Finds the words that make a purpose vague: an activity with no result, or too little to be checked afterwards.
 * @param reasons what other rules found; a bad reason is not vague too, unless vague words stand beside it
 * @returns the vague words, the whole text where nothing in it says anything, or nothing where there is an objective
 */
export function vagueWords(reading: Reading, reasons: readonly Span[]): Span | undefined {
  const objective = reasons.length > 0 ? objectiveIn(reading, reasons) : reading.objective();
  if (reasons.length > 0) return vagueBeside(reading, reasons, objective);
  if (objective.found) return undefined;
  return objective.activities[0] ?? objective.empty[0] ?? { from: 0, to: reading.words.length };
}

/** Vague as such ("general chat"), or an activity that is all its clause says ("…, discussions"). */
function vagueBeside(
  reading: Reading,
  reasons: readonly Span[],
  { activities, content }: Objective,
): Span | undefined {
  const clauseOf = (at: number): number | undefined => reading.words[at]?.clause;
  const saying = new Set(content.map(clauseOf));
  for (const reason of reasons) for (let at = reason.from; at < reason.to; at += 1) saying.add(clauseOf(at));
  const bare = activities.filter((span) => !saying.has(clauseOf(span.from)));
  const plain = reading.listHits('vague-beside').filter((span) => isOwnWord(reading, span));
  return [...plain, ...bare].find((span) => !reasons.some((reason) => overlap(reason, span)));
}
