import { resolve } from 'node:path';
import type { IsoWeek } from '../time/iso-week.ts';
import type { Account } from './account.ts';
import type { BoundedDays, Calls, Days, LatestCalls } from './asked.ts';
import type { Call } from './call.ts';
import type { Change, Occasion } from './change.ts';
import type { Edit } from './edit.ts';
import type { FileSystem } from './file-system.ts';
import { changesBackwards } from './journal.ts';
import { ACCOUNT, PROMISE } from './kinds.ts';
import { accountsFolder, callFile, promisesFolder } from './layout.ts';
import type { Machine } from './machine.ts';
import type { Problem } from './problem.ts';
import type { Promised } from './promise.ts';
import { readFolder } from './read.ts';
import type { Refusal } from './refusal.ts';
import type { Direction, TakenBack } from './undo.ts';
import { findCalls, readDays, readLatestCalls, readRefusals, readWeeks } from './weeks.ts';

/**
 * A rep's calls, accounts and promises in a folder.
 *
 * Reading never writes, takes a missing folder for an empty store, and names what it cannot read among the `problems`.
 * Writing throws a `StoreError` when it cannot be done; then the old content stands, whole.
 */
export interface Store {
  /** Absolute path of the folder. */
  readonly dir: string;
  /** The file in which a call is kept, or would be. */
  pathOf(call: Pick<Call, 'id' | 'startsAt'>): string;

  /** The calls of one ISO week, by time. */
  readWeek(week: IsoWeek): Promise<Calls>;
  /** The calls of several ISO weeks, by time. */
  readWeeks(weeks: readonly IsoWeek[]): Promise<Calls>;
  /** The calls of some days, by time. */
  readDays(days: Days): Promise<Calls>;
  /** The latest calls, newest first, from at most `maxWeeks` of the weeks that have any. */
  readLatestCalls(wanted: LatestCalls): Promise<Calls>;
  /** The calls whose id ends so. Opens these only, however many there are. */
  findCalls(ending: string): Promise<Calls>;

  /** All accounts on file, also those that were merged into others; see `openAccountBook`. */
  accounts(): Promise<{ accounts: Account[]; problems: Problem[] }>;
  promises(): Promise<{ promises: Promised[]; problems: Problem[] }>;
  /** Which purposes were refused on some days; see `addRefusal`. */
  readRefusals(days: BoundedDays): Promise<{ refusals: Refusal[]; problems: Problem[] }>;

  /**
   * Changes the store, whole or not at all; the change is kept, so that it can be told and taken back.
   * @param work is given the edit while no other process writes, and must not wait for anything
   * @returns what the work returned
   */
  change<T>(occasion: Occasion, work: (edit: Edit) => T): Promise<T>;
  /** Takes back the last change, or the last undo. */
  takeBackLast(occasion: Occasion, direction: Direction): Promise<TakenBack>;
  /** The change that `takeBackLast` would take back; nothing when there is none. */
  changeToTakeBack(direction: Direction): Promise<Change | undefined>;
  /** The changes of this store, the newest first; each is read when its turn comes. */
  changes(problems: Problem[]): Iterable<Change>;
}

/**
 * Opens the store in a folder, which need not exist yet.
 * @param fs `node:fs`
 * @param machine stands for this computer in tests
 */
export function openStore(fs: FileSystem, dir: string, machine?: Machine): Store {
  const place = { fs, dir: resolve(dir), machine };

  return {
    dir: place.dir,
    pathOf: (call) => callFile(place.dir, call),

    readWeek: (week) => readWeeks(fs, place.dir, [week]),
    readWeeks: (weeks) => readWeeks(fs, place.dir, weeks),
    readDays: (days) => readDays(fs, place.dir, days),
    readLatestCalls: (wanted) => readLatestCalls(fs, place.dir, wanted),
    findCalls: (ending) => findCalls(fs, place.dir, ending),

    async accounts() {
      const { records, problems } = await readFolder(fs, ACCOUNT, place.dir, accountsFolder(place.dir));
      return { accounts: records, problems };
    },
    async promises() {
      const { records, problems } = await readFolder(fs, PROMISE, place.dir, promisesFolder(place.dir));
      return { promises: records, problems };
    },

    readRefusals: (days) => readRefusals(fs, place.dir, days),

    change: async (occasion, work) => (await import('./save.ts')).changeStore(place, occasion, work),
    takeBackLast: async (occasion, direction) =>
      (await import('./undo.ts')).takeBackLast(place, occasion, direction),
    changeToTakeBack: async (direction) => (await import('./undo.ts')).changeToTakeBack(place, direction),
    changes: (problems) => changesBackwards(fs, place.dir, problems),
  };
}
