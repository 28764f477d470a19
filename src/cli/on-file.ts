import { openAccountBook } from '../calls/account-book.ts';
import type { Store } from '../calls/store.ts';
import type { OnFile } from '../plan/reasons.ts';
import type { Problem } from '../calls/read.ts';

/** Week folders that are looked into: two years, where every week has a call. */
const WEEKS = 104;

/** Reads what is known of all accounts. */
export async function readOnFile(store: Store): Promise<{ onFile: OnFile; problems: Problem[] }> {
  const { accounts, problems: inAccounts } = await store.accounts();
  const { promises, problems: inPromises } = await store.promises();
  const { calls, problems: inCalls } = await store.readLatestCalls({ maxWeeks: WEEKS });
  return {
    onFile: { book: openAccountBook(accounts), promises, calls },
    problems: [...inAccounts, ...inPromises, ...inCalls],
  };
}
