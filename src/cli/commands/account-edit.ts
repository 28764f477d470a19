import { contactText } from '../../accounts/contacts.ts';
import type { Account } from '../../calls/account.ts';
import { openAccountBook } from '../../calls/account-book.ts';
import { openStore } from '../../calls/store.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanLine } from '../../text/clean.ts';
import { UserError } from '../../user-error.ts';
import { askChanges } from '../account/ask-changes.ts';
import { givenChanges } from '../account/given-changes.ts';
import type { EditOptions } from '../account/given-changes.ts';
import { titleLine } from '../account/lines.ts';
import { whichAccount } from '../account/which-account.ts';
import { writeAccount } from '../account/write-account.ts';
import { canAsk, openAsking } from '../ask.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { noteProblems } from '../note-problems.ts';
import type { Session } from '../session.ts';

interface Options extends EditOptions {
  readonly json?: boolean;
}

/** `plan-call account edit NAME`: changes stage, day of signature and contacts; asks what where nothing is given. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const { speaker, world } = session;
  const given = givenChanges(options, session);
  if (given === undefined && !canAsk(session)) {
    throw new UserError('error.missing-answers', {
      options: '--stage, --signed, --contact, --remove-contact',
    });
  }
  const store = openStore(world.fs, session.dataFolder);
  const { accounts, problems } = await store.accounts();
  noteProblems(session, problems);
  const name = words.length === 0 ? undefined : words.join(' ');
  const account = await whichAccount(session, openAccountBook(accounts), name, 'account.which');
  const change = given ?? (await askedChange(session, account));
  if (change === undefined) {
    session.note(speaker.say('account.left'));
    return EXIT.fine;
  }
  const { account: written, isChanged } = await writeAccount(session, store, account, change, 'account-edit');
  if (options.json === true) session.print(JSON.stringify(written, undefined, 2));
  else if (isChanged) session.print(accountLines(written, session));
  else session.print(speaker.say('account.left'));
  return EXIT.fine;
}

/** What she wants to change; nothing when she leaves it. */
async function askedChange(
  session: Session,
  account: Account,
): Promise<((account: Account) => Account) | undefined> {
  const { asker } = await openAsking(session);
  const asked = await askChanges(account, asker, session);
  if (asked === undefined) return undefined;
  const { stage, signedOn, contacts } = asked;
  return (before) => ({ ...before, stage, signedOn, contacts });
}

function accountLines(account: Account, session: Session): string {
  const { ink, width } = session;
  const { name, stage = null, signedOn = null, contacts = [] } = account;
  return [
    `${ink.green('✓')} ${titleLine({ name, stage, signedOn }, session)}`,
    ...contacts.map((contact) => wrap(`· ${cleanLine(contactText(contact))}`, width, '  ')),
  ].join('\n');
}
