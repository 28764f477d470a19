import type { Speaker } from '../../messages.ts';
import { exampleText } from '../../rules/example-text.ts';
import type { RuleFile } from '../../rules/rule-file.ts';

/** A rule as SARIF describes it, in the user's language: what it is, what it advises, and examples. */
export function sarifRule(rule: RuleFile, speaker: Speaker): object {
  const { language } = speaker;
  const fires = rule.examples[language].fires.map(exampleText);
  const passes = rule.examples[language].passes.map(exampleText);
  return {
    id: rule.id,
    shortDescription: { text: rule.title[language] },
    fullDescription: { text: rule.advice[language] },
    help: {
      text: [
        rule.advice[language],
        '',
        ...fires.map((text) => `✗ ${text}`),
        ...passes.map((text) => `✓ ${text}`),
      ].join('\n'),
      markdown: [
        markdown(rule.advice[language]),
        '',
        ...fires.map((text) => `- ✗ ${markdown(text)}`),
        ...passes.map((text) => `- ✓ ${markdown(text)}`),
      ].join('\n'),
    },
    defaultConfiguration: { level: sarifLevel(rule.level) },
    properties: {
      tags: rule.applies,
      ...(rule.sections !== undefined && { sections: rule.sections }),
      ...(rule.stages !== undefined && { stages: rule.stages }),
      source: rule.source,
      // GitHub sorts alerts by it.
      'problem.severity': sarifLevel(rule.level),
    },
  };
}

export function sarifLevel(level: RuleFile['level']): 'error' | 'warning' {
  return level === 'error' ? 'error' : 'warning';
}

/** A text in Markdown, in one line; what looks like markup is text. */
function markdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_<>[\]#|]/g, String.raw`\$&`);
}
