import { cleanText } from '../../calls/clean-text.ts';
import { openStore } from '../../calls/store.ts';
import { BACK, Interrupted } from '../../plan/asker.ts';
import { readText } from '../../read-option.ts';
import { UserError } from '../../user-error.ts';
import { canAsk, openAsking } from '../ask.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { endPromise, endedText } from '../promise/end-promise.ts';
import { whichPromise } from '../promise/which-promise.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly because?: string;
  readonly json?: boolean;
}

/** `plan-call promise drop ID --because …`: it will not be kept, and why. */
export async function run(session: Session, options: Options, [id]: readonly string[]): Promise<ExitCode> {
  const given = options.because === undefined ? undefined : readText('--because', options.because);
  if (given === undefined && !canAsk(session)) {
    throw new UserError('error.missing-option', { given: '--because <reason>' });
  }
  const store = openStore(session.world.fs, session.dataFolder);
  const promise = await whichPromise(session, store, id, 'promise.which-drop');
  const because = given ?? (await askWhy(session));
  const ended = await endPromise(session, store, promise, { status: 'dropped', because });
  session.print(options.json === true ? JSON.stringify(ended, undefined, 2) : endedText(session, ended));
  return EXIT.fine;
}

async function askWhy(session: Session): Promise<string> {
  const { speaker } = session;
  const { asker } = await openAsking(session);
  const because = await asker.text({
    message: speaker.say('promise.why'),
    complain: (typed) => (cleanText(typed) === '' ? speaker.say('promise.why-empty') : undefined),
  });
  if (because === BACK) throw new Interrupted();
  return cleanText(because);
}
