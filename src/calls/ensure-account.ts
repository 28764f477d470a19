import { accountKey, findAccount, slug } from './account.ts';
import type { Account } from './account.ts';
import { SCHEMA } from './call.ts';
import { ACCOUNT } from './kinds.ts';
import { accountFile, accountsFolder } from './layout.ts';
import { readFile, readFolder } from './read.ts';
import { addRecord } from './save.ts';
import type { Place } from './save.ts';
import { StoreError } from './store-error.ts';

/** More accounts than this whose names make the same file name there are not. */
const ATTEMPTS = 20;

/**
 * The account of a name: the one that the store has, however its name is typed, or a new one.
 * @throws {StoreError} `invalid` for a name without a letter, or what kept it from being written
 */
export async function ensureAccount(place: Place, name: string): Promise<Account> {
  const { fs, dir } = place;
  if (accountKey(name) === '')
    throw new StoreError(accountsFolder(dir), 'invalid', 'the name of the account is empty');
  const { records } = await readFolder(fs, ACCOUNT, dir, accountsFolder(dir));
  const known = findAccount(records, name);
  if (known !== undefined) return known;
  for (let attempt = 0; ; attempt += 1) {
    const account: Account = { schema: SCHEMA, id: slug(name, attempt), name };
    try {
      const { record } = await addRecord(place, ACCOUNT, account);
      return record;
    } catch (error) {
      const isTaken = error instanceof StoreError && error.reason === 'exists' && attempt < ATTEMPTS;
      if (!isTaken) throw error;
    }
    // Another account of the same file name, or another process that has just added this one.
    const reading = await readFile(fs, ACCOUNT, dir, accountFile(dir, account));
    if ('record' in reading && accountKey(reading.record.name) === accountKey(name)) return reading.record;
  }
}
