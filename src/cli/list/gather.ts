import { resolve } from 'node:path';
import { isCalledLike, openAccountBook } from '../../calls/account-book.ts';
import type { Call } from '../../calls/call.ts';
import type { Problem } from '../../calls/problem.ts';
import type { Promised } from '../../calls/promise.ts';
import { openStore } from '../../calls/store.ts';
import type { Store } from '../../calls/store.ts';
import { storesIn } from '../../calls/team.ts';
import { UserError } from '../../user-error.ts';
import type { Session } from '../session.ts';
import type { Period } from './period.ts';
import { readCalls } from './select.ts';
import type { Wanted } from './select.ts';

/** Whose a record is, where those of a team are listed. */
interface Whose {
  readonly rep?: string;
}
export type ListedCall = Call & Whose;
export type ListedPromise = Promised & Whose;

/** What is listed, in the order of time. */
export interface Listed {
  readonly calls: readonly ListedCall[];
  /** Open, and due by the end of the days shown; those that are due first come first. */
  readonly promises: readonly ListedPromise[];
  readonly problems: readonly Problem[];
}

/** What is asked for, in every store. */
interface Asked extends Omit<Wanted, 'isOfAccount'> {
  /** Part of a name of the accounts. */
  readonly account?: string | undefined;
}

/** A store, and the rep whose it is where there are several. */
interface Source extends Whose {
  readonly store: Store;
}

/**
 * The stores that a list is made from: the user's own, or those of a team.
 * @param team the folder in which each rep of the team has one
 * @throws UserError when nobody has one there
 */
export function sourcesOf(
  { world: { fs, cwd }, dataFolder }: Session,
  team: string | undefined,
  problems: Problem[],
): Source[] {
  if (team === undefined) return [{ store: openStore(fs, dataFolder) }];
  const stores = storesIn(fs, resolve(cwd, team), problems);
  if (stores.length === 0) throw new UserError('list.no-team', { folder: team });
  return stores.map(({ rep, dir }) => ({ rep, store: openStore(fs, dir) }));
}

/**
 * Reads what is wanted from all stores, the weeks asked for and no other.
 * @param withPromises promises are read, too
 */
export async function gather(
  sources: readonly Source[],
  wanted: Asked,
  withPromises: boolean,
): Promise<Listed> {
  const calls: ListedCall[] = [];
  const promises: ListedPromise[] = [];
  const problems: Problem[] = [];
  for (const { store, rep } of sources) {
    const isOfAccount = await accountTest(store, wanted.account, problems);
    const found = await readCalls(store, { ...wanted, isOfAccount });
    for (const call of found.calls) calls.push(ofRep(call, rep));
    problems.push(...found.problems);
    if (!withPromises) continue;
    const inStore = await store.promises();
    for (const promise of inStore.promises) {
      if (isDue(promise, wanted) && isOfAccount?.(promise.account) !== false)
        promises.push(ofRep(promise, rep));
    }
    problems.push(...inStore.problems);
  }
  return {
    // The order of a store stays, and reps come by name where they call at the same time.
    calls: sources.length === 1 ? calls : calls.sort((a, b) => compare(a.startsAt, b.startsAt)),
    promises: promises.sort((a, b) => compare(a.due, b.due)),
    problems,
  };
}

function ofRep<T extends Call | Promised>(record: T, rep: string | undefined): T & Whose {
  // In front, and whatever the record itself holds under that name.
  return rep === undefined ? record : Object.assign({ rep }, record, { rep });
}

/** What is late stays on the list until it is done. */
function isDue({ status, due }: Promised, { period: { to } }: { readonly period: Period }): boolean {
  return status === 'open' && (to === undefined || due <= to);
}

/** Tells the accounts one of whose names contains a text; nothing, and no account is read, where none is asked for. */
async function accountTest(
  store: Store,
  part: string | undefined,
  problems: Problem[],
): Promise<((name: string) => boolean) | undefined> {
  if (part === undefined) return undefined;
  const { accounts, problems: inAccounts } = await store.accounts();
  problems.push(...inAccounts);
  return isCalledLike(part, openAccountBook(accounts));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
