import { join } from 'node:path';
import { isListOfStrings, isString } from '../calls/fields.ts';
import { isRhythm } from '../calls/plain.ts';
import type { World } from '../world.ts';
import type { Draft } from './draft.ts';
import { isMadeOf, keptFile } from './kept-file.ts';
import type { KeptFile } from './kept-file.ts';

/** Where the planning of a call that was broken off is kept, in the state folder. */
export function draftFile(fs: World['fs'], folder: string): KeptFile<Draft> {
  return keptFile(fs, join(folder, 'draft.json'), isDraft);
}

const FIELDS = {
  account: isString,
  contact: isString,
  startsAt: isString,
  durationMinutes: (value: unknown) => typeof value === 'number',
  channel: isString,
  stage: isString,
  purpose: isString,
  customerBenefit: isString,
  expectedOutcome: isString,
  minimumOutcome: isString,
  agenda: isListOfStrings,
  preparation: isListOfStrings,
  repeat: (value: unknown) => value === 'never' || isRhythm(value),
  overrides: (value: unknown) => Array.isArray(value),
} satisfies Record<keyof Draft, unknown>;

function isDraft(value: unknown): value is Draft {
  return isMadeOf(value, FIELDS);
}
