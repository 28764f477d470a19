import type { Promised } from '../calls/promise.ts';
import { openStore } from '../calls/store.ts';
import { dateOf } from '../time/wall.ts';
import { cleanLine } from '../text/clean.ts';
import { UserError } from '../user-error.ts';
import { EXIT } from './exit.ts';
import type { ExitCode } from './exit.ts';
import { occasionOf } from './session.ts';
import type { Session } from './session.ts';

/**
 * Ends an open promise.
 * @param id its id, or the end of it where that is enough to tell it from the others
 * @throws UserError when no open promise, or more than one, has that id
 */
export async function endPromise(
  session: Session,
  id: string,
  end: Pick<Promised, 'status' | 'because'>,
): Promise<ExitCode> {
  const store = openStore(session.world.fs, session.dataFolder);
  const { promises } = await store.promises();
  const matching = promises.filter(
    (promise) => promise.status === 'open' && promise.id.endsWith(id.toLowerCase()),
  );
  const [promise, another] = matching;
  if (promise === undefined || id === '') throw new UserError('promise.unknown', { id });
  if (another !== undefined)
    throw new UserError('promise.not-unique', {
      id,
      ids: matching.map((one) => one.id.slice(-8)).join(', '),
    });
  await store.change(occasionOf(session, `promise-${end.status}`, end.because), (edit) =>
    edit.updatePromise(promise, (before) => ({ ...before, ...end, endedOn: dateOf(session.now) })),
  );
  const key = end.status === 'done' ? 'promise.is-done' : 'promise.is-dropped';
  session.print(
    `✓ ${session.speaker.say(key, { account: cleanLine(promise.account), what: cleanLine(promise.what) })}`,
  );
  return EXIT.fine;
}
