import { vagueWords } from './checks/has-objective.ts';
import { unexplainedRefusals } from './checks/refusal-explained.ts';
import { isLabel, isLookedFor, matchRules } from './judge-text.ts';
import type { Circumstances, Match } from './judge-text.ts';
import type { Reading } from './reading.ts';
import type { Rulebook } from './rulebook.ts';
import { timed } from './timer.ts';

/**
 * What phrases and structure find in a text, before the model has its say.
 * @param following the text that comes next in the same section of a report
 */
export function findIn(
  reading: Reading,
  rulebook: Rulebook,
  circumstances: Circumstances,
  following?: Reading,
): Match[] {
  const isKnown = reading.otherLanguage === undefined;
  const matches = isKnown ? matchRules(reading, rulebook, circumstances) : [];
  const vague = rulebook.byCheck.get('has-objective');
  const isVague = matches.some((match) => match.rule === vague);
  if (vague !== undefined && !isVague && circumstances.place === 'purpose') {
    const reasons = matches.filter((match) => match.rule.level === 'error').map((match) => match.span);
    const span = timed(rulebook.timer, vague.id, () => vagueWords(reading, reasons));
    if (span !== undefined) matches.push({ rule: vague, span });
  }
  const refusal = rulebook.byCheck.get('refusal-explained');
  if (refusal !== undefined && isKnown && isLookedFor(refusal, reading, circumstances)) {
    const { id } = refusal;
    const spans = timed(rulebook.timer, id, () => unexplainedRefusals(id, reading, following));
    for (const span of spans) matches.push({ rule: refusal, span, isLabel: isLabel(refusal, reading, span) });
  }
  return matches;
}
