import { join } from 'node:path';
import { isRhythm } from '../calls/plain.ts';
import type { World } from '../world.ts';
import type { Draft } from './draft.ts';
import { keptFile } from './kept-file.ts';
import type { KeptFile } from './kept-file.ts';

/** Where the planning of a call that was broken off is kept, in the state folder. */
export function draftFile(fs: World['fs'], folder: string): KeptFile<Draft> {
  return keptFile(fs, join(folder, 'draft.json'), isDraft);
}

const TEXTS = [
  'account',
  'contact',
  'startsAt',
  'channel',
  'stage',
  'purpose',
  'customerBenefit',
  'expectedOutcome',
  'minimumOutcome',
];
const LISTS = ['agenda', 'preparation'];

/** Written by this program, but perhaps by another version of it, or changed by hand. */
function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([key, field]) => {
    if (TEXTS.includes(key)) return typeof field === 'string';
    if (LISTS.includes(key)) return Array.isArray(field) && field.every((item) => typeof item === 'string');
    if (key === 'durationMinutes') return typeof field === 'number';
    if (key === 'repeat') return field === 'never' || isRhythm(field);
    return key === 'overrides' && Array.isArray(field);
  });
}
