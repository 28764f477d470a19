import type { ChalkInstance } from 'chalk';
import { STATUSES, OUTCOMES } from '../../calls/call.ts';
import { shownId } from '../../calls/id.ts';
import { PROMISERS } from '../../calls/promise.ts';
import type { MessageKey, Speaker } from '../../messages.ts';
import type { Kept } from '../../review/kept.ts';
import { advancesIn } from '../../review/review.ts';
import type { NamedCall, Review } from '../../review/review.ts';
import { barTable } from '../../terminal/bars.ts';
import { numbersIn } from '../../terminal/figures.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanLine } from '../../text/clean.ts';

/** What a review is shown with. */
export interface ReviewLook {
  readonly speaker: Speaker;
  readonly ink: ChalkInstance;
  /** Columns. */
  readonly width: number;
  /** The title of a rule in the user's language. */
  readonly ruleTitle: (id: string) => string;
  /** Whether single calls are named; they are not where there are those of a whole team. */
  readonly namesCalls: boolean;
}

const INDENT = '  ';

/** A review for people to read: facts, and what is still to be done; what there is nothing to say about is left out. */
export function reviewText(review: Review, look: ReviewLook): string {
  const sections: [MessageKey, string[]][] = [
    ['review.calls', callLines(review, look)],
    ['review.outcomes', outcomeLines(review, look)],
    ['review.expected', expectedLines(review, look)],
    ['review.reports', reportLines(review, look)],
    ['review.promises', promiseLines(review, look)],
    ['review.unexplained', unexplainedLines(review, look)],
    ['review.refused', refusedLines(review, look)],
  ];
  const told = sections.filter(([, lines]) => lines.length > 0);
  if (told.length === 0) return wrap(look.speaker.say('review.nothing'), look.width);
  return told
    .map(([title, lines]) => [look.ink.bold(wrap(look.speaker.say(title), look.width)), ...lines].join('\n'))
    .join('\n\n');
}

function callLines({ statuses, movedWithinWeek }: Review, { speaker, width }: ReviewLook): string[] {
  const counts = STATUSES.filter((status) => statuses[status] > 0).map(
    (status) => `${speaker.say(`status.${status}`)} ${statuses[status]}`,
  );
  return [
    ...(counts.length === 0 ? [] : [wrap(counts.join(' · '), width, INDENT)]),
    ...(movedWithinWeek === 0
      ? []
      : [wrap(speaker.say('review.moved', { n: movedWithinWeek }), width, INDENT)]),
  ];
}

function outcomeLines(review: Review, look: ReviewLook): string[] {
  const { speaker, width } = look;
  const { held } = review.statuses;
  if (held === 0) return [];
  const advances = advancesIn(review);
  const rows = OUTCOMES.map(
    (outcome) => [speaker.say(`graded.${outcome}`), review.outcomes[outcome]] as const,
  );
  const unknown = review.withoutReport.length;
  return [
    ...bars(unknown === 0 ? rows : [...rows, [speaker.say('review.untold'), unknown]], held, look),
    wrap(
      speaker.say('review.advances', {
        n: held,
        advances,
        share: numbersIn(speaker.language).percent(advances / held),
      }),
      width,
      INDENT,
    ),
  ];
}

function expectedLines({ expected, statuses }: Review, look: ReviewLook): string[] {
  const { speaker } = look;
  if (statuses.held === 0) return [];
  const rows = (['reached', 'missed', 'untold', 'none'] as const)
    .filter((name) => name !== 'untold' || expected.untold > 0)
    .map((name) => [speaker.say(`review.expected-${name}`), expected[name]] as const);
  return bars(rows, statuses.held, look);
}

function reportLines({ agenda, withoutReport, notClosed }: Review, look: ReviewLook): string[] {
  const { speaker, width } = look;
  return [
    ...(agenda.planned === 0
      ? []
      : [wrap(speaker.say('review.agenda', { n: agenda.planned, done: agenda.done }), width, INDENT)]),
    ...calls('review.without-report', withoutReport, look),
    ...calls('review.not-closed', notClosed, look),
  ];
}

/** How many calls there are of a kind that should not be, and which. */
function calls(
  key: 'review.without-report' | 'review.not-closed',
  found: readonly NamedCall[],
  { speaker, ink, width, namesCalls }: ReviewLook,
): string[] {
  if (found.length === 0) return [];
  const lines = [wrap(`${ink.yellow('!')} ${speaker.say(key, { n: found.length })}`, width, INDENT)];
  return namesCalls ? [...lines, ...found.map((call) => wrap(callName(call), width, '    '))] : lines;
}

function callName({ id, account }: NamedCall): string {
  return `${shownId(id)}  ${cleanLine(account)}`;
}

function promiseLines({ promises }: Review, { speaker, width }: ReviewLook): string[] {
  return PROMISERS.flatMap((by) => {
    const parts = FATES.filter((fate) => promises[by][fate] > 0).map((fate) =>
      speaker.say(`review.kept-${fate}`, { n: promises[by][fate] }),
    );
    return parts.length === 0
      ? []
      : [wrap(speaker.say(`review.promises-${by}`, { what: parts.join(', ') }), width, INDENT)];
  });
}

const FATES = ['inTime', 'late', 'dropped', 'overdue', 'open'] as const satisfies readonly (keyof Kept)[];

function unexplainedLines({ unexplained }: Review, { speaker, width, namesCalls }: ReviewLook): string[] {
  if (unexplained.length === 0) return [];
  if (!namesCalls)
    return [wrap(speaker.say('review.unexplained-count', { n: unexplained.length }), width, INDENT)];
  return unexplained.map(({ what, call }) => wrap(`${callName(call)}: ${cleanLine(what)}`, width, INDENT));
}

function refusedLines({ refused }: Review, look: ReviewLook): string[] {
  const most = refused[0]?.n ?? 0;
  return bars(
    refused.map(({ rule, n }) => [look.ruleTitle(rule), n] as const),
    most,
    look,
  );
}

function bars(
  rows: readonly (readonly [name: string, n: number])[],
  whole: number,
  { speaker, ink, width }: ReviewLook,
): string[] {
  const { count } = numbersIn(speaker.language);
  return barTable(
    rows.map(([name, n]) => ({ name, share: n / whole, figure: count(n) })),
    width,
    ink.cyan,
  );
}
