import type { Reading } from '../reading.ts';

/**
 * Does a section say anything that counts? Not when it is empty, and not when every sentence of it is one that the
 * rule's phrases know as filler.
 */
export function saysSomething(rule: string, readings: readonly Reading[]): boolean {
  return readings.some((reading) => {
    const filler = new Set(
      reading.ruleHits(rule, 'phrases').map((span) => reading.words[span.from]?.sentence),
    );
    return reading.words.some((word) => !filler.has(word.sentence));
  });
}
