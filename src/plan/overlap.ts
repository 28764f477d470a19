import type { Call } from '../calls/call.ts';
import { addMinutesTo, timeOf } from '../time/wall.ts';

type Timed = Pick<Call, 'startsAt' | 'durationMinutes'>;

/** The planned calls that take up some of the same time; a call on a day without a time takes up none. */
export function overlapping(call: Timed, others: readonly Call[]): Call[] {
  if (timeOf(call.startsAt) === undefined) return [];
  return others.filter(
    (other) =>
      other.status === 'planned' &&
      timeOf(other.startsAt) !== undefined &&
      other.startsAt < endOf(call) &&
      call.startsAt < endOf(other),
  );
}

function endOf({ startsAt, durationMinutes }: Timed): string {
  return addMinutesTo(startsAt, durationMinutes);
}
