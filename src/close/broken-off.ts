import { join } from 'node:path';
import { ANSWERS, OUTCOMES } from '../calls/call.ts';
import { PROMISERS } from '../calls/promise.ts';
import { keptFile } from '../plan/kept-file.ts';
import type { KeptFile } from '../plan/kept-file.ts';
import type { World } from '../world.ts';
import { ENDS } from './draft.ts';
import type { ClosingDraft } from './draft.ts';

/** Where a closing that was broken off is kept, in the state folder: the draft after every answer, so that one can go back. */
export function brokenOffFile(
  fs: World['fs'],
  folder: string,
  callId: string,
): KeptFile<readonly ClosingDraft[]> {
  return keptFile(fs, join(folder, 'closings', `${callId}.json`), areDrafts);
}

type Fields = Readonly<Record<string, (value: unknown) => boolean>>;

const isText = (value: unknown): boolean => typeof value === 'string';
const isSwitch = (value: unknown): boolean => typeof value === 'boolean';
const isOneOf =
  (values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);
const isListOf =
  (isItem: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(isItem);

const REQUEST: Fields = {
  what: isText,
  answer: isOneOf(ANSWERS),
  reason: isText,
  alternative: isText,
  due: isText,
  isReminded: isSwitch,
};
const PROMISE: Fields = { by: isOneOf(PROMISERS), what: isText, due: isText };
const DRAFT: Fields = {
  end: isOneOf(ENDS),
  because: isText,
  outcome: isOneOf(OUTCOMES),
  isReached: isSwitch,
  agendaDone: isListOf(isText),
  done: isListOf(isText),
  kept: isListOf((value) => isRecord(value) && isText(value['id'])),
  requests: isListOf((value) => has(value, REQUEST, ['what'])),
  promises: isListOf((value) => has(value, PROMISE, ['by', 'what'])),
  hasAllRequests: isSwitch,
  hasAllOurs: isSwitch,
  hasAllTheirs: isSwitch,
  nextStep: isText,
  notes: isText,
  isSigned: isSwitch,
  signedOn: isText,
};

/** Written by this program, but perhaps by another version of it, or changed by hand. */
function areDrafts(value: unknown): value is readonly ClosingDraft[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((draft) => has(draft, DRAFT, ['requests', 'promises']))
  );
}

/** Has a record these fields alone, and those of them that it needs? */
function has(value: unknown, fields: Fields, needed: readonly string[]): boolean {
  return (
    isRecord(value) &&
    needed.every((field) => Object.hasOwn(value, field)) &&
    Object.entries(value).every(
      ([field, one]) => Object.hasOwn(fields, field) && fields[field]?.(one) === true,
    )
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
