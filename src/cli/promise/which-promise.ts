import { isId, shownId } from '../../calls/id.ts';
import type { Promised } from '../../calls/promise.ts';
import type { Store } from '../../calls/store.ts';
import type { MessageKey } from '../../messages.ts';
import { BACK, Interrupted } from '../../plan/asker.ts';
import { promiseText } from '../../terminal/promise-text.ts';
import { UserError } from '../../user-error.ts';
import { canAsk, openAsking } from '../ask.ts';
import { noteProblems } from '../note-problems.ts';
import type { Session } from '../session.ts';
import { checkOpen } from './end-promise.ts';

/** Characters at the end of an id in a list of those that are meant perhaps. */
const ENDING = 8;

/**
 * The open promise that a command is about: that of an id, or of the end of one; asked for when none is named.
 * @throws UserError when there is none, more than one, or nobody to ask
 * @throws Interrupted when she leaves the question
 */
export async function whichPromise(
  session: Session,
  store: Store,
  id: string | undefined,
  question: MessageKey,
): Promise<Promised> {
  if (id === undefined && !canAsk(session)) throw new UserError('promise.none-named');
  const { promises, problems } = await store.promises();
  noteProblems(session, problems);
  return id === undefined ? askForPromise(session, promises, question) : named(session, promises, id);
}

function named(session: Session, promises: readonly Promised[], given: string): Promised {
  const ending = given.trim().toLowerCase();
  const matching = isId(ending) ? promises.filter(({ id }) => id.endsWith(ending)) : [];
  const open = matching.filter(({ id, status }) => status === 'open' || id === ending);
  const promise = open.find(({ id }) => id === ending) ?? open[0] ?? matching[0];
  if (promise === undefined) throw new UserError('promise.unknown', { id: given });
  if (open.length > 1 && promise.id !== ending) {
    const ids = open.map(({ id }) => id.slice(-ENDING)).join(', ');
    throw new UserError('promise.not-unique', { id: given, ids });
  }
  checkOpen(session, promise);
  return promise;
}

async function askForPromise(
  session: Session,
  promises: readonly Promised[],
  question: MessageKey,
): Promise<Promised> {
  const { speaker } = session;
  const open = promises
    .filter(({ status }) => status === 'open')
    .toSorted((one, other) => (one.due < other.due ? -1 : 1));
  if (open.length === 0) throw new UserError('promises.none');
  const { asker } = await openAsking(session);
  const chosen = await asker.search({
    message: speaker.say(question),
    offers: (typed) => {
      const words = typed.toLowerCase().split(/\s+/);
      return open
        .map((promise) => ({
          name: `${promiseText(promise, speaker)}  ${shownId(promise.id)}`,
          value: promise.id,
        }))
        .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
    },
  });
  const promise = open.find(({ id }) => id === chosen);
  if (chosen === BACK || promise === undefined) throw new Interrupted();
  return promise;
}
