import type { Call } from '../../calls/call.ts';
import { overlapping } from '../../plan/overlap.ts';
import { cleanLine } from '../../text/clean.ts';
import { formatWhen } from '../../time/format.ts';
import type { Session } from '../session.ts';

/** Points out the planned calls at the same time. */
export function noteOverlaps(
  { speaker, note }: Session,
  call: Pick<Call, 'startsAt' | 'durationMinutes'>,
  others: readonly Call[],
): void {
  for (const other of overlapping(call, others)) {
    note(
      speaker.say('plan.overlap', {
        account: cleanLine(other.account),
        when: formatWhen(other.startsAt, speaker.language),
      }),
    );
  }
}
