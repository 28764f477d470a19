import { join, relative } from 'node:path';
import { Recent } from '../recent.ts';
import { dateOf } from '../time/wall.ts';
import { isoWeekOf } from '../time/week.ts';
import type { IsoWeek } from '../time/week.ts';
import type { WallDate } from '../time/wall.ts';
import type { Account } from './account.ts';
import type { Call } from './call.ts';
import type { Promised } from './promise.ts';
import type { Refusal } from './refusal.ts';

/*
 * A store is a folder:
 *
 *     calls/2026/W48/<id>.json    under the ISO year and week of the call's date
 *     accounts/<slug>.json
 *     promises/<id>.json
 *     reports/2026/W48/<id>.md    what was written down after a call
 *     changes/2026/W48/<id>.json  what each command changed, from what to what; the ISO week in which it did
 *     refused/2026/W48/<id>.json  that a purpose was refused, by the ISO week of the day
 *     .lock                       only while something is written
 *     .pending.json               a change that is being made, or was when the computer stopped
 *     .pending-<id>.json          one that nobody could read, put aside
 *
 * One file per record and nothing shared, renamed or deleted, so that two copies of a store can be merged by whatever
 * synchronises folders. (Only a report that nobody has touched goes when the closing of its call is undone.) Names that
 * begin with a dot are never records.
 */

export const callsFolder = (dir: string): string => join(dir, 'calls');
export const accountsFolder = (dir: string): string => join(dir, 'accounts');
export const promisesFolder = (dir: string): string => join(dir, 'promises');
export const changesFolder = (dir: string): string => join(dir, 'changes');
const reportsFolder = (dir: string): string => join(dir, 'reports');
export const refusedFolder = (dir: string): string => join(dir, 'refused');
export const pendingFile = (dir: string): string => join(dir, '.pending.json');
export const lockFile = (dir: string): string => join(dir, '.lock');

export function weekFolder(dir: string, week: IsoWeek): string {
  return inWeek(callsFolder(dir), week);
}

/** The folder of a week among those of all weeks. */
export function inWeek(folder: string, { year, week }: IsoWeek): string {
  return join(folder, yearName(year), `W${String(week).padStart(2, '0')}`);
}

/**
 * A file of the store by its path in it, as a change names it: `calls/2026/W48/x.json`.
 * @returns nothing for a path that is none of a record or a report, so that no change reaches out of the store
 */
export function fileNamed(dir: string, path: string): string | undefined {
  return RECORD_PATH.test(path) || REPORT_PATH.test(path) ? join(dir, ...path.split('/')) : undefined;
}

const RECORD_PATH = /^(?:calls\/\d{4}\/W\d\d|accounts|promises)\/[a-z0-9][a-z0-9-]*\.json$/;
const REPORT_PATH = /^reports\/\d{4}\/W\d\d\/[a-z0-9][a-z0-9-]*\.md$/;

/** The path of a file in the store, with `/` on every system. */
export function pathInStore(dir: string, file: string): string {
  return relative(dir, file).replaceAll('\\', '/');
}

/** @param attempt 0 for the first report of a call; each higher number gives another name */
export function reportFile(dir: string, call: Pick<Call, 'id' | 'startsAt'>, attempt = 0): string {
  const ending = attempt === 0 ? '' : `-${attempt + 1}`;
  return join(inWeek(reportsFolder(dir), weekOfCall(call)), `${call.id}${ending}.md`);
}

export function callFile(dir: string, call: Pick<Call, 'id' | 'startsAt'>): string {
  return join(weekFolder(dir, weekOfCall(call)), fileName(call.id));
}

export function accountFile(dir: string, account: Pick<Account, 'id'>): string {
  return join(accountsFolder(dir), fileName(account.id));
}

export function promiseFile(dir: string, promised: Pick<Promised, 'id'>): string {
  return join(promisesFolder(dir), fileName(promised.id));
}

export function refusalFile(dir: string, refusal: Pick<Refusal, 'id' | 'on'>): string {
  return join(inWeek(refusedFolder(dir), isoWeekOf(refusal.on)), fileName(refusal.id));
}

export function isRecordFile(name: string): boolean {
  return name.endsWith('.json') && !name.startsWith('.');
}

/** The year that a folder in `calls` stands for. */
export function yearOfFolder(name: string): number | undefined {
  return /^\d{4}$/.test(name) ? Number(name) : undefined;
}

/** The week that a folder in `calls/<year>` stands for. */
export function weekOfFolder(name: string): number | undefined {
  return /^W(0[1-9]|[1-4]\d|5[0-3])$/.test(name) ? Number(name.slice(1)) : undefined;
}

function yearName(year: number): string {
  return String(year).padStart(4, '0');
}

/** The weeks of the days asked for last: a team has thousands of calls on the same few days. */
const weeks = new Recent<WallDate, IsoWeek>(500);

function weekOfCall(call: Pick<Call, 'startsAt'>): IsoWeek {
  const day = dateOf(call.startsAt);
  const known = weeks.get(day);
  if (known !== undefined) return known;
  const week = isoWeekOf(day);
  weeks.set(day, week);
  return week;
}

function fileName(id: string): string {
  return `${id}.json`;
}
