import { STATUSES } from '../../calls/call.ts';
import type { Problem } from '../../calls/problem.ts';
import { readChoice } from '../../read-option.ts';
import { STAGES } from '../../rules/rule.ts';
import { dateOf } from '../../time/wall.ts';
import { UserError } from '../../user-error.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { listAsMarkdown } from '../list/as-markdown.ts';
import { gather, sourcesOf } from '../list/gather.ts';
import { periodFrom } from '../list/period.ts';
import type { PeriodOptions } from '../list/period.ts';
import { listTable } from '../list/table.ts';
import { noteProblems } from '../note-problems.ts';
import type { Session } from '../session.ts';

const FORMATS = ['table', 'json', 'ndjson', 'csv', 'md'] as const;

interface Options extends PeriodOptions {
  readonly account?: string;
  readonly status?: string;
  readonly stage?: string;
  readonly team?: string;
  readonly format?: string;
  readonly json?: boolean;
}

/** `plan-call list`: the calls of this week, or of the days that are asked for. Reads only, and only those weeks. */
export async function run(session: Session, options: Options): Promise<ExitCode> {
  const { settings, speaker, now } = session;
  const format = formatFrom(options);
  const period = await periodFrom(options, now, settings.weekStart === 'sunday');
  const isOfTeam = options.team !== undefined;
  const problems: Problem[] = [];
  const sources = sourcesOf(session, options.team, problems);
  const wanted = {
    period,
    account: options.account,
    status: options.status === undefined ? undefined : readChoice('--status', options.status, STATUSES),
    stage: options.stage === undefined ? undefined : readChoice('--stage', options.stage, STAGES),
    all: options.all === true,
  };
  const { calls, promises, problems: found } = await gather(sources, wanted, format === 'table');
  problems.push(...found);

  if (format === 'json') session.print(JSON.stringify(calls, undefined, 2));
  else if (format === 'ndjson') {
    if (calls.length > 0) session.print(calls.map((call) => JSON.stringify(call)).join('\n'));
  } else if (format === 'md') session.print(listAsMarkdown(calls, isOfTeam, speaker));
  else if (format === 'csv') session.print((await import('../list/as-csv.ts')).listAsCsv(calls, isOfTeam));
  else session.print(listTable(calls, promises, period, { ...session, today: dateOf(now) }));
  noteProblems(session, problems);
  return problems.length > 0 ? EXIT.wrong : EXIT.fine;
}

function formatFrom({ format, json }: Options): (typeof FORMATS)[number] {
  if (json === true && format !== undefined && format !== 'json')
    throw new UserError('error.json-and-format', { format });
  if (json === true) return 'json';
  return format === undefined ? 'table' : readChoice('--format', format, FORMATS);
}
