import { openAccountBook } from '../../calls/account-book.ts';
import type { AccountBook } from '../../calls/account-book.ts';
import type { Account } from '../../calls/account.ts';
import type { Call } from '../../calls/call.ts';
import { openStore } from '../../calls/store.ts';
import { promisesTo, signedWithNothingPlanned } from '../../plan/reasons.ts';
import { cleanLine } from '../../text/clean.ts';
import { formatDay } from '../../time/format.ts';
import { dateOf } from '../../time/wall.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { wrap } from '../../terminal/layout.ts';
import { noteProblems } from '../note-problems.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly json?: boolean;
}

/** Week folders that are looked into for the last and the next call of each account. */
const WEEKS = 104;

/** What is on file about an account. */
interface AccountView {
  readonly id: string;
  readonly name: string;
  readonly stage: Call['stage'] | null;
  /** Dates. */
  readonly lastCall: string | null;
  readonly nextCall: string | null;
  readonly openPromises: number;
  /** Store rules that speak: past due promises, a signature with nothing planned behind it. */
  readonly findings: readonly ('open-commitment' | 'signing-as-finish')[];
}

/** `plan-call accounts`: every account with its last and next call, and what is open there. */
export async function run(session: Session, options: Options): Promise<ExitCode> {
  const { speaker, now } = session;
  const store = openStore(session.world.fs, session.dataFolder);
  const { accounts, problems: inAccounts } = await store.accounts();
  const { promises, problems: inPromises } = await store.promises();
  const { calls, problems: inCalls } = await store.readLatestCalls({ maxWeeks: WEEKS });
  const book = openAccountBook(accounts);
  const today = dateOf(now);
  const unplanned = new Set(
    signedWithNothingPlanned({ calls, book }, now).map((reason) => book.keyOf(reason.account)),
  );

  const views = book.accounts.map<AccountView>((account) => {
    const own = promisesTo(account.name, { promises, book });
    return {
      ...callsOf(account, { calls, book }, today),
      openPromises: own.length,
      findings: [
        ...(own.some((promise) => promise.due < today) ? (['open-commitment'] as const) : []),
        ...(unplanned.has(book.keyOf(account.name)) ? (['signing-as-finish'] as const) : []),
      ],
    };
  });

  if (options.json === true) session.print(JSON.stringify(views, undefined, 2));
  else if (views.length === 0) session.print(speaker.say('accounts.none'));
  else for (const view of views) session.print(viewLines(view, session));
  noteProblems(session, [...inAccounts, ...inPromises, ...inCalls]);
  return EXIT.fine;
}

function callsOf(
  account: Account,
  { calls, book }: { readonly calls: readonly Call[]; readonly book: AccountBook },
  today: string,
): Omit<AccountView, 'openPromises' | 'findings'> {
  const key = book.keyOf(account.name);
  const own = calls.filter(
    (call) => book.keyOf(call.account) === key && call.status !== 'cancelled' && call.status !== 'moved',
  );
  const past = own.filter((call) => dateOf(call.startsAt) < today).map((call) => dateOf(call.startsAt));
  const coming = own.filter((call) => dateOf(call.startsAt) >= today).map((call) => dateOf(call.startsAt));
  return {
    id: account.id,
    name: account.name,
    // Calls come newest first.
    stage: own[0]?.stage ?? null,
    lastCall: past[0] ?? null,
    nextCall: coming.at(-1) ?? null,
  };
}

function viewLines(view: AccountView, { speaker, ink, width }: Session): string {
  const day = (date: string | null): string =>
    date === null ? '–' : formatDay(date, speaker.language, 'short');
  const stage = view.stage === null ? '' : ` · ${speaker.say(`stage.${view.stage}`)}`;
  const lines = [
    `${ink.bold(cleanLine(view.name))}${stage}`,
    wrap(speaker.say('accounts.calls', { last: day(view.lastCall), next: day(view.nextCall) }), width, '  '),
  ];
  if (view.openPromises > 0)
    lines.push(wrap(speaker.say('accounts.promises', { n: view.openPromises }), width, '  '));
  for (const id of view.findings) {
    lines.push(
      wrap(`${ink.yellow('!')} ${speaker.say(`accounts.${id}`)} ${ink.dim(`[${id}]`)}`, width, '  '),
    );
  }
  return lines.join('\n');
}
