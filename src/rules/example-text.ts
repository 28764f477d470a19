import type { RuleExample } from './rule-file.ts';

/** An example with the circumstances that it depends on, in one line; `–` stands for no text. */
export function exampleText(example: RuleExample): string {
  if (typeof example === 'string') return example;
  const { text, stage, section, promise } = example;
  const circumstances = [
    stage,
    section,
    promise && `${promise.what}, ${promise.due}, ${promise.status}`,
  ].filter(Boolean);
  return `${text === '' ? '–' : text}${circumstances.length > 0 ? ` (${circumstances.join('; ')})` : ''}`;
}
