import type { Call } from '../calls/call.ts';
import { dateOf } from '../time/wall.ts';
import type { WallTime } from '../time/wall.ts';

/** Whether the day of a call is still to come, so that nothing can have come of it. */
export function isToCome({ startsAt }: Pick<Call, 'startsAt'>, now: WallTime): boolean {
  return dateOf(startsAt) > dateOf(now);
}
