import { dateOf } from './time/wall.ts';
import type { WallDate, WallTime } from './time/wall.ts';
import { parseWhen } from './time/when.ts';
import { UserError } from './user-error.ts';

/**
 * Reads an option that names a day; unlike the time of a call it may have passed.
 * @throws UserError naming what is not understood
 */
export function readDay(given: string, now: WallTime): WallDate {
  const when = parseWhen(given, now);
  if (when.kind === 'problem') throw new UserError(`when.${when.problem}`, { part: when.part });
  return dateOf(when.at);
}
