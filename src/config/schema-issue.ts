import type * as z from 'zod';
import type { MessageKey, MessageValues } from '../messages.ts';
import { nearestWord } from '../text/nearest-word.ts';

/** What is to be said of one thing that a schema does not allow, and the keys that lead to it. */
export interface SchemaProblem {
  readonly path: readonly PropertyKey[];
  readonly message: MessageKey;
  readonly values: MessageValues;
}

/** @param keysAt the keys that an object at a place can have; none where they are not fixed */
export function problemsOf(
  issue: z.core.$ZodIssue,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): SchemaProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(issue.path);
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      ...unknownName(key, known, 'key', { known: known.join(', ') }),
    }));
  }
  return [{ path: issue.path, ...sentenceFor(issue) }];
}

function sentenceFor(issue: z.core.$ZodIssue): Pick<SchemaProblem, 'message' | 'values'> {
  switch (issue.code) {
    case 'invalid_value':
      return { message: 'lint-config.wrong-choice', values: { choices: issue.values.join(', ') } };
    case 'invalid_union':
      return { message: 'lint-config.wrong-texts', values: {} };
    case 'too_small':
      return {
        message: issue.origin === 'number' ? 'lint-config.wrong-number' : 'lint-config.empty',
        values: {},
      };
    case 'invalid_type':
      return {
        message: MESSAGES[issue.expected] ?? 'lint-config.details',
        values: { details: issue.message },
      };
    default:
      return { message: 'lint-config.details', values: { details: issue.message } };
  }
}

/** What is to be said where a value of a type was expected. */
const MESSAGES: Readonly<Record<string, MessageKey>> = {
  string: 'lint-config.wrong-text',
  boolean: 'lint-config.wrong-switch',
  array: 'lint-config.wrong-list',
  object: 'lint-config.wrong-object',
  record: 'lint-config.wrong-object',
  int: 'lint-config.wrong-number',
  number: 'lint-config.wrong-number',
};

/** Says that a name is none of those known, and which one was probably meant. */
export function unknownName(
  given: string,
  known: Iterable<string>,
  what: 'key' | 'rule',
  values: MessageValues = {},
): Pick<SchemaProblem, 'message' | 'values'> {
  const near = nearestWord(given, known);
  return near === undefined
    ? { message: `lint-config.unknown-${what}`, values: { given, ...values } }
    : { message: `lint-config.unknown-${what}-near`, values: { given, near } };
}
