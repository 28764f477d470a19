import type { Reading } from './reading.ts';
import { isInOne } from './spans.ts';
import type { Span } from './spans.ts';

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
  const negations = reading.listHits('negation');
  if (negations.length === 0) return false;
  const clause = clauseOf(reading, span);
  return negations.some(
    (no) => no.to <= span.from && span.from - no.to < NEGATION_REACH && clauseOf(reading, no) === clause,
  );
}

function isReported(reading: Reading, span: Span): boolean {
  const verbs = reading.listHits('speech');
  if (verbs.length === 0) return false;
  const clause = clauseOf(reading, span);
  return verbs.some(
    (speech) =>
      speech.to <= span.from &&
      clauseOf(reading, speech) === clause &&
      (hasSpeaker(reading, speech) || isSaidByName(reading, speech)),
  );
}

/** Does a name stand before a verb of speech: “Irina said”? Not “I said”, and not “We told them”. */
function isSaidByName(reading: Reading, speech: Span): boolean {
  const at = speech.from - 1;
  const word = reading.words[at];
  if (word === undefined || word.clause !== clauseOf(reading, speech)) return false;
  return CAPITAL.test(reading.text.slice(word.start, word.end)) && !isInOne(at, reading.listHits('writer'));
}

const CAPITAL = /^\p{Lu}/u;

function hasSpeaker(reading: Reading, speech: Span): boolean {
  const clause = clauseOf(reading, speech);
  return reading
    .listHits('customer')
    .some(
      (who) =>
        who.to <= speech.from && speech.from - who.to < SPEAKER_REACH && clauseOf(reading, who) === clause,
    );
}

function clauseOf(reading: Reading, span: Span): number | undefined {
  return reading.words[span.from]?.clause;
}
