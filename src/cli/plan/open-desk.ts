import { openAccountBook } from '../../calls/account-book.ts';
import type { Store } from '../../calls/store.ts';
import type { Desk } from '../../plan/desk.ts';
import { noteProblems } from '../note-problems.ts';
import { loadRulebook } from '../load-rules.ts';
import type { Session } from '../session.ts';
import { nothingPlannedDays } from '../settings.ts';

/** Week folders looked back into for defaults and for reasons to call on somebody else. */
const WEEKS_BACK = 40;

/** Lays out what is on file, and the rules, to plan a call with. */
export async function openDesk(session: Session, store: Store): Promise<Desk> {
  const { accounts, problems: inAccounts } = await store.accounts();
  const { promises, problems: inPromises } = await store.promises();
  const { calls, problems: inCalls } = await store.readLatestCalls({ maxWeeks: WEEKS_BACK });
  noteProblems(session, [...inAccounts, ...inPromises, ...inCalls]);
  return {
    book: openAccountBook(accounts),
    promises,
    calls,
    nothingPlannedDays: nothingPlannedDays(session.settings),
    rulebook: loadRulebook(session.world),
    speaker: session.speaker,
    now: session.now,
  };
}
