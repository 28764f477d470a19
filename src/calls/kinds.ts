import type { z } from 'zod';
import type { Account } from './account.ts';
import type { Call } from './call.ts';
import type { JsonObject } from './json.ts';
import { accountFile, callFile, promiseFile, refusalFile } from './layout.ts';
import { isPlainAccount, isPlainCall, isPlainPromise, isPlainRefusal } from './plain.ts';
import type { Promised } from './promise.ts';
import type { Refusal } from './refusal.ts';

/** A schema, and the fields that it knows in the order in which they are written. */
export type RecordSchema<T> = z.ZodType<T> & { readonly shape: Readonly<Record<string, unknown>> };

/** What the store has to know about a kind of record. */
export interface Kind<T extends JsonObject> {
  isPlain(raw: JsonObject): raw is T;
  /** The one place in a store where a record may be. */
  fileOf(dir: string, record: T): string;
  /** Loaded when a file is damaged or written: it takes longer than reading a week. */
  loadSchema(): Promise<RecordSchema<T>>;
}

export const CALL: Kind<Call> = {
  isPlain: isPlainCall,
  fileOf: callFile,
  loadSchema: async () => (await import('./schemas.ts')).callSchema,
};

export const ACCOUNT: Kind<Account> = {
  isPlain: isPlainAccount,
  fileOf: accountFile,
  loadSchema: async () => (await import('./schemas.ts')).accountSchema,
};

export const PROMISE: Kind<Promised> = {
  isPlain: isPlainPromise,
  fileOf: promiseFile,
  loadSchema: async () => (await import('./schemas.ts')).promiseSchema,
};

export const REFUSAL: Kind<Refusal> = {
  isPlain: isPlainRefusal,
  fileOf: refusalFile,
  loadSchema: async () => (await import('./schemas.ts')).refusalSchema,
};
