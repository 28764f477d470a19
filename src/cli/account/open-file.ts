import { openAccountBook } from '../../calls/account-book.ts';
import type { Store } from '../../calls/store.ts';
import type { OnFile } from '../../plan/reasons.ts';
import { noteProblems } from '../note-problems.ts';
import type { Session } from '../session.ts';
import { nothingPlannedDays } from '../settings.ts';

/** Week folders that are looked into for the calls of an account. */
const WEEKS = 104;

/** Reads what is on file about all accounts, and names what cannot be read. */
export async function openFile(session: Session, store: Store): Promise<OnFile> {
  const { accounts, problems: inAccounts } = await store.accounts();
  const { promises, problems: inPromises } = await store.promises();
  const { calls, problems: inCalls } = await store.readLatestCalls({ maxWeeks: WEEKS });
  noteProblems(session, [...inAccounts, ...inPromises, ...inCalls]);
  return {
    book: openAccountBook(accounts),
    promises,
    calls,
    nothingPlannedDays: nothingPlannedDays(session.settings),
  };
}
