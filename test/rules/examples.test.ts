import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../src/rules/finding.ts';
import { judgePurpose } from '../../src/rules/judge-purpose.ts';
import type { RuleExample } from '../../src/rules/rule-file.ts';
import { LANGUAGES } from '../../src/rules/rule.ts';
import { rulesIn } from '../../src/rules/try-examples.ts';
import { phrasesAlone, rulebook } from '../support/rulebook.ts';

const rules = [...phrasesAlone.rules.values()];

/** The 27 rules, by which other programs know them. */
const IDS = [
  'activity-quota',
  'appeasement',
  'argument-to-win',
  'assumed-loyalty',
  'convenience-stop',
  'courtesy-call',
  'disparaging-language',
  'elapsed-time',
  'favor-selling',
  'formality-visit',
  'friend-framing',
  'hospitality-leverage',
  'lecture-customer',
  'loyalty-reproach',
  'meal-after-signing',
  'meal-as-purpose',
  'missing-benefit',
  'missing-preparation',
  'open-commitment',
  'out-of-scope-promise',
  'price-concession',
  'relationship-without-purpose',
  'signing-as-finish',
  'staff-blame',
  'unexplained-refusal',
  'vague-purpose',
  'value-not-told',
];

test('there is a file for each of the 27 rules', () => {
  expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(IDS));
});

describe.each(rules)('$id', (rule) => {
  for (const language of LANGUAGES) {
    const { fires, passes } = rule.examples[language];
    test.each(fires.map(named))(`fires on (${language}): %s`, (_, example) => {
      expect(rulesIn(example, rule, phrasesAlone)).toContain(rule.id);
    });
    test.each(passes.map(named))(`passes (${language}): %s`, (_, example) => {
      expect(rulesIn(example, rule, phrasesAlone)).not.toContain(rule.id);
    });
  }
});

test.each(
  rules.filter(
    ({ level, applies, check }) =>
      level === 'error' && applies.includes('purpose') && check !== 'open-commitment',
  ),
)('with the trained model, every example of $id is refused', (rule) => {
  const accepted: string[] = [];
  for (const language of LANGUAGES) {
    for (const example of rule.examples[language].fires) {
      const { text, stage, section } = typeof example === 'string' ? { text: example } : example;
      if (section === undefined && verdictOf(judgePurpose({ purpose: text, stage }, rulebook)) === 'accept')
        accepted.push(text);
    }
  }
  expect(accepted).toEqual([]);
});

function named(example: RuleExample): [string, RuleExample] {
  return [typeof example === 'string' ? example : example.text, example];
}
