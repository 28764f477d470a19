import { isValidDate, isValidWhen } from '../time/wall.ts';

/* What single fields of a record may hold; for the schemas, the plain test and what is kept half done. */

const TIME_ZONE = /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/;
/** Years 1000 to 2999: beyond them the folders of the weeks would not sort. */
const NEARBY_YEAR = /^[12]/;

export function isText(value: unknown): value is string {
  return typeof value === 'string' && /\S/.test(value);
}

/** A day that the calendar has: `2026-11-26`. */
export function isDate(value: unknown): value is string {
  return typeof value === 'string' && NEARBY_YEAR.test(value) && isValidDate(value);
}

/** `2026-11-26T09:30`, or a date alone. */
export function isStartsAt(value: unknown): value is string {
  return typeof value === 'string' && NEARBY_YEAR.test(value) && isValidWhen(value);
}

/** The form of an IANA name; whether there is such a zone is for whoever converts to it. */
export function isTimeZone(value: unknown): value is string {
  return typeof value === 'string' && TIME_ZONE.test(value);
}

/** Asks one thing of a value. */
export type Test = (value: unknown) => boolean;

export function isMissingOr(test: Test, value: unknown): boolean {
  return value === undefined || test(value);
}

export function isString(value: unknown): boolean {
  return typeof value === 'string';
}

export function isMissingOrString(value: unknown): boolean {
  return isMissingOr(isString, value);
}

export function isSwitch(value: unknown): boolean {
  return typeof value === 'boolean';
}

export function isOneOf(choices: readonly unknown[], value: unknown): boolean {
  return choices.includes(value);
}

export function isListOfStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every(isString);
}

export function isListOf(test: Test): Test {
  return (value) => Array.isArray(value) && value.every(test);
}
