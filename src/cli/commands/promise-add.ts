import { SCHEMA } from '../../calls/call.ts';
import { cleanText } from '../../calls/clean-text.ts';
import { findAccount } from '../../calls/account.ts';
import { newId } from '../../calls/new-id.ts';
import { PROMISERS } from '../../calls/promise.ts';
import type { Promised } from '../../calls/promise.ts';
import { openStore } from '../../calls/store.ts';
import { readChoice } from '../../read-choice.ts';
import { cleanLine } from '../../text/clean.ts';
import { formatDay } from '../../time/format.ts';
import { dateOf } from '../../time/wall.ts';
import { parseWhen } from '../../time/when.ts';
import { UserError } from '../../user-error.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
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
  const name = textOf('--account', options.account);
  const { accounts } = await store.accounts();
  const promised: Promised = {
    schema: SCHEMA,
    id: newId(world.now()),
    account: findAccount(accounts, name)?.name ?? name,
    by: options.by === undefined ? 'us' : readChoice('--by', options.by, PROMISERS),
    what: textOf('--what', options.what),
    due: dayOf(options.due, session),
    status: 'open',
  };
  await store.addAccount(promised.account);
  await store.addPromise(promised);
  if (options.json === true) session.print(JSON.stringify(promised, undefined, 2));
  else {
    const due = formatDay(promised.due, speaker.language, 'short');
    const key = promised.by === 'us' ? 'promise.ours' : 'promise.theirs';
    session.print(
      `✓ ${promised.id.slice(-6)}  ${speaker.say(key, { account: cleanLine(promised.account), what: cleanLine(promised.what), due })}`,
    );
  }
  return EXIT.fine;
}

function textOf(option: string, given: string): string {
  const text = cleanText(given);
  if (text === '') throw new UserError('error.empty-option', { option });
  return text;
}

/** A promise may already be past due when it is noted. */
function dayOf(given: string, { now }: Session): string {
  const when = parseWhen(given, now);
  if (when.kind === 'problem') throw new UserError(`when.${when.problem}`, { part: when.part, given });
  return dateOf(when.at);
}
