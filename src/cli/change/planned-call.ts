import { isClosed } from '../../calls/call.ts';
import type { Call } from '../../calls/call.ts';
import { shownId } from '../../calls/id.ts';
import type { Store } from '../../calls/store.ts';
import type { MessageKey } from '../../messages.ts';
import { cleanLine } from '../../text/clean.ts';
import { formatWhen } from '../../time/format.ts';
import { UserError } from '../../user-error.ts';
import type { Session } from '../session.ts';
import { whichCall } from '../which-call.ts';

/**
 * The planned call that a command is to change; asked for when none is named.
 * @throws UserError also when its plan changes no more
 */
export async function plannedCall(
  session: Session,
  store: Store,
  id: string | undefined,
  question: MessageKey,
): Promise<Call> {
  const call = await whichCall(session, store, id, { question, isOffered: (one) => !isClosed(one) });
  checkPlanned(session, call);
  return call;
}

/** @throws UserError when the plan of a call changes no more, saying why and what there is to do instead */
export function checkPlanned({ speaker }: Session, call: Call): void {
  if (call.status === 'planned') return;
  const report = call.result?.report;
  const key: MessageKey =
    call.status === 'held' && report === undefined ? 'frozen.held-alone' : `frozen.${call.status}`;
  throw new UserError(key, {
    account: cleanLine(call.account),
    when: formatWhen(call.startsAt, speaker.language),
    id: shownId(call.id),
    because: cleanLine(call.because ?? '–'),
    report: cleanLine(report ?? ''),
  });
}
