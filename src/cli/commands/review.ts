import { isAbsolute, join } from 'node:path';
import type { Problem } from '../../calls/read.ts';
import { reviewOf } from '../../review/review.ts';
import type { OnFileFor, Review } from '../../review/review.ts';
import { monthName } from '../../terminal/figures.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanLine } from '../../text/clean.ts';
import { formatDay } from '../../time/format.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { noteProblems } from '../note-problems.ts';
import { reviewText } from '../review/as-text.ts';
import { reviewPeriod } from '../review/period.ts';
import type { ReviewPeriod, ReviewPeriodOptions } from '../review/period.ts';
import { storesIn } from '../../calls/team.ts';
import { readFor } from '../review/read.ts';
import { teamText } from '../review/team-text.ts';
import type { RepReview } from '../review/team-text.ts';
import { readRules } from '../load-rules.ts';
import type { Session } from '../session.ts';
import { UserError } from '../../user-error.ts';

interface Options extends ReviewPeriodOptions {
  readonly team?: string;
  readonly json?: boolean;
}

/** What a review is made of: the whole, and of a team each rep. */
interface Reviewed {
  readonly review: Review;
  readonly reps?: readonly RepReview[];
  readonly problems: readonly Problem[];
}

/** `plan-call review`: what became of the calls and promises of a week or a month, of one rep or of a team. Reads only. */
export async function run(session: Session, options: Options): Promise<ExitCode> {
  const { settings, now, print, speaker, ink, width } = session;
  const period = await reviewPeriod(options, now, settings.weekStart === 'sunday');
  const { review, reps, problems } = await (options.team === undefined
    ? reviewStore(session, period)
    : reviewTeam(session, options.team, period));

  if (options.json === true) {
    const team = reps && { reps: reps.map((rep) => ({ name: rep.name, ...rep.review })) };
    print(JSON.stringify({ period, ...review, ...team }, undefined, 2));
  } else {
    const look = {
      speaker,
      ink,
      width,
      ruleTitle: ruleTitles(session, review),
      namesCalls: reps === undefined,
    };
    print(ink.bold(wrap(titleOf(period, session), width)));
    print(`\n${reviewText(review, look)}`);
    if (reps !== undefined) print(`\n${ink.bold(speaker.say('review.reps'))}\n${teamText(reps, look)}`);
  }
  noteProblems(session, problems);
  return problems.length > 0 ? EXIT.wrong : EXIT.fine;
}

async function reviewStore({ world, dataFolder, now }: Session, period: ReviewPeriod): Promise<Reviewed> {
  const { onFile, problems } = await readFor(world.fs, dataFolder, period);
  return { review: reviewOf(onFile, now, period), problems };
}

async function reviewTeam(session: Session, team: string, period: ReviewPeriod): Promise<Reviewed> {
  const { world, speaker, now } = session;
  const folder = isAbsolute(team) ? team : join(world.cwd, team);
  const all: OnFileFor[] = [];
  const reps: RepReview[] = [];
  const problems: Problem[] = [];
  const stores = storesIn(world.fs, folder, problems);
  if (stores.length === 0 && problems.length === 0) throw new UserError('list.no-team', { folder: team });
  const order = new Intl.Collator(speaker.language);
  for (const { rep: name, dir } of stores.toSorted((one, other) => order.compare(one.rep, other.rep))) {
    const read = await readFor(world.fs, dir, period);
    all.push(read.onFile);
    problems.push(...read.problems);
    reps.push({ name, review: reviewOf(read.onFile, now, period) });
  }
  const together = {
    calls: all.flatMap(({ calls }) => calls),
    promises: all.flatMap(({ promises }) => promises),
    refusals: all.flatMap(({ refusals }) => refusals),
  };
  return { review: reviewOf(together, now, period), reps, problems };
}

function titleOf({ from, to, week, month }: ReviewPeriod, { speaker }: Session): string {
  if (month !== undefined) return monthName(month, speaker.language);
  const [first, last] = [from, to].map((day) => formatDay(day, speaker.language, 'short'));
  return `${week} · ${first} – ${last}`;
}

/** The titles of rules; they are read only where a rule is to be named. */
function ruleTitles({ world, speaker }: Session, { refused }: Review): (id: string) => string {
  const rules = refused.length === 0 ? [] : readRules(world).rules;
  return (id) => rules.find((rule) => rule.id === id)?.title[speaker.language] ?? cleanLine(id);
}
