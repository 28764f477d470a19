import { cleanText } from './calls/clean-text.ts';
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

/**
 * Reads an option that has to say something, as it may be stored.
 * @throws UserError naming the option when it is empty
 */
export function readText(option: string, given: string): string {
  const text = cleanText(given);
  if (text === '') throw new UserError('error.empty-option', { option });
  return text;
}

/**
 * Reads an option that is a whole number.
 * @param least the smallest number that it can be
 * @throws UserError naming the option and the smallest number
 */
export function readWholeNumber(
  option: string,
  given: string | undefined,
  least: number,
): number | undefined {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!/^\d+$/.test(given.trim()) || number < least)
    throw new UserError('lint.wrong-number', { option, given, least });
  return number;
}
