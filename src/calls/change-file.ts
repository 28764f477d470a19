import { join } from 'node:path';
import { decodeTime } from 'ulid';
import { isoWeekOf } from '../time/week.ts';
import { changesFolder, inWeek } from './layout.ts';

/**
 * Where a change has its place.
 * @param id of the change; its week, in UTC, is told by the time in it
 */
export function changeFile(dir: string, id: string): string {
  const day = new Date(decodeTime(id.toUpperCase())).toISOString().slice(0, 10);
  return join(inWeek(changesFolder(dir), isoWeekOf(day)), `${id}.json`);
}
