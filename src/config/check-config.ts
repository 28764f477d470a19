import type * as z from 'zod';
import type { MessageKey, MessageValues } from '../messages.ts';
import { configFile, keysAt } from './config-file.ts';
import type { ConfigFile } from './config-file.ts';
import type { ConfigSource, SourceProblem } from './config-source.ts';
import { nearestName } from './nearest-name.ts';

const schema = configFile();

/** A configuration by the schema, or everything that is wrong with it. */
export function checkConfig(
  value: unknown,
  source: ConfigSource,
): { config: ConfigFile } | { problems: SourceProblem[] } {
  const result = schema.safeParse(value);
  if (result.success) return { config: result.data };
  return { problems: result.error.issues.flatMap((issue) => problemsOf(issue, source)) };
}

function problemsOf(issue: z.core.$ZodIssue, source: ConfigSource): SourceProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(issue.path);
    return issue.keys.map((key) => ({
      source,
      path: [...issue.path, key],
      ...unknownName(key, known, 'key', { known: known.join(', ') }),
    }));
  }
  return [{ source, path: issue.path, ...sentenceFor(issue) }];
}

function sentenceFor(issue: z.core.$ZodIssue): { message: MessageKey; values: MessageValues } {
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
): { message: MessageKey; values: MessageValues } {
  const near = nearestName(given, known);
  return near === undefined
    ? { message: `lint-config.unknown-${what}`, values: { given, ...values } }
    : { message: `lint-config.unknown-${what}-near`, values: { given, near } };
}
