import { featuresOf } from '../model/features.ts';
import { LANGUAGES } from '../rules/rule.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import { ownWords } from '../text/quotes.ts';
import { wordsOf } from '../text/words.ts';
import type { RuleExampleJudged } from './train.ts';

/** The examples of all rule files that are purposes, as training texts. */
export function examplesOfRules(rules: readonly RuleFile[]): RuleExampleJudged[] {
  const examples: RuleExampleJudged[] = [];
  for (const rule of rules.filter(
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
            features: featuresOf(ownWords(text, wordsOf(text)), { stage }),
          });
        }
      }
    }
  }
  return examples;
}
