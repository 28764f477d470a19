import { modelText } from '../rules/model-text.ts';
import { findIn } from '../rules/find.ts';
import { rulesLookedFor } from '../rules/judge-text.ts';
import type { Circumstances } from '../rules/judge-text.ts';
import { readText } from '../rules/reading.ts';
import { LANGUAGES } from '../rules/rule.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { VERDICT } from '../rules/weigh.ts';
import type { Weighed } from '../rules/weigh.ts';
import { SAYS_BENEFIT, SAYS_DONE } from '../rules/says.ts';
import type { Example } from './examples.ts';
import type { Lesson } from './learn.ts';

/** A labelled text as the model is to learn it, with what phrases and structure make of it. */
export interface Judged extends Lesson, Pick<Weighed, 'found' | 'isLabelled'> {
  readonly example: Example;
  readonly circumstances: Circumstances;
  /** The rules that are looked for in it. */
  readonly rules: readonly RuleFile[];
}

/** @param rulebook one without a model */
export function judge(example: Example, outputs: readonly string[], rulebook: Rulebook): Judged {
  const { stage, section } = example;
  const circumstances: Circumstances =
    section === undefined
      ? { applies: 'purpose', place: 'purpose', stage }
      : { applies: 'report', place: section, stage };
  const reading = readText(example.text, rulebook);
  const matches = findIn(reading, rulebook, circumstances);
  return {
    example,
    circumstances,
    text: modelText(reading, matches, circumstances),
    answers: outputs.map((output) => answerTo(output, example, rulebook)),
    found: new Set(matches.map(({ rule }) => rule.id)),
    rules: rulesLookedFor(reading, rulebook, circumstances),
    isLabelled: matches.some(({ isLabel, rule }) => isLabel === true && rule.level === 'error'),
  };
}

function answerTo(output: string, example: Example, rulebook: Rulebook): boolean | undefined {
  const { section, expect, benefit, done } = example;
  if (output === SAYS_BENEFIT) return benefit && benefit === 'customer';
  if (output === SAYS_DONE) return done && done === 'concrete';
  if (output !== VERDICT) return expect.includes(output);
  if (section !== undefined && section !== 'purpose') return undefined;
  return expect.some((rule) => rulebook.rules.get(rule)?.level === 'error');
}

/** The examples of all rule files that are purposes; each says something of one rule only. */
export function lessonsOfRules(outputs: readonly string[], rulebook: Rulebook): Lesson[] {
  const lessons: Lesson[] = [];
  for (const rule of [...rulebook.rules.values()].filter(({ id }) => outputs.includes(id))) {
    for (const language of LANGUAGES) {
      const { fires, passes } = rule.examples[language];
      for (const example of [...fires, ...passes]) {
        const { text, stage, section } = typeof example === 'string' ? { text: example } : example;
        if (section !== undefined || !rule.applies.includes('purpose')) continue;
        const circumstances: Circumstances = { applies: 'purpose', place: 'purpose', stage };
        const reading = readText(text, rulebook);
        const isBroken = fires.includes(example);
        lessons.push({
          text: modelText(reading, findIn(reading, rulebook, circumstances), circumstances),
          answers: outputs.map((output) => {
            if (output === VERDICT) return isBroken && rule.level === 'error' ? true : undefined;
            return output === rule.id ? isBroken : undefined;
          }),
        });
      }
    }
  }
  return lessons;
}
