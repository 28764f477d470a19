import type { Promised } from '../calls/promise.ts';
import type { WallDate } from '../time/wall.ts';

/** What became of some promises. */
export interface Kept {
  readonly inTime: number;
  /** Done, but after the day. */
  readonly late: number;
  readonly dropped: number;
  /** Open, and the day has passed. */
  readonly overdue: number;
  /** Open, and the day is still to come. */
  readonly open: number;
}

/** Counts what became of some promises. One that is done without a day on file counts as done in time. */
export function keptOf(promises: readonly Promised[], today: WallDate): Kept {
  const fates = promises.map((promise) => fateOf(promise, today));
  const count = (fate: keyof Kept): number => fates.filter((one) => one === fate).length;
  return {
    inTime: count('inTime'),
    late: count('late'),
    dropped: count('dropped'),
    overdue: count('overdue'),
    open: count('open'),
  };
}

/** How many promises were kept in time, and how many there are to say it of: those still to come are left out. */
export function inTimeOf({ inTime, late, dropped, overdue }: Kept): {
  readonly n: number;
  readonly of: number;
} {
  return { n: inTime, of: inTime + late + dropped + overdue };
}

function fateOf({ status, due, endedOn }: Promised, today: WallDate): keyof Kept {
  if (status === 'dropped') return 'dropped';
  if (status === 'done') return endedOn === undefined || endedOn <= due ? 'inTime' : 'late';
  return due < today ? 'overdue' : 'open';
}
