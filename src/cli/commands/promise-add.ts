import { SCHEMA } from '../../calls/call.ts';
import { openAccountBook } from '../../calls/account-book.ts';
import { newId } from '../../calls/new-id.ts';
import { PROMISERS } from '../../calls/promise.ts';
import type { Promised } from '../../calls/promise.ts';
import { openStore } from '../../calls/store.ts';
import { readChoice, readDay, readText } from '../../read-option.ts';
import { promiseText } from '../../terminal/promise-text.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { occasionOf } from '../session.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly account: string;
  readonly what: string;
  readonly due: string;
  readonly by?: string;
  readonly json?: boolean;
}

/** `plan-call promise add`: notes something that we, or the customer, promised to do by a day. */
export async function run(session: Session, options: Options): Promise<ExitCode> {
  const { world, speaker } = session;
  const store = openStore(world.fs, session.dataFolder);
  const name = readText('--account', options.account);
  const { accounts } = await store.accounts();
  const promised: Promised = {
    schema: SCHEMA,
    id: newId(world.now()),
    account: openAccountBook(accounts).find(name)?.name ?? name,
    by: options.by === undefined ? 'us' : readChoice('--by', options.by, PROMISERS),
    what: readText('--what', options.what),
    due: readDay(options.due, session.now),
    status: 'open',
  };
  await store.change(occasionOf(session, 'promise-add'), (edit) => {
    edit.account(promised.account);
    edit.addPromise(promised);
  });
  if (options.json === true) session.print(JSON.stringify(promised, undefined, 2));
  else session.print(`✓ ${promised.id.slice(-6)}  ${promiseText(promised, speaker)}`);
  return EXIT.fine;
}
