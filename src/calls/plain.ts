import { STAGES } from '../rules/rule.ts';
import type { Account } from './account.ts';
import { CHANNELS, LONGEST_CALL_MINUTES, SCHEMA, SHORTEST_CALL_MINUTES, STATUSES } from './call.ts';
import type { Call } from './call.ts';
import { isDate, isStartsAt, isText, isTimeZone } from './fields.ts';
import { isId } from './id.ts';
import { isJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { PROMISERS, PROMISE_STATUSES } from './promise.ts';
import type { Promised } from './promise.ts';

/*
 * Whether a record is plainly in order: the cheap test that a file passes unless somebody damaged it, so that listing a
 * week need not load the schemas, which takes longer than all the rest. It may say no where a schema says yes, never the
 * other way round: what fails here is judged by the schema.
 */

export function isPlainCall(raw: JsonObject): raw is Call {
  return (
    isPlainRecord(raw) &&
    isText(raw.account) &&
    isMissingOrString(raw.contact) &&
    isStartsAt(raw.startsAt) &&
    isTimeZone(raw.timeZone) &&
    isDuration(raw.durationMinutes) &&
    isOneOf(CHANNELS, raw.channel) &&
    isOneOf(STAGES, raw.stage) &&
    isOneOf(STATUSES, raw.status) &&
    isText(raw.purpose) &&
    isMissingOrString(raw.customerBenefit) &&
    isMissingOrString(raw.expectedOutcome) &&
    isListOfStrings(raw.agenda) &&
    isListOfStrings(raw.preparation) &&
    (raw.overrides === undefined || isListOfOverrides(raw.overrides))
  );
}

export function isPlainAccount(raw: JsonObject): raw is Account {
  return isPlainRecord(raw) && isText(raw.name);
}

export function isPlainPromise(raw: JsonObject): raw is Promised {
  return (
    isPlainRecord(raw) &&
    isText(raw.account) &&
    isOneOf(PROMISERS, raw.by) &&
    isText(raw.what) &&
    isDate(raw.due) &&
    isOneOf(PROMISE_STATUSES, raw.status) &&
    isMissingOrString(raw.because) &&
    isMissingOrString(raw.call)
  );
}

function isPlainRecord(raw: JsonObject): boolean {
  return raw.schema === SCHEMA && isId(raw.id);
}

function isMissingOrString(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isDuration(value: unknown): boolean {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= SHORTEST_CALL_MINUTES &&
    value <= LONGEST_CALL_MINUTES
  );
}

function isOneOf(choices: readonly unknown[], value: unknown): boolean {
  return choices.includes(value);
}

function isListOfStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isListOfOverrides(value: unknown): boolean {
  return Array.isArray(value) && value.every(isOverride);
}

function isOverride(value: unknown): boolean {
  return isJsonObject(value) && isText(value.rule) && isText(value.because);
}
