import type { Call, Outcome, Status } from '../calls/call.ts';
import type { Promised } from '../calls/promise.ts';
import type { Refusal } from '../calls/refusal.ts';
import { isoWeekOf, weekLabel } from '../time/week.ts';
import { addMinutesTo, dateOf, timeOf } from '../time/wall.ts';
import type { WallDate, WallTime, WallWhen } from '../time/wall.ts';
import { keptOf } from './kept.ts';
import type { Kept } from './kept.ts';

/** What is on file of some days: the calls in them, all promises, and the purposes that were refused. */
export interface OnFileFor {
  readonly calls: readonly Call[];
  readonly promises: readonly Promised[];
  readonly refusals: readonly Refusal[];
}

/** A call as a review names it. */
export interface NamedCall {
  readonly id: string;
  readonly account: string;
  readonly startsAt: WallWhen;
}

/** What became of the calls and promises of some days. All figures are counts. */
export interface Review {
  readonly statuses: Readonly<Record<Status, number>>;
  /** Calls that were moved to another time in the same week. */
  readonly movedWithinWeek: number;
  /** The held calls by how they are graded. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Of the held calls: what was expected of them came about, or did not, or nobody said; or nothing was expected. */
  readonly expected: Readonly<Record<'reached' | 'missed' | 'untold' | 'none', number>>;
  /** The items of the agendas of calls with a report, and how many of them were dealt with. */
  readonly agenda: { readonly planned: number; readonly done: number };
  /** Held calls of which nothing was written down. */
  readonly withoutReport: readonly NamedCall[];
  /** Planned calls that are over. */
  readonly notClosed: readonly NamedCall[];
  /** The promises that fell due in these days, ours and the customers'. */
  readonly promises: Readonly<Record<Promised['by'], Kept>>;
  /** What customers asked for and was refused, with neither a reason nor something else instead. */
  readonly unexplained: readonly { readonly what: string; readonly call: NamedCall }[];
  /** The rules by which purposes were refused while planning, the commonest first. */
  readonly refused: readonly { readonly rule: string; readonly n: number }[];
}

/** Counts what became of the calls and promises of some days, both included. */
export function reviewOf(
  { calls, promises, refusals }: OnFileFor,
  now: WallTime,
  { from, to }: { readonly from: WallDate; readonly to: WallDate },
): Review {
  const held = calls.filter(({ status }) => status === 'held');
  const reported = held.filter(({ result }) => result !== undefined);
  const due = promises.filter((promise) => promise.due >= from && promise.due <= to);
  const status = tallyOf(calls.map((call) => call.status));
  const outcome = tallyOf(reported.flatMap(({ result }) => result?.outcome ?? []));
  const expected = tallyOf(held.map(expectationOf));
  const kept = (by: Promised['by']): Kept =>
    keptOf(
      due.filter((one) => one.by === by),
      dateOf(now),
    );
  return {
    statuses: {
      planned: status('planned'),
      held: status('held'),
      'not-held': status('not-held'),
      cancelled: status('cancelled'),
      moved: status('moved'),
    },
    movedWithinWeek: calls.filter(isMovedWithinWeek).length,
    outcomes: {
      order: outcome('order'),
      advance: outcome('advance'),
      continuation: outcome('continuation'),
      'no-sale': outcome('no-sale'),
    },
    expected: {
      reached: expected('reached'),
      missed: expected('missed'),
      untold: expected('untold'),
      none: expected('none'),
    },
    agenda: {
      planned: sum(reported.map(({ agenda }) => agenda.length)),
      done: sum(reported.map(dealtWith)),
    },
    withoutReport: held.filter(({ result }) => result === undefined).map(named),
    notClosed: calls.filter((call) => call.status === 'planned' && isOver(call, now)).map(named),
    promises: { us: kept('us'), customer: kept('customer') },
    unexplained: held.flatMap((call) =>
      (call.result?.requests ?? [])
        .filter(({ answer, reason, alternative }) => answer === 'refused' && !reason && !alternative)
        .map(({ what }) => ({ what, call: named(call) })),
    ),
    refused: commonest(refusals.flatMap(({ rules }) => rules)),
  };
}

/** How many of the held calls took things further: the customer ordered, or agreed to a next step. */
export function advancesIn({ outcomes }: Review): number {
  return outcomes.order + outcomes.advance;
}

function expectationOf({ expectedOutcome, result }: Call): keyof Review['expected'] {
  if (result?.isReached !== undefined) return result.isReached ? 'reached' : 'missed';
  return expectedOutcome === undefined ? 'none' : 'untold';
}

/** Items of the agenda that were dealt with; what else was dealt with is no item of it. */
function dealtWith({ agenda, result }: Call): number {
  return agenda.filter((item) => result?.agendaDone.includes(item)).length;
}

/** A call that went to another week is a record of its own there, and told by its status here. */
function isMovedWithinWeek({ status, startsAt, moves = [] }: Call): boolean {
  return status !== 'moved' && moves.some(({ from }) => weekOf(from) === weekOf(startsAt));
}

function weekOf(when: WallWhen): string {
  return weekLabel(isoWeekOf(dateOf(when)));
}

/** Whether the time of a call has passed; on a day without a time, the day. */
function isOver({ startsAt, durationMinutes }: Call, now: WallTime): boolean {
  return timeOf(startsAt) === undefined
    ? startsAt < dateOf(now)
    : addMinutesTo(startsAt, durationMinutes) <= now;
}

function named({ id, account, startsAt }: Call): NamedCall {
  return { id, account, startsAt };
}

/** Says how often something was found. */
function tallyOf<Name>(found: readonly Name[]): (name: Name) => number {
  return (name) => found.filter((one) => one === name).length;
}

function commonest(rules: readonly string[]): { rule: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .map(([rule, n]) => ({ rule, n }))
    .toSorted((one, other) => other.n - one.n || one.rule.localeCompare(other.rule, 'en'));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
