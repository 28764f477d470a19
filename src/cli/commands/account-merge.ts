import { merged } from '../../accounts/change-account.ts';
import type { Account } from '../../calls/account.ts';
import { openAccountBook } from '../../calls/account-book.ts';
import type { AccountBook } from '../../calls/account-book.ts';
import { openStore } from '../../calls/store.ts';
import type { Store } from '../../calls/store.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanLine } from '../../text/clean.ts';
import { UserError } from '../../user-error.ts';
import { twoNames } from '../account/two-names.ts';
import type { TwoNames } from '../account/two-names.ts';
import { namedAccount, whichAccount } from '../account/which-account.ts';
import { canAsk, openAsking } from '../ask.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { noteProblems } from '../note-problems.ts';
import { occasionOf } from '../session.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `plan-call account merge FROM INTO`: one account of two; what was filed under either name belongs to the second. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const { speaker, world } = session;
  const store = openStore(world.fs, session.dataFolder);
  const { accounts, problems } = await store.accounts();
  noteProblems(session, problems);
  const { from, into } = await whichTwo(session, openAccountBook(accounts), words);
  const names = { from: cleanLine(from.name), into: cleanLine(into.name) };
  if (options.yes !== true && !(await isMeant(session, names))) {
    session.note(speaker.say('account.left'));
    return EXIT.fine;
  }
  const written = await merge(session, store, from, into);
  if (options.json === true) session.print(JSON.stringify(written, undefined, 2));
  else
    session.print(wrap(`${session.ink.green('✓')} ${speaker.say('account.merged', names)}`, session.width));
  return EXIT.fine;
}

async function whichTwo(
  session: Session,
  book: AccountBook,
  words: readonly string[],
): Promise<{ readonly from: Account; readonly into: Account }> {
  const isKnown = (name: string): boolean => book.find(name) !== undefined;
  const names: TwoNames = twoNames(words, 'merge', (first, second) => isKnown(first) && isKnown(second));
  if (names.second === undefined && !canAsk(session)) {
    throw new UserError('account.two-names', { command: 'merge' });
  }
  // Both names are looked at before anything is asked.
  if (names.second !== undefined) namedAccount(book, names.second);
  const from = await whichAccount(session, book, names.first, 'account.merge-from');
  const into = await whichAccount(session, book, names.second, 'account.merge-into', from);
  if (from.id === into.id) {
    throw new UserError('account.itself', {
      from: names.first ?? from.name,
      into: names.second ?? into.name,
      name: into.name,
    });
  }
  return { from, into };
}

/** @throws UserError when there is nobody to ask */
async function isMeant(session: Session, names: { from: string; into: string }): Promise<boolean> {
  const { speaker } = session;
  if (!canAsk(session)) throw new UserError('account.needs-yes', names);
  const { asker } = await openAsking(session);
  const answer = await asker.choose({
    message: speaker.say('account.merge-ask', names),
    choices: [
      { name: speaker.say('account.merge-yes'), value: 'yes' },
      { name: speaker.say('account.merge-no'), value: 'no' },
    ],
  });
  return answer === 'yes';
}

/** @returns the account that stays */
function merge(session: Session, store: Store, from: Account, into: Account): Promise<Account> {
  return store.change(occasionOf(session, 'account-merge'), (edit) => {
    let before = from;
    edit.updateAccount(from, (now) => {
      before = now;
      return merged(now, into).from;
    });
    return edit.updateAccount(into, (now) => merged(before, now).into);
  });
}
