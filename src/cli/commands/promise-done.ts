import { openStore } from '../../calls/store.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { endPromise, endedText } from '../promise/end-promise.ts';
import { whichPromise } from '../promise/which-promise.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly json?: boolean;
}

/** `plan-call promise done ID`: it was kept. */
export async function run(session: Session, options: Options, [id]: readonly string[]): Promise<ExitCode> {
  const store = openStore(session.world.fs, session.dataFolder);
  const promise = await whichPromise(session, store, id, 'promise.which-done');
  const ended = await endPromise(session, store, promise, { status: 'done' });
  session.print(options.json === true ? JSON.stringify(ended, undefined, 2) : endedText(session, ended));
  return EXIT.fine;
}
