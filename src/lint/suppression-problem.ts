import { quotationOf } from '../finding-message.ts';
import type { MessageKey, MessageValues } from '../messages.ts';
import type { Level } from '../rules/rule.ts';
import { nearestWord } from '../text/nearest-word.ts';
import type { Range } from '../text/range.ts';
import { DIRECTIVES } from './directives.ts';
import type { Directive, PlacedWord } from './directives.ts';

/**
 * What can be wrong with a comment that is to suppress findings. At error level is what may keep from being judged what
 * was to be judged: a misspelt `enable` leaves the rest of the report unjudged.
 */
export const SUPPRESSION_PROBLEMS = {
  'suppression-without-reason': 'error',
  'unknown-rule-in-suppression': 'error',
  'unknown-directive': 'error',
  'unused-suppression': 'warn',
} as const satisfies Readonly<Record<string, Level>>;
export type SuppressionProblemId = keyof typeof SUPPRESSION_PROBLEMS;

/** One of them: the range is that of the comment, or of the word in it; the sentence is said by key and values. */
export interface SuppressionProblem extends Range {
  readonly rule: SuppressionProblemId;
  readonly level: Level;
  readonly key: MessageKey;
  readonly values: MessageValues;
}

export function withoutReason({ comment, word }: Directive): SuppressionProblem {
  return problem('suppression-without-reason', comment, 'suppression.without-reason', {
    directive: word.text.toLowerCase(),
  });
}

export function unknownDirective({ word }: Directive): SuppressionProblem {
  return problem('unknown-directive', word, 'suppression.unknown-directive', {
    text: quotationOf(word.text),
    directives: DIRECTIVES.join(', '),
  });
}

export function unknownRule(word: PlacedWord, rules: ReadonlySet<string>): SuppressionProblem {
  const meant = nearestWord(word.text, rules);
  const id = quotationOf(word.text);
  return meant === undefined
    ? problem('unknown-rule-in-suppression', word, 'rules.unknown', { id })
    : problem('unknown-rule-in-suppression', word, 'suppression.unknown-rule', { id, meant });
}

/** @param rules those of the comment that did not occur where it counts; none for a comment that names none */
export function unused({ comment }: Directive, rules: readonly string[]): SuppressionProblem {
  return rules.length === 0
    ? problem('unused-suppression', comment, 'suppression.unused')
    : problem('unused-suppression', comment, 'suppression.unused-rules', {
        rules: rules.join(', '),
        n: rules.length,
      });
}

/** @param rules those that are not disabled where they are to be enabled; none for a comment that names none */
export function unusedEnable({ comment }: Directive, rules: readonly string[]): SuppressionProblem {
  return rules.length === 0
    ? problem('unused-suppression', comment, 'suppression.nothing-to-enable')
    : problem('unused-suppression', comment, 'suppression.not-disabled', { rules: rules.join(', ') });
}

function problem(
  rule: SuppressionProblemId,
  { start, end }: Range,
  key: MessageKey,
  values: MessageValues = {},
): SuppressionProblem {
  return { rule, level: SUPPRESSION_PROBLEMS[rule], start, end, key, values };
}
