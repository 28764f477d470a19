import { resolve } from 'node:path';
import type { IsoWeek } from '../time/week.ts';
import type { Account } from './account.ts';
import type { Call } from './call.ts';
import type { FileSystem } from './file-system.ts';
import { ACCOUNT, CALL, PROMISE } from './kinds.ts';
import { accountsFolder, callFile, promiseFile, promisesFolder } from './layout.ts';
import type { Machine } from './machine.ts';
import type { Promised } from './promise.ts';
import { readFolder } from './read.ts';
import type { Problem } from './read.ts';
import type { Saved } from './save.ts';
import { readDays, readLatestCalls, readWeeks } from './weeks.ts';
import type { Calls, Days, LatestCalls } from './weeks.ts';

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
  /** Adds a call under the ISO week of its date. */
  addCall(call: Call): Promise<Saved<Call>>;
  /**
   * Edits a call as it stands on disk now; fields that the change does not touch stay, known or not.
   * A call that moves to another week is a new record; the old one gets the status `moved`.
   */
  updateCall(call: Pick<Call, 'id' | 'startsAt'>, change: (call: Call) => Call): Promise<Saved<Call>>;

  accounts(): Promise<{ accounts: Account[]; problems: Problem[] }>;
  /** The account of that name; added when no known name has the same letters, whatever its case, marks and spaces. */
  addAccount(name: string): Promise<Account>;

  promises(): Promise<{ promises: Promised[]; problems: Problem[] }>;
  addPromise(promised: Promised): Promise<Saved<Promised>>;
  updatePromise(
    promised: Pick<Promised, 'id'>,
    change: (promised: Promised) => Promised,
  ): Promise<Saved<Promised>>;
}

/**
 * Opens the store in a folder, which need not exist yet.
 * @param fs `node:fs`
 * @param machine stands for this computer in tests
 */
export function openStore(fs: FileSystem, dir: string, machine?: Machine): Store {
  const place = { fs, dir: resolve(dir), machine };

  // What writes is loaded when something is written.
  const saving = () => import('./save.ts');

  return {
    dir: place.dir,
    pathOf: (call) => callFile(place.dir, call),

    readWeek: (week) => readWeeks(fs, place.dir, [week]),
    readWeeks: (weeks) => readWeeks(fs, place.dir, weeks),
    readDays: (days) => readDays(fs, place.dir, days),
    readLatestCalls: (wanted) => readLatestCalls(fs, place.dir, wanted),
    addCall: async (call) => (await saving()).addRecord(place, CALL, call),
    updateCall: async (call, change) =>
      (await saving()).editRecord(place, CALL, callFile(place.dir, call), change),

    async accounts() {
      const { records, problems } = await readFolder(fs, ACCOUNT, place.dir, accountsFolder(place.dir));
      return { accounts: records, problems };
    },
    addAccount: async (name) => (await import('./ensure-account.ts')).ensureAccount(place, name),

    async promises() {
      const { records, problems } = await readFolder(fs, PROMISE, place.dir, promisesFolder(place.dir));
      return { promises: records, problems };
    },
    addPromise: async (promised) => (await saving()).addRecord(place, PROMISE, promised),
    updatePromise: async (promised, change) =>
      (await saving()).editRecord(place, PROMISE, promiseFile(place.dir, promised), change),
  };
}
