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

/** A plan is held back for want of a benefit, so the model has to be surer there, by this much, than of a report. */
const SURER = 2;

/**
 * Is a benefit to the customer said, in its own field or section, or in the purpose itself?
 * @param applies a planned call or a report
 */
export function saysBenefit(
  benefit: readonly Reading[],
  purpose: Reading | undefined,
  rulebook: Rulebook,
  { applies, stage }: Pick<Circumstances, 'applies' | 'stage'>,
): boolean {
  if ((purpose?.listHits('gain').length ?? 0) > 0) return true;
  // A benefit is learned from reports; what is written into a plan is written alike.
  const circumstances: Circumstances = { applies: 'report', place: 'benefit', stage };
  return says(SAYS_BENEFIT, benefit, rulebook, circumstances, applies === 'purpose' ? SURER : 0);
}

/** Is there one concrete thing that was done for the customer? */
export function saysDone(done: readonly Reading[], rulebook: Rulebook, stage: Stage | undefined): boolean {
  return says(SAYS_DONE, done, rulebook, { applies: 'report', place: 'done', stage }, 0);
}

/** Is anything prepared? */
export function saysPreparation(preparation: readonly Reading[], rulebook: Rulebook): boolean {
  const rule = rulebook.byCheck.get('says-preparation');
  return rule === undefined || saysSomething(rule.id, preparation);
}

/**
 * A line says something where it is no filler that phrases know, and the model does not think otherwise.
 * @param surer how far below its limit the model's score has to be
 */
function says(
  output: typeof SAYS_BENEFIT | typeof SAYS_DONE,
  lines: readonly Reading[],
  rulebook: Rulebook,
  circumstances: Circumstances,
  surer: number,
): boolean {
  const rule = rulebook.byCheck.get(output);
  if (rule === undefined) return true;
  const { model } = rulebook;
  return lines.some((line) => {
    if (!saysSomething(rule.id, [line])) return false;
    if (model === undefined || line.otherLanguage !== undefined) return true;
    const found = findIn(line, rulebook, circumstances);
    const read = model.read(modelText(line, found, circumstances));
    return (read.score(output) ?? Infinity) > model.info.limits.says - surer;
  });
}
