import { STAGES } from '../rules/rule.ts';
import type { Account } from './account.ts';
import {
  ANSWERS,
  CHANNELS,
  LONGEST_CALL_MINUTES,
  OUTCOMES,
  RHYTHM_UNITS,
  SCHEMA,
  SHORTEST_CALL_MINUTES,
  STATUSES,
} from './call.ts';
import type { Call, Rhythm } from './call.ts';
import {
  isDate,
  isListOf,
  isListOfStrings,
  isMissingOr,
  isMissingOrString,
  isOneOf,
  isStartsAt,
  isSwitch,
  isText,
  isTimeZone,
} from './fields.ts';
import { isId } from './id.ts';
import { isJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { PROMISERS, PROMISE_STATUSES } from './promise.ts';
import type { Promised } from './promise.ts';
import type { Refusal } from './refusal.ts';

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
    isMissingOrString(raw.minimumOutcome) &&
    isListOfStrings(raw.agenda) &&
    isListOfStrings(raw.preparation) &&
    isMissingOr(isListOf(isOverride), raw.overrides) &&
    isMissingOr(isRhythm, raw.repeat) &&
    isMissingOr(isListOf(isMove), raw.moves) &&
    isMissingOr(isId, raw.movedTo) &&
    isMissingOr(isId, raw.movedFrom) &&
    isMissingOrString(raw.because) &&
    isMissingOr(isResult, raw.result)
  );
}

export function isPlainAccount(raw: JsonObject): raw is Account {
  return (
    isPlainRecord(raw) &&
    isText(raw.name) &&
    isMissingOr(isListOfStrings, raw.otherNames) &&
    isMissingOr((value) => isOneOf(STAGES, value), raw.stage) &&
    isMissingOr(isDate, raw.signedOn) &&
    isMissingOr(isListOf(isContact), raw.contacts) &&
    isMissingOr(isId, raw.mergedInto)
  );
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
    isMissingOrString(raw.call) &&
    isMissingOr(isDate, raw.endedOn)
  );
}

export function isPlainRefusal(raw: JsonObject): raw is Refusal {
  return isPlainRecord(raw) && isDate(raw.on) && isListOfStrings(raw.rules);
}

function isPlainRecord(raw: JsonObject): boolean {
  return raw.schema === SCHEMA && isId(raw.id) && isMissingOr(isSwitch, raw.withdrawn);
}

function isDuration(value: unknown): boolean {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= SHORTEST_CALL_MINUTES &&
    value <= LONGEST_CALL_MINUTES
  );
}

function isOverride(value: unknown): boolean {
  return isJsonObject(value) && isText(value.rule) && isText(value.because);
}

/** Whether a value from a file says how often a call recurs. */
export function isRhythm(value: unknown): value is Rhythm {
  return isJsonObject(value) && isCount(value.every) && isOneOf(RHYTHM_UNITS, value.unit);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

function isMove(value: unknown): boolean {
  return isJsonObject(value) && isStartsAt(value.from) && isText(value.because);
}

function isResult(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    isDate(value.closedOn) &&
    isOneOf(OUTCOMES, value.outcome) &&
    isMissingOr(isSwitch, value.isReached) &&
    isListOfStrings(value.agendaDone) &&
    isListOfStrings(value.done) &&
    isListOf(isRequest)(value.requests) &&
    isMissingOrString(value.nextStep) &&
    isMissingOrString(value.notes) &&
    isText(value.report)
  );
}

function isRequest(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    isText(value.what) &&
    isOneOf(ANSWERS, value.answer) &&
    isMissingOrString(value.reason) &&
    isMissingOrString(value.alternative)
  );
}

function isContact(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    isText(value.name) &&
    isMissingOrString(value.role) &&
    isMissingOrString(value.phone) &&
    isMissingOrString(value.email)
  );
}
