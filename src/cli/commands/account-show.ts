import { accountPage } from '../../accounts/account-page.ts';
import { openStore } from '../../calls/store.ts';
import { openFile } from '../account/open-file.ts';
import { pageText } from '../account/page-text.ts';
import { onlyLike, whichAccount } from '../account/which-account.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly json?: boolean;
}

/** `plan-call account show NAME`: everything about one account; a part of its name will do where no other has it. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const onFile = await openFile(session, openStore(session.world.fs, session.dataFolder));
  const { book } = onFile;
  const name = words.length === 0 ? undefined : words.join(' ');
  const known = name === undefined ? undefined : (book.find(name) ?? onlyLike(book, name));
  const account = known ?? (await whichAccount(session, book, name, 'account.which'));
  const page = accountPage(account, onFile, session.now);
  session.print(options.json === true ? JSON.stringify(page, undefined, 2) : pageText(page, session));
  return EXIT.fine;
}
