import type { Call } from '../../calls/call.ts';
import { cleanText } from '../../calls/clean-text.ts';
import { openStore } from '../../calls/store.ts';
import { BACK, Interrupted } from '../../plan/asker.ts';
import { readText } from '../../read-option.ts';
import { cleanLine } from '../../text/clean.ts';
import { wrap, wrapHanging } from '../../terminal/layout.ts';
import { UserError } from '../../user-error.ts';
import { canAsk, openAsking } from '../ask.ts';
import { askWhy } from '../change/ask-why.ts';
import { checkPlanned, plannedCall } from '../change/planned-call.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { occasionOf } from '../session.ts';
import type { Session } from '../session.ts';
import { callText } from '../which-call.ts';

interface Options {
  readonly because?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `plan-call cancel`: a planned call will not take place. It stays on file, with why. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  const { speaker, ink, width } = session;
  const given = options.because === undefined ? undefined : readText('--because', options.because);
  const store = openStore(session.world.fs, session.dataFolder);
  const call = await plannedCall(session, store, words[0], 'cancel.which');
  const because = given ?? (await askForReason(session, call, options));
  const cancelled = (current: Call): Call => ({ ...current, status: 'cancelled', because });

  const result =
    options.dryRun === true
      ? cancelled(call)
      : await store.change(occasionOf(session, 'cancel', because), (edit) =>
          edit.updateCall(call, (current) => {
            checkPlanned(session, current);
            return cancelled(current);
          }),
        );
  if (options.json === true) {
    session.print(JSON.stringify(result, undefined, 2));
    return EXIT.fine;
  }
  const done = speaker.say(options.dryRun === true ? 'cancel.would' : 'cancel.done');
  session.print(wrapHanging(`${ink.green('✓')} ${done} ${callText(result, session)}`, width, '  '));
  session.print(wrap(speaker.say('change.because', { because: cleanLine(because) }), width, '  '));
  return EXIT.fine;
}

async function askForReason(session: Session, call: Call, { json }: Options): Promise<string> {
  if (json === true || !canAsk(session)) {
    throw new UserError('error.missing-answers', { options: '--because' });
  }
  const { asker, show } = await openAsking(session);
  show(callText(call, session));
  const because = await askWhy(asker, session.speaker, 'cancel.why');
  if (because === BACK) throw new Interrupted();
  return cleanText(because);
}
