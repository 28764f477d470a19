import { isOwnWord } from '../own-words.ts';
import { overlap } from '../reading.ts';
import type { Reading, Span } from '../reading.ts';

/**
 * Finds refusals that neither give a reason nor say what comes instead. The explanation may stand in the sentence of the
 * refusal or in the next one, also where that is the next line of the section.
 * @param rule id of the rule: its phrases are refusals, its `unless` phrases explanations
 * @param following the text that comes next in the same section
 */
export function unexplainedRefusals(rule: string, reading: Reading, following: Reading | undefined): Span[] {
  const sentenceOf = (span: Span): number => reading.words[span.from]?.sentence ?? -1;
  const explained = new Set(reading.ruleHits(rule, 'unless').map(sentenceOf));
  const lastSentence = reading.words.at(-1)?.sentence ?? 0;
  const nextLineExplains = (following?.ruleHits(rule, 'unless') ?? []).some(
    (span) => following?.words[span.from]?.sentence === 0,
  );
  const seen = new Set<number>();
  return reading.ruleHits(rule, 'phrases').filter((span) => {
    const sentence = sentenceOf(span);
    if (seen.has(sentence) || !isOwnWord(reading, span)) return false;
    if (reading.ruleHits(rule, 'except').some((except) => overlap(except, span))) return false;
    seen.add(sentence);
    const nextExplains = sentence === lastSentence ? nextLineExplains : explained.has(sentence + 1);
    return !explained.has(sentence) && !nextExplains;
  });
}
