import { z } from 'zod';
import { STAGES } from '../rules/rule.ts';
import type { Account } from './account.ts';
import { CHANNELS, LONGEST_CALL_MINUTES, SHORTEST_CALL_MINUTES, STATUSES } from './call.ts';
import type { Call } from './call.ts';
import { isDate, isStartsAt, isText, isTimeZone } from './fields.ts';
import { isId } from './id.ts';
import { PROMISERS, PROMISE_STATUSES } from './promise.ts';
import type { Promised } from './promise.ts';

/* Every object is loose: a field that this version does not know belongs to somebody, and is kept. */

const text = z.string().refine(isText, 'is empty');
const id = z.string().refine(isId, 'must be a file name of a-z, 0-9 and -, at most 64 characters');
const date = z.string().refine(isDate, 'is not a date such as 2026-11-26');
const schema = z.int().min(1);

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
  agenda: z.array(z.string()),
  preparation: z.array(z.string()),
  overrides: z.array(z.looseObject({ rule: text, because: text })).optional(),
}) satisfies z.ZodType<Call>;

export const accountSchema = z.looseObject({ schema, id, name: text }) satisfies z.ZodType<Account>;

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
}) satisfies z.ZodType<Promised>;
