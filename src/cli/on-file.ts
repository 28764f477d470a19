import { openAccountBook } from '../calls/account-book.ts';
import type { Store } from '../calls/store.ts';
import type { OnFile } from '../plan/reasons.ts';
import type { Problem } from '../calls/read.ts';
import type { WallWhen } from '../time/wall.ts';
import { nothingPlannedDays } from './settings.ts';
import type { Settings } from './settings.ts';

/** Week folders that are looked into: two years, where every week has a call. */
const WEEKS = 104;

/**
 * Reads what is known of all accounts.
 * @param before only calls that start before it: a date, or a time on the wall
 */
export async function readOnFile(
  store: Store,
  settings: Settings,
  before?: WallWhen,
): Promise<{ onFile: OnFile; problems: Problem[] }> {
  const { accounts, problems: inAccounts } = await store.accounts();
  const { promises, problems: inPromises } = await store.promises();
  const { calls, problems: inCalls } = await store.readLatestCalls({ before, maxWeeks: WEEKS });
  return {
    onFile: {
      book: openAccountBook(accounts),
      promises,
      calls,
      nothingPlannedDays: nothingPlannedDays(settings),
    },
    problems: [...inAccounts, ...inPromises, ...inCalls],
  };
}
