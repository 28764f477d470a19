import { join } from 'node:path';
import { isClosed } from '../../calls/call.ts';
import type { Call } from '../../calls/call.ts';
import type { Edit } from '../../calls/edit.ts';
import { shownId } from '../../calls/id.ts';
import type { Promised } from '../../calls/promise.ts';
import type { Store } from '../../calls/store.ts';
import { closedCall } from '../../close/closing.ts';
import type { Closing } from '../../close/closing.ts';
import { reportText } from '../../close/report-text.ts';
import type { Speaker } from '../../messages.ts';
import { cleanForTerminal } from '../../text/clean.ts';
import { UserError } from '../../user-error.ts';
import { occasionOf } from '../session.ts';
import type { Session } from '../session.ts';

/** A closed call. */
export interface Written {
  readonly call: Call;
  /** Absolute path of its report; nothing for a call that was not held. */
  readonly report: string | undefined;
}

/**
 * Writes down what came of a call as one change: the call, its report, the promises made and kept, the signature.
 * @throws UserError when it was closed meanwhile
 */
export async function writeClosing(
  session: Session,
  store: Store,
  call: Call,
  closing: Closing,
): Promise<Written> {
  const { speaker } = session;
  const closed = await store.change(occasionOf(session, 'close', closing.because), (edit) => {
    for (const promised of closing.promises) edit.addPromise(promised);
    for (const promise of closing.kept) noteKept(edit, promise);
    if (closing.signedOn !== undefined) noteSignature(edit, call.account, closing.signedOn);
    return edit.updateCall(call, (current) => {
      checkOpen(current, store, speaker);
      const text = textOf(current, closing, speaker);
      return closedCall(current, closing, text === undefined ? undefined : edit.addReport(current, text));
    });
  });
  return { call: closed, report: reportPath(closed, store) };
}

/** The report of a call; nothing for one that was not held. */
export function textOf(
  call: Call,
  { result, promises, kept, signedOn }: Closing,
  speaker: Speaker,
): string | undefined {
  return result === undefined ? undefined : reportText({ call, result, promises, kept, signedOn }, speaker);
}

/** @throws UserError for a call of which it is written down already what came of it; its report is named */
export function checkOpen(call: Call, store: Store, speaker: Speaker): void {
  if (!isClosed(call)) return;
  const report = reportPath(call, store);
  if (report === undefined) {
    throw new UserError('close.closed-without', { status: speaker.say(`status.${call.status}`) });
  }
  throw new UserError('close.closed', { path: cleanForTerminal(report), id: shownId(call.id) });
}

function reportPath({ result }: Call, { dir }: Store): string | undefined {
  return result === undefined ? undefined : join(dir, result.report);
}

/** A promise that was ended meanwhile stays as it is. */
function noteKept(edit: Edit, kept: Promised): void {
  const { status, endedOn } = kept;
  edit.updatePromise(kept, (current) =>
    current.status === 'open' ? { ...current, status, endedOn } : current,
  );
}

function noteSignature(edit: Edit, name: string, signedOn: string): void {
  edit.updateAccount(edit.account(name), (account) => ({ ...account, stage: 'signed', signedOn }));
}
