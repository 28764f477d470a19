import { join } from 'node:path';
import { dateOf } from '../time/wall.ts';
import { isoWeekOf } from '../time/week.ts';
import type { IsoWeek } from '../time/week.ts';
import type { Account } from './account.ts';
import type { Call } from './call.ts';
import type { Promised } from './promise.ts';

/*
 * A store is a folder:
 *
 *     calls/2026/W48/<id>.json    under the ISO year and week of the call's date
 *     accounts/<slug>.json
 *     promises/<id>.json
 *     .lock                       only while a record is edited
 *
 * One file per record and nothing shared, renamed or deleted, so that two copies of a store can be merged by whatever
 * synchronises folders. Names that begin with a dot are never records.
 */

export const callsFolder = (dir: string): string => join(dir, 'calls');
export const accountsFolder = (dir: string): string => join(dir, 'accounts');
export const promisesFolder = (dir: string): string => join(dir, 'promises');
export const lockFile = (dir: string): string => join(dir, '.lock');

export function weekFolder(dir: string, { year, week }: IsoWeek): string {
  return join(callsFolder(dir), yearName(year), `W${String(week).padStart(2, '0')}`);
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

function weekOfCall(call: Pick<Call, 'startsAt'>): IsoWeek {
  return isoWeekOf(dateOf(call.startsAt));
}

function fileName(id: string): string {
  return `${id}.json`;
}
