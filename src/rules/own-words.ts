import type { Reading, Span } from './reading.ts';

/** How far before a phrase a "not" still denies it, in words. */
const NEGATION_REACH = 3;
/** How far before a verb of speech its speaker may stand, in words. */
const SPEAKER_REACH = 3;

/**
 * Is this run of words the writer's own reason? It is not when it is quoted, denied ("not a courtesy call"), or what
 * somebody on the other side is reported as saying ("customer complained about … courtesy calls").
 */
export function isOwnWord(reading: Reading, span: Span): boolean {
  return !reading.isQuoted(span) && !isNegated(reading, span) && !isReported(reading, span);
}

function isNegated(reading: Reading, span: Span): boolean {
  const clause = reading.words[span.from]?.clause;
  return reading
    .listHits('negation')
    .some(
      (no) =>
        no.to <= span.from && span.from - no.to < NEGATION_REACH && reading.words[no.from]?.clause === clause,
    );
}

function isReported(reading: Reading, span: Span): boolean {
  const sentence = reading.words[span.from]?.sentence;
  return reading
    .listHits('speech')
    .some(
      (speech) =>
        speech.to <= span.from &&
        reading.words[speech.from]?.sentence === sentence &&
        reading
          .listHits('customer')
          .some(
            (who) =>
              who.to <= speech.from &&
              speech.from - who.to < SPEAKER_REACH &&
              reading.words[who.from]?.sentence === sentence,
          ),
    );
}
