import { STATUSES } from '../../calls/call.ts';
import { openStore } from '../../calls/store.ts';
import type { Store } from '../../calls/store.ts';
import type { Promised } from '../../calls/promise.ts';
import type { Problem } from '../../calls/read.ts';
import { isCalledLike, openAccountBook } from '../../calls/account-book.ts';
import { readChoice } from '../../read-option.ts';
import { STAGES } from '../../rules/rule.ts';
import { dateOf } from '../../time/wall.ts';
import { UserError } from '../../user-error.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { listAsMarkdown } from '../list/as-markdown.ts';
import { periodFrom } from '../list/period.ts';
import type { Period, PeriodOptions } from '../list/period.ts';
import { readCalls } from '../list/select.ts';
import { listTable } from '../list/table.ts';
import { noteProblems } from '../note-problems.ts';
import type { Session } from '../session.ts';

const FORMATS = ['table', 'json', 'ndjson', 'csv', 'md'] as const;

interface Options extends PeriodOptions {
  readonly account?: string;
  readonly status?: string;
  readonly stage?: string;
  readonly format?: string;
  readonly json?: boolean;
}

/** `plan-call list`: the calls of this week, or of the days that are asked for. Reads only, and only those weeks. */
export async function run(session: Session, options: Options): Promise<ExitCode> {
  const { world, settings, speaker, now } = session;
  const format = formatFrom(options);
  const period = periodFrom(options, now, settings.weekStart === 'sunday');
  const store = openStore(world.fs, session.dataFolder);
  const problems: Problem[] = [];
  const isOfAccount = await accountTest(store, options.account, problems);
  const { calls, problems: inCalls } = await readCalls(store, {
    period,
    isOfAccount,
    status: options.status === undefined ? undefined : readChoice('--status', options.status, STATUSES),
    stage: options.stage === undefined ? undefined : readChoice('--stage', options.stage, STAGES),
    all: options.all === true,
  });
  problems.push(...inCalls);

  if (format === 'json') session.print(JSON.stringify(calls, undefined, 2));
  else if (format === 'ndjson') for (const call of calls) session.print(JSON.stringify(call));
  else if (format === 'md') session.print(listAsMarkdown(calls, speaker));
  else if (format === 'csv') session.print((await import('../list/as-csv.ts')).listAsCsv(calls));
  else {
    const { promises, problems: inPromises } = await store.promises();
    problems.push(...inPromises);
    const due = promises.filter((promise) => isDue(promise, period, isOfAccount));
    session.print(
      listTable(
        calls,
        due.toSorted((a, b) => (a.due < b.due ? -1 : 1)),
        period,
        { ...session, today: dateOf(now) },
      ),
    );
  }
  noteProblems(session, problems);
  return problems.length > 0 ? EXIT.wrong : EXIT.fine;
}

function formatFrom({ format, json }: Options): (typeof FORMATS)[number] {
  if (json === true && format !== undefined && format !== 'json')
    throw new UserError('error.json-and-format', { format });
  if (json === true) return 'json';
  return format === undefined ? 'table' : readChoice('--format', format, FORMATS);
}

/** Tells the accounts one of whose names contains a text; nothing, and no account is read, where none is asked for. */
async function accountTest(
  store: Store,
  part: string | undefined,
  problems: Problem[],
): Promise<((name: string) => boolean) | undefined> {
  if (part === undefined) return undefined;
  const { accounts, problems: inAccounts } = await store.accounts();
  problems.push(...inAccounts);
  return isCalledLike(part, openAccountBook(accounts));
}

/** Open, and due by the end of the days shown: what is late stays on the list until it is done. */
function isDue(
  promise: Promised,
  { to }: Period,
  isOfAccount: ((name: string) => boolean) | undefined,
): boolean {
  if (promise.status !== 'open' || (to !== undefined && promise.due > to)) return false;
  return isOfAccount?.(promise.account) ?? true;
}
