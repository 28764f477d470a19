import type { AccountBook } from '../calls/account-book.ts';
import { isId, shownId } from '../calls/id.ts';
import type { Promised } from '../calls/promise.ts';
import type { Speaker } from '../messages.ts';
import { sidedPromiseText } from '../terminal/promise-text.ts';
import { cleanLine } from '../text/clean.ts';
import { formatDay } from '../time/format.ts';
import type { WallDate } from '../time/wall.ts';
import { UserError } from '../user-error.ts';

/** Everything that was promised, and the accounts that it was promised on. */
export interface PromisesOnFile {
  readonly promises: readonly Promised[];
  readonly book: AccountBook;
}

/** What is open between us and a customer: ours first, the most urgent first. */
export function openPromisesOn(account: string, { promises, book }: PromisesOnFile): Promised[] {
  const key = book.keyOf(account);
  const rank = ({ by, due }: Promised): string => `${by === 'us' ? 0 : 1} ${due}`;
  return promises
    .filter((promise) => promise.status === 'open' && book.keyOf(promise.account) === key)
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/** A promise as it stands once it is kept. */
export function keptOn(promise: Promised, today: WallDate): Promised {
  return { ...promise, status: 'done', endedOn: today };
}

/**
 * The open promises on an account that are named by the ends of their ids, in the order of `openPromisesOn`.
 * @throws UserError for one that is not open there, naming those that are
 */
export function keptFrom(
  given: readonly string[],
  account: string,
  onFile: PromisesOnFile,
  today: WallDate,
  speaker: Speaker,
): Promised[] {
  const open = openPromisesOn(account, onFile);
  const named = given.map((id) => {
    const [found, ...others] = endingIn(id, open);
    if (found !== undefined && others.length === 0) return found;
    const ways = { id: cleanLine(id), open: openText(account, open, today, speaker) };
    if (found !== undefined) throw new UserError('close.kept-not-unique', ways);
    throw errorFor(endingIn(id, onFile.promises)[0], account, onFile.book, ways, speaker);
  });
  return open.filter((promise) => named.includes(promise));
}

/** The promises with an id that ends like this; only the one whose whole id it is, where there is one. */
function endingIn(given: string, promises: readonly Promised[]): Promised[] {
  const ending = given.trim().toLowerCase();
  const matching = isId(ending) ? promises.filter(({ id }) => id.endsWith(ending)) : [];
  const whole = matching.find(({ id }) => id === ending);
  return whole === undefined ? matching : [whole];
}

/** Why a promise cannot be kept in a call on this account. */
function errorFor(
  promise: Promised | undefined,
  account: string,
  book: AccountBook,
  ways: { readonly id: string; readonly open: string },
  speaker: Speaker,
): UserError {
  if (promise === undefined) return new UserError('close.kept-unknown', ways);
  const what = cleanLine(promise.what);
  if (book.keyOf(promise.account) !== book.keyOf(account)) {
    const name = cleanLine(book.find(promise.account)?.name ?? promise.account);
    return new UserError('close.kept-elsewhere', { ...ways, what, account: name });
  }
  const { endedOn } = promise;
  const day = endedOn === undefined ? '–' : formatDay(endedOn, speaker.language, 'short');
  const key = promise.status === 'dropped' ? 'close.kept-dropped' : 'close.kept-before';
  return new UserError(key, { ...ways, what, day });
}

/** The promises that can be named, each with the end of its id. */
function openText(account: string, open: readonly Promised[], today: WallDate, speaker: Speaker): string {
  if (open.length === 0) return speaker.say('close.none-open', { account: cleanLine(account) });
  const lines = open.map(
    (promise) => `  ${shownId(promise.id)}  ${cleanLine(sidedPromiseText(promise, today, speaker))}`,
  );
  return [speaker.say('close.those-open', { account: cleanLine(account) }), ...lines].join('\n');
}
