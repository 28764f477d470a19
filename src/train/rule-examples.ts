import { featuresOf } from '../model/features.ts';
import { LANGUAGES } from '../rules/rule.ts';
import { readText } from '../rules/reading.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { wordsForModel } from '../rules/words-for-model.ts';
import type { RuleExampleJudged } from './train.ts';

/** The examples of all rule files that are purposes, as training texts. */
export function examplesOfRules(rulebook: Rulebook): RuleExampleJudged[] {
  const examples: RuleExampleJudged[] = [];
  for (const rule of [...rulebook.rules.values()].filter(
    ({ applies, check }) => applies.includes('purpose') && (check === undefined || check === 'has-objective'),
  )) {
    for (const language of LANGUAGES) {
      const { fires, passes } = rule.examples[language];
      for (const example of [...fires, ...passes]) {
        const { text, stage, section } = typeof example === 'string' ? { text: example } : example;
        if (section === undefined) {
          examples.push({
            rule: rule.id,
            fires: fires.includes(example),
            features: featuresOf(wordsForModel(readText(text, rulebook), rulebook), { stage }),
          });
        }
      }
    }
  }
  return examples;
}
