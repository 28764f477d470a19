import { z } from 'zod';
import { STAGES } from '../rules/rule.ts';
import type { Account } from './account.ts';
import {
  ANSWERS,
  CHANNELS,
  LONGEST_CALL_MINUTES,
  OUTCOMES,
  RHYTHM_UNITS,
  SHORTEST_CALL_MINUTES,
  STATUSES,
} from './call.ts';
import type { Call } from './call.ts';
import { isDate, isStartsAt, isText, isTimeZone } from './fields.ts';
import { isId } from './id.ts';
import { PROMISERS, PROMISE_STATUSES } from './promise.ts';
import type { Promised } from './promise.ts';
import type { Refusal } from './refusal.ts';

/* Every object is loose: a field that this version does not know belongs to somebody, and is kept. */

const text = z.string().refine(isText, 'is empty');
const id = z.string().refine(isId, 'must be a file name of a-z, 0-9 and -, at most 64 characters');
const date = z.string().refine(isDate, 'is not a date such as 2026-11-26');
const schema = z.int().min(1);

const texts = z.array(z.string());
const withdrawn = z.boolean().optional();

const rhythm = z.looseObject({ every: z.int().min(1), unit: z.enum(RHYTHM_UNITS) });
const move = z.looseObject({ from: z.string().refine(isStartsAt, 'is no time'), because: text });
const request = z.looseObject({
  what: text,
  answer: z.enum(ANSWERS),
  reason: z.string().optional(),
  alternative: z.string().optional(),
});
const result = z.looseObject({
  closedOn: date,
  outcome: z.enum(OUTCOMES),
  isReached: z.boolean().optional(),
  agendaDone: texts,
  done: texts,
  requests: z.array(request),
  nextStep: z.string().optional(),
  notes: z.string().optional(),
  report: text,
});
const contact = z.looseObject({
  name: text,
  role: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
});

/** What a planned call must hold; see `Call` for what the fields mean. */
export const callSchema = z.looseObject({
  schema,
  id,
  account: text,
  contact: z.string().optional(),
  startsAt: z
    .string()
    .refine(isStartsAt, 'is neither a time such as 2026-11-26T09:30 nor a date such as 2026-11-26'),
  timeZone: z.string().refine(isTimeZone, 'is not a time zone such as Asia/Ho_Chi_Minh'),
  durationMinutes: z.int().min(SHORTEST_CALL_MINUTES).max(LONGEST_CALL_MINUTES),
  channel: z.enum(CHANNELS),
  stage: z.enum(STAGES),
  status: z.enum(STATUSES),
  purpose: text,
  customerBenefit: z.string().optional(),
  expectedOutcome: z.string().optional(),
  minimumOutcome: z.string().optional(),
  agenda: texts,
  preparation: texts,
  overrides: z.array(z.looseObject({ rule: text, because: text })).optional(),
  repeat: rhythm.optional(),
  moves: z.array(move).optional(),
  movedTo: id.optional(),
  movedFrom: id.optional(),
  because: z.string().optional(),
  result: result.optional(),
  withdrawn,
}) satisfies z.ZodType<Call>;

export const accountSchema = z.looseObject({
  schema,
  id,
  name: text,
  otherNames: texts.optional(),
  stage: z.enum(STAGES).optional(),
  signedOn: date.optional(),
  contacts: z.array(contact).optional(),
  mergedInto: id.optional(),
  withdrawn,
}) satisfies z.ZodType<Account>;

export const promiseSchema = z.looseObject({
  schema,
  id,
  account: text,
  by: z.enum(PROMISERS),
  what: text,
  due: date,
  status: z.enum(PROMISE_STATUSES),
  because: z.string().optional(),
  call: z.string().optional(),
  endedOn: date.optional(),
  withdrawn,
}) satisfies z.ZodType<Promised>;

export const refusalSchema = z.looseObject({
  schema,
  id,
  on: date,
  rules: texts,
}) satisfies z.ZodType<Refusal>;
