import { UserError } from './user-error.ts';

/**
 * Reads an option that is one of a few words, whatever its case.
 * @throws UserError naming the words that it can be
 */
export function readChoice<Value extends string>(
  option: string,
  given: string,
  values: readonly Value[],
): Value {
  const value = values.find((one) => one === given.trim().toLowerCase());
  if (value === undefined) throw new UserError('error.choice', { option, given, values: values.join(', ') });
  return value;
}
