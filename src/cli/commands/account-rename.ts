import { renamed } from '../../accounts/change-account.ts';
import { accountKey } from '../../calls/account.ts';
import type { Account } from '../../calls/account.ts';
import { openAccountBook } from '../../calls/account-book.ts';
import type { AccountBook } from '../../calls/account-book.ts';
import { cleanText } from '../../calls/clean-text.ts';
import { openStore } from '../../calls/store.ts';
import { BACK, Interrupted } from '../../plan/asker.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanLine } from '../../text/clean.ts';
import { UserError } from '../../user-error.ts';
import { twoNames } from '../account/two-names.ts';
import { whichAccount } from '../account/which-account.ts';
import { writeAccount } from '../account/write-account.ts';
import { canAsk, openAsking } from '../ask.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { noteProblems } from '../note-problems.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly json?: boolean;
}

/** `plan-call account rename OLD NEW`: the name changes, and everything that was filed under the old one stays with it. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const { speaker, world } = session;
  const store = openStore(world.fs, session.dataFolder);
  const { accounts, problems } = await store.accounts();
  noteProblems(session, problems);
  const book = openAccountBook(accounts);
  const names = twoNames(words, 'rename', (old) => book.find(old) !== undefined);
  if (names.second === undefined && !canAsk(session)) {
    throw new UserError('account.two-names', { command: 'rename' });
  }
  const account = await whichAccount(session, book, names.first, 'account.which');
  const name = cleanName(names.second ?? (await askName(session, account)));
  checkName(name, account, book);
  const { account: written, isChanged } = await writeAccount(
    session,
    store,
    account,
    (before) => (before.name === name ? before : renamed(before, name)),
    'account-rename',
  );
  if (options.json === true) session.print(JSON.stringify(written, undefined, 2));
  else if (!isChanged) session.print(speaker.say('account.left'));
  else {
    const told = speaker.say('account.renamed', { old: cleanLine(account.name), name: cleanLine(name) });
    session.print(wrap(`${session.ink.green('✓')} ${told}`, session.width));
  }
  return EXIT.fine;
}

async function askName(session: Session, account: Account): Promise<string> {
  const { speaker } = session;
  const { asker } = await openAsking(session);
  const name = await asker.text({
    message: speaker.say('account.rename-to'),
    prefilled: account.name,
    complain: (typed) =>
      accountKey(cleanName(typed)) === '' ? speaker.say('account.name-empty') : undefined,
  });
  if (name === BACK) throw new Interrupted();
  return name;
}

/** A name stands in one line. */
function cleanName(typed: string): string {
  return cleanText(typed).replace(/\s+/g, ' ');
}

/** @throws UserError when it shows nothing, or is that of another account */
function checkName(name: string, account: Account, book: AccountBook): void {
  if (accountKey(name) === '') throw new UserError('account.name-empty');
  const other = book.find(name);
  if (other !== undefined && other.id !== account.id) {
    throw new UserError('account.name-taken', { name: other.name, old: account.name });
  }
}
