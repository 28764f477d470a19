import { featuresOf } from '../model/features.ts';
import type { Features } from '../model/features.ts';
import { judgePurpose } from '../rules/judge-purpose.ts';
import { judgeReport } from '../rules/judge-report.ts';
import { objectiveIn } from '../rules/objective.ts';
import { readText } from '../rules/reading.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { wordsForModel } from '../rules/words-for-model.ts';
import type { Example } from './examples.ts';

/** A labelled text with what phrases and structure, without a model, make of it. */
export interface Judged {
  readonly example: Example;
  readonly features: Features;
  readonly found: ReadonlySet<string>;
  /** Results that speak for an objective. */
  readonly results: number;
}

/** @param rulebook one without a model */
export function judge(example: Example, rulebook: Rulebook): Judged {
  const { text, stage, section } = example;
  const reading = readText(text, rulebook);
  return {
    example,
    features: featuresOf(wordsForModel(reading, rulebook), { stage, section }),
    found: new Set(rulesFound(example, rulebook)),
    results: objectiveIn(reading).results.length,
  };
}

/** The ids of the rules that speak against a labelled text. */
function rulesFound({ text, stage, section }: Example, rulebook: Rulebook): string[] {
  if (section === undefined) return judgePurpose({ purpose: text, stage }, rulebook).map(({ rule }) => rule);
  const blocks = text === '' ? [] : [{ start: 0, end: text.length }];
  const report = {
    source: text,
    stage,
    sections: [{ name: section, heading: { start: 0, end: 0 }, blocks }],
  };
  return judgeReport(report, rulebook).map(({ rule }) => rule);
}
