import type { FileSystem } from '../../calls/file-system.ts';
import type { Problem } from '../../calls/read.ts';
import { openStore } from '../../calls/store.ts';
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
