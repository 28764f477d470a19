import { dirname, join } from 'node:path';
import { isRhythm } from '../calls/plain.ts';
import type { World } from '../world.ts';
import type { Draft } from './draft.ts';

type FileSystem = Pick<World['fs'], 'readFileSync' | 'writeFileSync' | 'mkdirSync' | 'rmSync'>;

/** Where a conversation that was broken off is kept until it is taken up again. */
export interface DraftFile {
  /** The draft; nothing when there is none, or none that can be read. */
  read(): Draft | undefined;
  keep(draft: Draft): void;
  forget(): void;
}

/**
 * Keeps a draft in a file of the state folder, for the user alone. It is a convenience: where it cannot be kept, planning
 * goes on all the same.
 */
export function draftFile(fs: FileSystem, folder: string): DraftFile {
  const path = join(folder, 'draft.json');
  return {
    read() {
      try {
        const value: unknown = JSON.parse(fs.readFileSync(path, 'utf8'));
        return isDraft(value) ? value : undefined;
      } catch {
        return undefined;
      }
    },
    keep(draft) {
      try {
        fs.mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        fs.writeFileSync(path, `${JSON.stringify(draft, undefined, 2)}\n`, { mode: 0o600 });
      } catch {
        // Said by the store when the call itself cannot be written.
      }
    },
    forget() {
      try {
        fs.rmSync(path, { force: true });
      } catch {
        // It will be offered again, which does no harm.
      }
    },
  };
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
