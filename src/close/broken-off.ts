import { join } from 'node:path';
import { ANSWERS, OUTCOMES } from '../calls/call.ts';
import { isListOf, isListOfStrings, isOneOf, isString, isSwitch } from '../calls/fields.ts';
import { isJsonObject } from '../calls/json.ts';
import { PROMISERS } from '../calls/promise.ts';
import { isMadeOf, keptFile } from '../plan/kept-file.ts';
import type { KeptFile } from '../plan/kept-file.ts';
import type { World } from '../world.ts';
import { ENDS } from './draft.ts';
import type { ClosingDraft, PromiseDraft, RequestDraft } from './draft.ts';

/** Where a closing that was broken off is kept, in the state folder: the draft after every answer, so that one can go back. */
export function brokenOffFile(
  fs: World['fs'],
  folder: string,
  callId: string,
): KeptFile<readonly ClosingDraft[]> {
  return keptFile(fs, join(folder, 'closings', `${callId}.json`), areDrafts);
}

const REQUEST = {
  what: isString,
  answer: (value: unknown) => isOneOf(ANSWERS, value),
  reason: isString,
  alternative: isString,
  due: isString,
  isReminded: isSwitch,
} satisfies Record<keyof RequestDraft, unknown>;
const PROMISE = {
  by: (value: unknown) => isOneOf(PROMISERS, value),
  what: isString,
  due: isString,
} satisfies Record<keyof PromiseDraft, unknown>;
const DRAFT = {
  end: (value: unknown) => isOneOf(ENDS, value),
  because: isString,
  outcome: (value: unknown) => isOneOf(OUTCOMES, value),
  isReached: isSwitch,
  agendaDone: isListOfStrings,
  done: isListOfStrings,
  kept: isListOf((value) => isJsonObject(value) && isString(value['id'])),
  requests: isListOf((value) => isMadeOf(value, REQUEST, ['what'])),
  promises: isListOf((value) => isMadeOf(value, PROMISE, ['by', 'what'])),
  hasAllRequests: isSwitch,
  hasAllOurs: isSwitch,
  hasAllTheirs: isSwitch,
  nextStep: isString,
  notes: isString,
  isSigned: isSwitch,
  signedOn: isString,
} satisfies Record<Exclude<keyof ClosingDraft, 'decision'>, unknown>;

function areDrafts(value: unknown): value is readonly ClosingDraft[] {
  return Array.isArray(value) && value.length > 0 && value.every(isDraft);
}

function isDraft(value: unknown): boolean {
  return isMadeOf(value, DRAFT, ['requests', 'promises']);
}
