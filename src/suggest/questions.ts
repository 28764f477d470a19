import type { Call } from '../calls/call.ts';
import type { Promised } from '../calls/promise.ts';
import { nextTime } from '../calls/rhythm.ts';
import type { OnFile } from '../plan/reasons.ts';
import { addDaysTo, dateOf, daysBetween } from '../time/wall.ts';
import type { WallDate, WallTime, WallWhen } from '../time/wall.ts';
import { latest, plannedAccounts, takesPlace } from './latest.ts';
import { DUE_SOON_DAYS } from './reasons.ts';
import type { Reason } from './reasons.ts';

/** Days without a call, held or planned, after which to ask what an account would gain by one. */
const QUIET_DAYS = 42;
/** A call within so many days of the time at which another would recur stands for it. */
const NEAR_DAYS = 7;

/** What is open between us and an account that is quiet. */
export interface LeftOpen {
  readonly promises: readonly Promised[];
  /** As it was written down after the last held call. */
  readonly nextStep?: string | undefined;
}

/**
 * An account about which there is something to ask oneself, and which this is no reason to call on.
 *
 * `recurring`: the time has come at which to ask what the next call would be for · `quiet`: nobody has been there for long;
 * `last` is left out where no call is on file.
 */
export type Question = { readonly account: string } & (
  | { readonly kind: 'recurring'; readonly call: Call; readonly next: WallWhen }
  | { readonly kind: 'quiet'; readonly last?: Call | undefined; readonly open: LeftOpen }
);

/**
 * What to ask oneself about which account: the recurring calls first, by their time, then the quiet accounts, the longest
 * seen first, and those at the end on which no call is on file.
 * @param reasons an account with one of them is not quiet
 */
export function questionsOf(onFile: OnFile, now: WallTime, reasons: readonly Reason[]): Question[] {
  const recurring = recurringCalls(onFile, dateOf(now));
  const heard = [...reasons, ...recurring].map(({ account }) => onFile.book.keyOf(account));
  return [...recurring, ...quietAccounts(onFile, dateOf(now), new Set(heard))];
}

function recurringCalls(onFile: OnFile, today: WallDate): Extract<Question, { kind: 'recurring' }>[] {
  const { calls, book } = onFile;
  const planned = plannedAccounts(onFile, today);
  const soon = addDaysTo(today, DUE_SOON_DAYS);
  return [...latest(onFile, (call) => takesPlace(call) && call.repeat !== undefined)]
    .flatMap(([key, call]) => {
      const next = nextTime(call);
      if (next === undefined || dateOf(next) > soon || planned.has(key)) return [];
      const near = addDaysTo(dateOf(next), -NEAR_DAYS);
      const isMade = calls.some(
        (other) =>
          other.id !== call.id &&
          takesPlace(other) &&
          book.keyOf(other.account) === key &&
          other.startsAt >= near &&
          other.startsAt > call.startsAt,
      );
      return isMade ? [] : [{ kind: 'recurring' as const, account: call.account, call, next }];
    })
    .toSorted((one, other) => one.next.localeCompare(other.next));
}

function quietAccounts(onFile: OnFile, today: WallDate, heard: ReadonlySet<string>): Question[] {
  const { book } = onFile;
  const last = latest(onFile, takesPlace);
  return book.accounts
    .map<Extract<Question, { kind: 'quiet' }>>(({ name }) => {
      const key = book.keyOf(name);
      return { kind: 'quiet', account: name, last: last.get(key), open: leftOpen(onFile, key) };
    })
    .filter((question) => {
      const isQuiet = question.last === undefined || daysBetween(question.last.startsAt, today) >= QUIET_DAYS;
      return isQuiet && !heard.has(book.keyOf(question.account));
    })
    .toSorted((one, other) => lastDay(one).localeCompare(lastDay(other)));
}

function lastDay({ last }: Extract<Question, { kind: 'quiet' }>): WallDate {
  return last === undefined ? '9999-12-31' : dateOf(last.startsAt);
}

function leftOpen({ book, calls, promises }: OnFile, key: string): LeftOpen {
  const held = latest({ book, calls }, ({ status }) => status === 'held').get(key);
  return {
    promises: promises.filter(({ account, status }) => status === 'open' && book.keyOf(account) === key),
    nextStep: held?.result?.nextStep,
  };
}
