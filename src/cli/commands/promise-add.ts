import { SCHEMA } from '../../calls/call.ts';
import type { Call } from '../../calls/call.ts';
import { openAccountBook } from '../../calls/account-book.ts';
import type { AccountBook } from '../../calls/account-book.ts';
import { shownId } from '../../calls/id.ts';
import { newId } from '../../calls/new-id.ts';
import { PROMISERS } from '../../calls/promise.ts';
import type { Promised } from '../../calls/promise.ts';
import { openStore } from '../../calls/store.ts';
import { readDay } from '../../read-day.ts';
import { readChoice, readText } from '../../read-option.ts';
import { promiseText } from '../../terminal/promise-text.ts';
import { UserError } from '../../user-error.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { occasionOf } from '../session.ts';
import type { Session } from '../session.ts';
import { whichCall } from '../which-call.ts';

interface Options {
  readonly account?: string;
  readonly what: string;
  readonly due: string;
  readonly by?: string;
  readonly call?: string;
  readonly json?: boolean;
}

/** `plan-call promise add`: notes something that we, or the customer, promised to do by a day. */
export async function run(session: Session, options: Options): Promise<ExitCode> {
  const { world, speaker } = session;
  const store = openStore(world.fs, session.dataFolder);
  const name = options.account === undefined ? undefined : readText('--account', options.account);
  const { accounts } = await store.accounts();
  const call =
    options.call === undefined
      ? undefined
      : await whichCall(session, store, options.call, {
          question: 'promise.which-call',
          isOffered: () => true,
        });
  const promised: Promised = {
    schema: SCHEMA,
    id: newId(world.now()),
    account: accountFor(name, call, openAccountBook(accounts)),
    by: options.by === undefined ? 'us' : readChoice('--by', options.by, PROMISERS),
    what: readText('--what', options.what),
    due: readDay(options.due, session.now),
    status: 'open',
    ...(call !== undefined && { call: call.id }),
  };
  await store.change(occasionOf(session, 'promise-add'), (edit) => {
    edit.account(promised.account);
    edit.addPromise(promised);
  });
  if (options.json === true) session.print(JSON.stringify(promised, undefined, 2));
  else session.print(`✓ ${shownId(promised.id)}  ${promiseText(promised, speaker)}`);
  return EXIT.fine;
}

/**
 * The account as it is called now: the one that is named, or that of the call in which it was promised.
 * @throws UserError when there is neither, or the two are not the same
 */
function accountFor(name: string | undefined, call: Call | undefined, book: AccountBook): string {
  const named = name ?? call?.account;
  if (named === undefined) throw new UserError('error.missing-option', { given: '--account <name>' });
  if (call !== undefined && book.keyOf(call.account) !== book.keyOf(named)) {
    throw new UserError('promise.other-account', { id: shownId(call.id), account: call.account });
  }
  return book.find(named)?.name ?? named;
}
