import { saysSomething } from './checks/says-something.ts';
import { findIn } from './find.ts';
import type { Circumstances } from './judge-text.ts';
import { modelText } from './model-text.ts';
import type { Reading } from './reading.ts';
import type { Stage } from './rule.ts';
import type { Rulebook } from './rulebook.ts';

/** Outputs of the model: does a line say what the customer gains, or what was done for the customer? */
export const SAYS_BENEFIT = 'says-benefit';
export const SAYS_DONE = 'says-done';

/** Is a benefit to the customer said, in its own field or section, or in the purpose itself? */
export function saysBenefit(
  benefit: readonly Reading[],
  purpose: Reading | undefined,
  rulebook: Rulebook,
  stage: Stage | undefined,
): boolean {
  if ((purpose?.listHits('gain').length ?? 0) > 0) return true;
  return says(SAYS_BENEFIT, benefit, rulebook, { applies: 'report', place: 'benefit', stage });
}

/** Is there one concrete thing that was done for the customer? */
export function saysDone(done: readonly Reading[], rulebook: Rulebook, stage: Stage | undefined): boolean {
  return says(SAYS_DONE, done, rulebook, { applies: 'report', place: 'done', stage });
}

/** Is anything prepared? */
export function saysPreparation(preparation: readonly Reading[], rulebook: Rulebook): boolean {
  const rule = rulebook.byCheck.get('says-preparation');
  return rule === undefined || saysSomething(rule.id, preparation);
}

/** A line says something where it is no filler that phrases know, and the model agrees. */
function says(
  output: typeof SAYS_BENEFIT | typeof SAYS_DONE,
  lines: readonly Reading[],
  rulebook: Rulebook,
  circumstances: Circumstances,
): boolean {
  const rule = rulebook.byCheck.get(output);
  if (rule === undefined) return true;
  const { model } = rulebook;
  return lines.some((line) => {
    if (!saysSomething(rule.id, [line])) return false;
    if (model === undefined || line.otherLanguage !== undefined) return true;
    const found = findIn(line, rulebook, circumstances);
    const { scores } = model.read(modelText(line, found, circumstances));
    return (scores.get(output) ?? Infinity) > model.info.limits.says;
  });
}
