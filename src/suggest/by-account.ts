import type { AccountBook } from '../calls/account-book.ts';

/** What was found about one account. */
export interface AboutAccount<Found> {
  /** The name that the account has now. */
  readonly account: string;
  readonly found: readonly Found[];
}

/** Puts together what is about the same account, in the order of what comes first about each. */
export function byAccount<Found extends { readonly account: string }>(
  all: readonly Found[],
  book: AccountBook,
): AboutAccount<Found>[] {
  const groups = new Map<string, Found[]>();
  for (const one of all) {
    const key = book.keyOf(one.account);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((found) => {
    const name = found[0]?.account ?? '';
    return { account: book.find(name)?.name ?? name, found };
  });
}
