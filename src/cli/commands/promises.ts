import { openAccountBook } from '../../calls/account-book.ts';
import { shownId } from '../../calls/id.ts';
import { PROMISERS } from '../../calls/promise.ts';
import type { Promised } from '../../calls/promise.ts';
import { openStore } from '../../calls/store.ts';
import type { Store } from '../../calls/store.ts';
import { readChoice, readText } from '../../read-option.ts';
import { wrap } from '../../terminal/layout.ts';
import { promiseText } from '../../terminal/promise-text.ts';
import { cleanLine } from '../../text/clean.ts';
import { formatDay } from '../../time/format.ts';
import { dateOf } from '../../time/wall.ts';
import type { WallDate } from '../../time/wall.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { noteProblems } from '../note-problems.ts';
import { isLate, selectPromises } from '../promise/select.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly overdue?: boolean;
  readonly account?: string;
  readonly by?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `plan-call promises`: what is promised and not done yet, the most urgent first. */
export async function run(session: Session, options: Options): Promise<ExitCode> {
  const { speaker } = session;
  const { overdue = false, account, by, all = false } = options;
  const wanted = {
    account: account === undefined ? undefined : readText('--account', account),
    by: by === undefined ? undefined : readChoice('--by', by, PROMISERS),
    isOverdue: overdue,
    all,
  };
  const store = openStore(session.world.fs, session.dataFolder);
  const { promises, problems } = await store.promises();
  const { accounts, problems: inAccounts } = await store.accounts();
  const book = openAccountBook(accounts);
  const selected = selectPromises(promises, wanted, book, dateOf(session.now));

  if (options.json === true) session.print(JSON.stringify(selected, undefined, 2));
  else if (selected.length === 0) {
    const isNarrowed = overdue || account !== undefined || by !== undefined;
    session.print(speaker.say(isNarrowed ? 'promises.none-fit' : 'promises.none'));
  } else {
    const days = await daysOfCalls(selected, store);
    for (const promise of selected) {
      const named = { ...promise, account: book.find(promise.account)?.name ?? promise.account };
      session.print(promiseLines(named, days.get(promise.call ?? ''), session));
    }
  }
  const unread = [...problems, ...inAccounts];
  noteProblems(session, unread);
  return unread.length > 0 ? EXIT.wrong : EXIT.fine;
}

/** The days of the calls in which something was promised, by their ids. */
async function daysOfCalls(promises: readonly Promised[], store: Store): Promise<Map<string, WallDate>> {
  const days = new Map<string, WallDate>();
  for (const id of new Set(promises.flatMap(({ call }) => call ?? []))) {
    const call = (await store.findCalls(id)).calls.find((one) => one.id === id);
    if (call !== undefined) days.set(id, dateOf(call.startsAt));
  }
  return days;
}

function promiseLines(promise: Promised, madeOn: WallDate | undefined, session: Session): string {
  const { speaker, ink, width, now } = session;
  const id = shownId(promise.id);
  const indent = ' '.repeat(id.length + 2);
  const late = isLate(promise, dateOf(now)) ? ` ${ink.red(`(${speaker.say('promise.late')})`)}` : '';
  const day = madeOn && formatDay(madeOn, speaker.language, 'short');
  const lines = [
    `${promiseText(promise, speaker)}${late}`,
    ...(day === undefined ? [] : [ink.dim(speaker.say('promises.from-call', { day }))]),
    ...(promise.status === 'open' ? [] : [endText(promise, promise.status, session)]),
  ];
  const text = lines.map((line) => wrap(line, width, indent)).join('\n');
  return `${ink.dim(id)}  ${text.trimStart()}`;
}

/** `dropped Thu 19 Nov 2026: they bought elsewhere`. */
function endText({ endedOn, because }: Promised, status: 'done' | 'dropped', { speaker }: Session): string {
  const day = endedOn === undefined ? '' : ` ${formatDay(endedOn, speaker.language, 'short')}`;
  const why = because === undefined ? '' : `: ${cleanLine(because)}`;
  return `${speaker.say(`promise.status-${status}`)}${day}${why}`;
}
