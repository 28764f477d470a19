import type { Call } from './call.ts';
import type { Problem } from './problem.ts';

/** What a store answers when it is asked for calls. */
export interface Calls {
  readonly calls: Call[];
  readonly problems: Problem[];
}

/** The days from and to which calls are asked for, both included; open on a side that is left out. */
export interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Days of which the first and the last are known, both included. */
export interface BoundedDays {
  readonly from: string;
  readonly to: string;
}

/** Which of the latest calls are asked for. */
export interface LatestCalls {
  /** Only calls that start before it: a date, or a time on the wall. */
  readonly before?: string | undefined;
  /** How many week folders to read at most; folders of later weeks than `before` do not count. */
  readonly maxWeeks: number;
}
