import { accountKey } from '../../calls/account.ts';
import type { Account } from '../../calls/account.ts';
import { isCalledLike } from '../../calls/account-book.ts';
import type { AccountBook } from '../../calls/account-book.ts';
import type { MessageKey } from '../../messages.ts';
import { BACK, Interrupted } from '../../plan/asker.ts';
import { cleanLine } from '../../text/clean.ts';
import { nearestWord } from '../../text/nearest-word.ts';
import { UserError } from '../../user-error.ts';
import { canAsk, openAsking } from '../ask.ts';
import type { Session } from '../session.ts';

/**
 * The account that a command is about, by a name that it has or had, or by its id; asked for when none is named.
 * @param except one that is not offered
 * @throws UserError when there is none of that name, or nobody to ask
 * @throws Interrupted when she leaves the question
 */
export async function whichAccount(
  session: Session,
  book: AccountBook,
  name: string | undefined,
  question: MessageKey,
  except?: Account,
): Promise<Account> {
  return name === undefined ? askForAccount(session, book, question, except) : namedAccount(book, name);
}

/** @throws UserError when no account has or had that name, with the one that is probably meant */
export function namedAccount(book: AccountBook, name: string): Account {
  const account = book.find(name) ?? book.accounts.find(({ id }) => id === name);
  if (account !== undefined) return account;
  const near = onlyLike(book, name)?.name ?? nearestTo(book, name);
  throw near === undefined
    ? new UserError('account.unknown', { name })
    : new UserError('account.unknown-near', { name, near });
}

/** The account that has such a part in one of its names, where it is the only one. */
export function onlyLike(book: AccountBook, part: string): Account | undefined {
  if (accountKey(part) === '') return undefined;
  const isLike = isCalledLike(part, book);
  const [account, another] = book.accounts.filter(({ name }) => isLike(name));
  return another === undefined ? account : undefined;
}

function nearestTo(book: AccountBook, name: string): string | undefined {
  const names = book.accounts.flatMap((account) => [account.name, ...(account.otherNames ?? [])]);
  const near = nearestWord(accountKey(name), names.map(accountKey));
  return near === undefined ? undefined : book.find(near)?.name;
}

async function askForAccount(
  session: Session,
  book: AccountBook,
  question: MessageKey,
  except: Account | undefined,
): Promise<Account> {
  if (!canAsk(session)) throw new UserError('account.none-named');
  const offered = book.accounts.filter((account) => account !== except);
  if (offered.length === 0) throw new UserError(except === undefined ? 'accounts.none' : 'account.no-other');
  const { asker } = await openAsking(session);
  const chosen = await asker.search({
    message: session.speaker.say(question),
    offers: (typed) => {
      const isLike = isCalledLike(typed, book);
      return offered
        .filter(({ name }) => isLike(name))
        .map(({ name, id }) => ({ name: cleanLine(name), value: id }));
    },
  });
  const account = offered.find(({ id }) => id === chosen);
  if (chosen === BACK || account === undefined) throw new Interrupted();
  return account;
}
