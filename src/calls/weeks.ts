import { join } from 'node:path';
import { dateOf } from '../time/wall.ts';
import { isoWeekOf, weeksBetween } from '../time/week.ts';
import type { IsoWeek } from '../time/iso-week.ts';
import type { BoundedDays, Calls, Days, LatestCalls } from './asked.ts';
import type { Call } from './call.ts';
import type { FileSystem } from './file-system.ts';
import { CALL, REFUSAL } from './kinds.ts';
import {
  callsFolder,
  inWeek,
  isRecordFile,
  refusedFolder,
  weekFolder,
  weekOfFolder,
  yearOfFolder,
} from './layout.ts';
import type { Problem } from './problem.ts';
import { namesIn, readFile, readFolder } from './read.ts';
import type { Refusal } from './refusal.ts';

export type { BoundedDays, Calls, Days, LatestCalls } from './asked.ts';

/** The calls of some weeks, in the order of time. */
export async function readWeeks(fs: FileSystem, dir: string, weeks: readonly IsoWeek[]): Promise<Calls> {
  const calls: Call[] = [];
  const problems: Problem[] = [];
  for (const week of weeks) {
    const found = await readFolder(fs, CALL, dir, weekFolder(dir, week));
    calls.push(...found.records);
    problems.push(...found.problems);
  }
  calls.sort(byTime);
  return { calls, problems };
}

/** The calls of some days, in the order of time; reads the week folders in which these days lie and no other. */
export async function readDays(fs: FileSystem, dir: string, { from, to }: Days): Promise<Calls> {
  const first = from === undefined ? undefined : isoWeekOf(from);
  const last = to === undefined ? undefined : isoWeekOf(to);
  const problems: Problem[] = [];
  const weeks = [...weeksBackwards(fs, dir, problems, { first, last })];
  const found = await readWeeks(fs, dir, weeks);
  const calls = found.calls.filter(({ startsAt }) => {
    const day = dateOf(startsAt);
    return (from === undefined || day >= from) && (to === undefined || day <= to);
  });
  return { calls, problems: [...problems, ...found.problems] };
}

/** Which purposes were refused on some days; reads the week folders in which these days lie and no other. */
export async function readRefusals(
  fs: FileSystem,
  dir: string,
  { from, to }: BoundedDays,
): Promise<{ refusals: Refusal[]; problems: Problem[] }> {
  const refusals: Refusal[] = [];
  const problems: Problem[] = [];
  for (const week of weeksBetween(from, to)) {
    const found = await readFolder(fs, REFUSAL, dir, inWeek(refusedFolder(dir), week));
    refusals.push(...found.records.filter(({ on }) => on >= from && on <= to));
    problems.push(...found.problems);
  }
  return { refusals, problems };
}

/** The latest calls, newest first; reads the newest week folders and no other. */
export async function readLatestCalls(
  fs: FileSystem,
  dir: string,
  { before, maxWeeks }: LatestCalls,
): Promise<Calls> {
  const problems: Problem[] = [];
  const weeks: IsoWeek[] = [];
  const last = before === undefined ? undefined : isoWeekOf(dateOf(before));
  for (const week of weeksBackwards(fs, dir, problems, { last })) {
    if (weeks.length >= maxWeeks) break;
    weeks.push(week);
  }
  const found = await readWeeks(fs, dir, weeks);
  const calls = found.calls.filter((call) => before === undefined || call.startsAt < before).toReversed();
  return { calls, problems: [...problems, ...found.problems] };
}

/** The calls whose id ends so, newest first; goes by the names of the files, and opens those alone that match. */
export async function findCalls(fs: FileSystem, dir: string, ending: string): Promise<Calls> {
  const calls: Call[] = [];
  const problems: Problem[] = [];
  for (const folder of weekFoldersBackwards(fs, callsFolder(dir), problems)) {
    for (const name of namesIn(fs, folder, problems)) {
      if (!isRecordFile(name) || !name.endsWith(`${ending}.json`)) continue;
      const reading = await readFile(fs, CALL, dir, join(folder, name));
      if ('problem' in reading) problems.push(reading.problem);
      else if (reading.record.withdrawn !== true) calls.push(reading.record);
    }
  }
  return { calls: calls.toSorted(byTime).toReversed(), problems };
}

/** The first and the last week that are asked for; all on that side where there is none. */
interface Range {
  readonly first?: IsoWeek | undefined;
  readonly last?: IsoWeek | undefined;
}

/** The weeks that have a folder of calls, newest first. */
function* weeksBackwards(fs: FileSystem, dir: string, problems: Problem[], range: Range): Generator<IsoWeek> {
  for (const { week } of weekFolders(fs, callsFolder(dir), problems, range)) yield week;
}

/** The folders of weeks in a folder, newest first. */
export function* weekFoldersBackwards(fs: FileSystem, root: string, problems: Problem[]): Generator<string> {
  for (const { year, name } of weekFolders(fs, root, problems, {})) yield join(root, year, name);
}

/** The folders of weeks; that of a year is looked into when its turn comes, and only if it has any of those weeks. */
function* weekFolders(
  fs: FileSystem,
  root: string,
  problems: Problem[],
  { first, last }: Range,
): Generator<{ year: string; name: string; week: IsoWeek }> {
  for (const yearName of namesIn(fs, root, problems).toReversed()) {
    const year = yearOfFolder(yearName);
    if (year === undefined || year < (first?.year ?? year) || year > (last?.year ?? year)) continue;
    for (const name of namesIn(fs, join(root, yearName), problems).toReversed()) {
      const number = weekOfFolder(name);
      if (number === undefined) continue;
      const week = { year, week: number };
      if (first !== undefined && isLater(first, week)) continue;
      if (last !== undefined && isLater(week, last)) continue;
      yield { year: yearName, name, week };
    }
  }
}

function isLater(one: IsoWeek, other: IsoWeek): boolean {
  return one.year === other.year ? one.week > other.week : one.year > other.year;
}

function byTime(one: Call, other: Call): number {
  return compare(one.startsAt, other.startsAt) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
