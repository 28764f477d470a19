import { openAccountBook } from '../../calls/account-book.ts';
import type { Change } from '../../calls/change.ts';
import { isId } from '../../calls/id.ts';
import { accountFile, callFile, pathInStore, promiseFile } from '../../calls/layout.ts';
import type { Store } from '../../calls/store.ts';
import { pathsOfMoved } from '../../history/story.ts';
import { recordsIn } from '../../history/touched.ts';
import { UserError } from '../../user-error.ts';
import { noteProblems } from '../note-problems.ts';
import type { Session } from '../session.ts';

/** Characters at the end of an id in a list of those that are meant perhaps. */
const ENDING = 8;

/**
 * The files in the store of what is named: an account by any of its names, a call or a promise by the end of its id, also
 * one whose adding was undone.
 * @param changes of the store, newest first
 * @throws UserError when there is none, or more than one
 */
export async function pathsNamed(
  session: Session,
  store: Store,
  name: string,
  changes: readonly Change[],
): Promise<ReadonlySet<string>> {
  const { accounts, problems } = await store.accounts();
  noteProblems(session, problems);
  const book = openAccountBook(accounts);
  const account = book.find(name);
  if (account !== undefined) {
    const merged = accounts.filter((one) => book.find(one.name)?.id === account.id);
    return new Set(merged.map((one) => pathInStore(store.dir, accountFile(store.dir, one))));
  }
  const found = await pathsByEnding(store, name.trim().toLowerCase(), changes);
  const [path] = found;
  if (path === undefined) throw new UserError('history.unknown', { id: name });
  const all = pathsOfMoved(changes, path);
  const others = found.filter((one) => !all.has(one));
  if (others.length > 0) {
    const ids = [path, ...others].map((one) => one.replace(/\.json$/, '').slice(-ENDING));
    throw new UserError('history.not-unique', { id: name, ids: ids.join(', ') });
  }
  return all;
}

async function pathsByEnding(store: Store, ending: string, changes: readonly Change[]): Promise<string[]> {
  if (!isId(ending)) return [];
  const { calls } = await store.findCalls(ending);
  const { promises } = await store.promises();
  const inChanges = changes
    .flatMap(recordsIn)
    .filter(({ kind, id }) => kind !== 'account' && id.endsWith(ending))
    .map(({ path }) => path);
  const onFile = [
    ...calls.map((call) => callFile(store.dir, call)),
    ...promises.filter(({ id }) => id.endsWith(ending)).map((one) => promiseFile(store.dir, one)),
  ].map((file) => pathInStore(store.dir, file));
  return [...new Set([...onFile, ...inChanges])];
}
