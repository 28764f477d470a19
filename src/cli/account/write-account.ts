import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../../calls/account.ts';
import type { Store } from '../../calls/store.ts';
import { occasionOf } from '../session.ts';
import type { Session } from '../session.ts';

/**
 * Writes what is changed of an account.
 * @returns the account as it stands now, and whether anything was written
 */
export async function writeAccount(
  session: Session,
  store: Store,
  account: Account,
  change: (account: Account) => Account,
  command: string,
): Promise<{ readonly account: Account; readonly isChanged: boolean }> {
  return store.change(occasionOf(session, command), (edit) => {
    let isChanged = false;
    const written = edit.updateAccount(account, (before) => {
      const after = change(before);
      isChanged = !isDeepStrictEqual(after, before);
      return after;
    });
    return { account: written, isChanged };
  });
}
