import type { PromiseEnd, Promised } from '../../calls/promise.ts';
import type { Store } from '../../calls/store.ts';
import { cleanLine } from '../../text/clean.ts';
import { formatDay } from '../../time/format.ts';
import { dateOf } from '../../time/wall.ts';
import type { MessageValues } from '../../messages.ts';
import { UserError } from '../../user-error.ts';
import { occasionOf } from '../session.ts';
import type { Session } from '../session.ts';

/**
 * Ends an open promise, as a change of its own.
 * @returns the promise as it stands now
 * @throws UserError when it is not open any more
 */
export function endPromise(
  session: Session,
  store: Store,
  promise: Pick<Promised, 'id'>,
  end: PromiseEnd,
): Promise<Promised> {
  const command = end.status === 'done' ? 'promise-done' : 'promise-drop';
  const because = end.status === 'dropped' ? end.because : undefined;
  return store.change(occasionOf(session, command, because), (edit) =>
    edit.updatePromise(promise, (before) => {
      checkOpen(session, before);
      return { ...before, ...end, endedOn: dateOf(session.now) };
    }),
  );
}

/** @throws UserError when a promise was kept or dropped already, saying when */
export function checkOpen({ speaker }: Session, promise: Promised): void {
  const { status, account, what, endedOn, because } = promise;
  if (status === 'open') return;
  const values: MessageValues = {
    account: cleanLine(account),
    what: cleanLine(what),
    day: endedOn === undefined ? '–' : formatDay(endedOn, speaker.language, 'short'),
    because: cleanLine(because ?? '–'),
  };
  throw new UserError(status === 'done' ? 'promise.was-done' : 'promise.was-dropped', values);
}

/** That a promise was ended, in a line. */
export function endedText({ speaker, ink }: Session, { status, account, what }: Promised): string {
  const key = status === 'done' ? 'promise.is-done' : 'promise.is-dropped';
  return `${ink.green('✓')} ${speaker.say(key, { account: cleanLine(account), what: cleanLine(what) })}`;
}
