import { accountKey } from './account.ts';
import type { Account } from './account.ts';

/** The accounts of a store, found by any name that they have or had. */
export interface AccountBook {
  /** Those that are accounts of their own, by name. */
  readonly accounts: readonly Account[];
  /** The account of a name, however it is typed; for a name of a merged one, the account that it was merged into. */
  find(name: string): Account | undefined;
  /** What all names of one account have in common, and no name of another. */
  keyOf(name: string): string;
}

/** @param records all accounts on file, those among them that were merged into others */
export function openAccountBook(records: readonly Account[]): AccountBook {
  const byId = new Map(records.map((account) => [account.id, account]));
  const byKey = new Map<string, Account>();
  // A name that an account has now comes before one that another had once.
  for (const account of records) {
    for (const name of account.otherNames ?? []) byKey.set(accountKey(name), account);
  }
  for (const account of records) byKey.set(accountKey(account.name), account);

  const find = (name: string): Account | undefined => {
    const account = byKey.get(accountKey(name));
    return account && successorOf(account, byId);
  };
  return {
    accounts: records
      .filter((account) => successorOf(account, byId) === account)
      .toSorted((one, other) => (accountKey(one.name) < accountKey(other.name) ? -1 : 1)),
    find,
    keyOf: (name) => accountKey(find(name)?.name ?? name),
  };
}

/**
 * Tells names of accounts that are called something like this: a part of one of their names, whatever its case, marks and
 * spaces.
 */
export function isCalledLike(part: string, book: AccountBook): (name: string) => boolean {
  const key = accountKey(part);
  const keys = new Set(
    book.accounts
      .filter(({ name, otherNames = [] }) =>
        [name, ...otherNames].some((one) => accountKey(one).includes(key)),
      )
      .map(({ name }) => book.keyOf(name)),
  );
  return (name) => accountKey(name).includes(key) || keys.has(book.keyOf(name));
}

/** The account that one was merged into, and that in turn. */
function successorOf(account: Account, byId: ReadonlyMap<string, Account>): Account {
  const passed = [account];
  for (;;) {
    const { mergedInto } = passed.at(-1) ?? account;
    const next = mergedInto === undefined ? undefined : byId.get(mergedInto);
    if (next === undefined) return passed.at(-1) ?? account;
    // Two computers can merge two accounts into each other; then one of them stands for both.
    if (passed.includes(next)) return passed.reduce((one, other) => (one.id < other.id ? one : other));
    passed.push(next);
  }
}
