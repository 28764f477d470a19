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
import { canAsk } from '../ask.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { askPromise } from '../promise/ask-promise.ts';
import type { PromiseSaid } from '../promise/ask-promise.ts';
import { occasionOf } from '../session.ts';
import type { Session } from '../session.ts';
import { whichCall } from '../which-call.ts';

interface Options {
  readonly account?: string;
  readonly what?: string;
  readonly due?: string;
  readonly by?: string;
  readonly call?: string;
  readonly json?: boolean;
}

/**
 * `plan-call promise add`: notes something that we, or the customer, promised to do by a day; asks for what is not given
 * where there is a terminal to ask on.
 */
export async function run(session: Session, options: Options): Promise<ExitCode> {
  const { world, speaker } = session;
  const store = openStore(world.fs, session.dataFolder);
  const given = read(options, session);
  const book = openAccountBook((await store.accounts()).accounts);
  const call =
    options.call === undefined
      ? undefined
      : await whichCall(session, store, options.call, {
          question: 'promise.which-call',
          isOffered: () => true,
        });
  const account = accountFor(given.account, call, book);
  const said = await complete(session, book, { ...given, ...(account !== undefined && { account }) });
  const promised: Promised = {
    schema: SCHEMA,
    id: newId(world.now()),
    ...said,
    account: book.find(said.account)?.name ?? said.account,
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

/** @throws UserError for a value that is none */
function read({ account, by, what, due }: Options, { now }: Session): Partial<PromiseSaid> {
  return {
    ...(account !== undefined && { account: readText('--account', account) }),
    ...(by !== undefined && { by: readChoice('--by', by, PROMISERS) }),
    ...(what !== undefined && { what: readText('--what', what) }),
    ...(due !== undefined && { due: readDay(due, now) }),
  };
}

/** @throws UserError naming what is missing where there is nobody to ask */
async function complete(
  session: Session,
  book: AccountBook,
  given: Partial<PromiseSaid>,
): Promise<PromiseSaid> {
  const isShort = [given.account, given.what, given.due].includes(undefined);
  const { by = 'us', ...said } = isShort && canAsk(session) ? await askPromise(session, book, given) : given;
  return {
    account: needed(said.account, '--account <name>'),
    by,
    what: needed(said.what, '--what <text>'),
    due: needed(said.due, '--due <day>'),
  };
}

function needed(value: string | undefined, option: string): string {
  if (value === undefined) throw new UserError('error.missing-option', { given: option });
  return value;
}

/**
 * The account in whose call it was promised, or that is named.
 * @throws UserError when the two are not the same
 */
function accountFor(name: string | undefined, call: Call | undefined, book: AccountBook): string | undefined {
  if (name === undefined || call === undefined) return name ?? call?.account;
  if (book.keyOf(call.account) !== book.keyOf(name)) {
    throw new UserError('promise.other-account', { id: shownId(call.id), account: call.account });
  }
  return name;
}
