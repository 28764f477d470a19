import { isOwnWord } from '../own-words.ts';
import type { Reading } from '../reading.ts';
import { overlap } from '../spans.ts';
import type { Span } from '../spans.ts';

/**
 * Finds refusals that neither give a reason nor say what comes instead.
 * @param rule id of the rule: its phrases and labels are refusals, its `unless` phrases explanations
 * @param following the text that comes next in the same section
 */
export function unexplainedRefusals(rule: string, reading: Reading, following: Reading | undefined): Span[] {
  const seen = new Set<number>();
  const refusals = reading.ruleHits(rule, 'phrases').concat(reading.ruleHits(rule, 'labels'));
  return refusals.filter((span) => {
    const sentence = reading.words[span.from]?.sentence ?? -1;
    if (seen.has(sentence) || !isOwnWord(reading, span)) return false;
    if (reading.ruleHits(rule, 'except').some((except) => overlap(except, span))) return false;
    seen.add(sentence);
    return !isExplained(rule, span, reading, following);
  });
}

/**
 * Is a refusal explained, in its own sentence or in the next one, also where that is the next line of the section?
 * @param refusal where it stands in the text
 */
export function isExplained(
  rule: string,
  refusal: Span,
  reading: Reading,
  following: Reading | undefined,
): boolean {
  const sentence = reading.words[refusal.from]?.sentence ?? -1;
  const explains = (where: Reading, which: number): boolean =>
    where.ruleHits(rule, 'unless').some((span) => where.words[span.from]?.sentence === which);
  if (explains(reading, sentence) || explains(reading, sentence + 1)) return true;
  const isLast = sentence === reading.words.at(-1)?.sentence;
  return isLast && following !== undefined && explains(following, 0);
}
