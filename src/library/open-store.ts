import * as fs from 'node:fs';
import type { Account } from '../calls/account.ts';
import type { Problem } from '../calls/problem.ts';
import type { Promised } from '../calls/promise.ts';
import { openStore as open } from '../calls/store.ts';
import type { Calls, Days, LatestCalls } from '../calls/asked.ts';
import type { IsoWeek } from '../time/iso-week.ts';

/**
 * A rep's calls, accounts and promises in a folder, to be read. Nothing is written, a missing folder is an empty store,
 * and what cannot be read is named among the `problems` and hides nothing else. Calls are filed by `plan-call new`, which
 * judges them first.
 */
export interface CallStore {
  /** Absolute path of the folder. */
  readonly dir: string;
  /** The calls of some ISO weeks, by time; opens the files of these weeks only. */
  readWeeks(weeks: readonly IsoWeek[]): Promise<Calls>;
  /** The calls of some days, by time; opens the files of their weeks only. */
  readDays(days: Days): Promise<Calls>;
  /** The latest calls, newest first, from at most `maxWeeks` of the weeks that have any. */
  readLatestCalls(wanted: LatestCalls): Promise<Calls>;
  /** The calls whose id ends so. */
  findCalls(ending: string): Promise<Calls>;
  accounts(): Promise<{ accounts: Account[]; problems: Problem[] }>;
  promises(): Promise<{ promises: Promised[]; problems: Problem[] }>;
}

/**
 * Opens the store in a folder, the one that `plan-call --data` names.
 * @param dir need not exist yet
 */
export function openStore(dir: string): CallStore {
  const store = open(fs, dir);
  return {
    dir: store.dir,
    readWeeks: (weeks) => store.readWeeks(weeks),
    readDays: (days) => store.readDays(days),
    readLatestCalls: (wanted) => store.readLatestCalls(wanted),
    findCalls: (ending) => store.findCalls(ending),
    accounts: () => store.accounts(),
    promises: () => store.promises(),
  };
}
