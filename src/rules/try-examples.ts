import { judgePurpose } from './judge-purpose.ts';
import { judgeReport } from './judge-report.ts';
import { LANGUAGES } from './rule.ts';
import type { Language, Section } from './rule.ts';
import type { RuleExample, RuleFile } from './rule-file.ts';
import type { Rulebook } from './rulebook.ts';

/** An example of a rule that is not judged as its file says. */
export interface FailedExample {
  readonly language: Language;
  readonly example: RuleExample;
  /** Is the rule to fire on it? */
  readonly fires: boolean;
}

/**
 * Tries all examples of a rule.
 * @param rulebook one without a model: a rule's own phrases and checks have to tell its examples apart
 */
export function tryExamples(rule: RuleFile, rulebook: Rulebook): FailedExample[] {
  return LANGUAGES.flatMap((language) => {
    const { fires, passes } = rule.examples[language];
    const isFound = (example: RuleExample): boolean => rulesIn(example, rule, rulebook).includes(rule.id);
    return [
      ...fires.filter((one) => !isFound(one)).map((example) => ({ language, example, fires: true })),
      ...passes.filter(isFound).map((example) => ({ language, example, fires: false })),
    ];
  });
}

/** Judges an example as a purpose, or as a sentence of a report where it says so or the rule is for reports alone. */
export function rulesIn(example: RuleExample, rule: RuleFile, rulebook: Rulebook): string[] {
  const { text, section, stage, promise, today } = typeof example === 'string' ? { text: example } : example;
  const place =
    section ?? (rule.applies.includes('purpose') ? undefined : (rule.sections?.[0] ?? 'discussion'));
  const findings =
    place === undefined
      ? judgePurpose({ purpose: text, stage, promises: promise && [promise], today }, rulebook)
      : judgeReport({ source: `# -\n${text}`, stage, sections: [sectionWith(place, text)] }, rulebook).filter(
          (finding) => finding.place === place,
        );
  return findings.map((finding) => finding.rule);
}

/** A section with a heading, so that what is missing in it is told of. */
function sectionWith(name: Section, text: string) {
  const blocks = text === '' ? [] : [{ start: 4, end: 4 + text.length }];
  return { name, heading: { start: 0, end: 3 }, blocks };
}
