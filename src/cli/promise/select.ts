import { isCalledLike } from '../../calls/account-book.ts';
import type { AccountBook } from '../../calls/account-book.ts';
import type { Promised } from '../../calls/promise.ts';
import type { WallDate } from '../../time/wall.ts';

export interface Wanted {
  /** Only those of accounts one of whose names contains this. */
  readonly account?: string | undefined;
  readonly by?: Promised['by'] | undefined;
  /** Only what is past due. */
  readonly isOverdue: boolean;
  /** Also what was kept or dropped. */
  readonly all: boolean;
}

/** The promises that are wanted: open ones first, the most urgent of them first; then the others, the last ended first. */
export function selectPromises(
  promises: readonly Promised[],
  { account, by, isOverdue, all }: Wanted,
  book: AccountBook,
  today: WallDate,
): Promised[] {
  const isOfAccount = account === undefined ? undefined : isCalledLike(account, book);
  const wanted = promises.filter(
    (promise) =>
      (isOfAccount?.(promise.account) ?? true) &&
      (by === undefined || promise.by === by) &&
      (!isOverdue || isLate(promise, today)),
  );
  const open = wanted.filter(({ status }) => status === 'open').toSorted(byDay('due'));
  const ended = wanted.filter(({ status }) => status !== 'open').toSorted(byDay('endedOn'));
  return all ? [...open, ...ended.toReversed()] : open;
}

/** Open, and past due. */
export function isLate({ status, due }: Promised, today: WallDate): boolean {
  return status === 'open' && due < today;
}

function byDay(field: 'due' | 'endedOn'): (one: Promised, other: Promised) => number {
  return (one, other) => ((one[field] ?? '') < (other[field] ?? '') ? -1 : 1);
}
