import { join } from 'node:path';
import type { FileSystem } from '../../calls/file-system.ts';
import { callsFolder } from '../../calls/layout.ts';
import type { Problem } from '../../calls/read.ts';
import { openStore } from '../../calls/store.ts';
import { errorCode, errorText } from '../../system-error.ts';
import { UserError } from '../../user-error.ts';
import type { OnFileFor } from '../../review/review.ts';
import type { ReviewPeriod } from './period.ts';

/** What was read, and what could not be. */
export interface ReadFor {
  readonly onFile: OnFileFor;
  readonly problems: readonly Problem[];
}

/** Reads what is on file of some days in the store of a folder; of the calls, their weeks and no other. */
export async function readFor(fs: FileSystem, dir: string, days: ReviewPeriod): Promise<ReadFor> {
  const store = openStore(fs, dir);
  const { calls, problems: inCalls } = await store.readDays(days);
  const { promises, problems: inPromises } = await store.promises();
  const { refusals, problems: inRefusals } = await store.readRefusals(days);
  return { onFile: { calls, promises, refusals }, problems: [...inCalls, ...inPromises, ...inRefusals] };
}

/** A rep and the folder of her store. */
export interface Rep {
  readonly name: string;
  readonly dir: string;
}

/**
 * The stores in a folder, by the names of their folders.
 * @param order how the names are sorted
 * @throws UserError when there is no such folder, or no store in it
 */
export function storesIn(fs: FileSystem, folder: string, order: Intl.Collator): Rep[] {
  const stores = foldersIn(fs, folder)
    .filter((name) => !name.startsWith('.'))
    .map((name) => ({ name, dir: join(folder, name) }))
    .filter(({ dir }) => isFolder(fs, callsFolder(dir)))
    .toSorted((one, other) => order.compare(one.name, other.name));
  if (stores.length === 0) throw new UserError('review.no-stores', { path: folder });
  return stores;
}

function foldersIn(fs: FileSystem, folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new UserError('file.missing', { path: folder });
    throw new UserError('error.unreadable', { path: folder, reason: errorText(error) });
  }
}

function isFolder(fs: FileSystem, path: string): boolean {
  try {
    return fs.statSync(path).isDirectory();
  } catch {
    return false;
  }
}
