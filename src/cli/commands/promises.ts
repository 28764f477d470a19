import { openStore } from '../../calls/store.ts';
import { dateOf } from '../../time/wall.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { wrap } from '../../terminal/layout.ts';
import { promiseText } from '../../terminal/promise-text.ts';
import { noteProblems } from '../note-problems.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly overdue?: boolean;
  readonly json?: boolean;
}

/** `plan-call promises`: what is promised and not done yet, the most urgent first. */
export async function run(session: Session, options: Options): Promise<ExitCode> {
  const { speaker, ink, width } = session;
  const today = dateOf(session.now);
  const { promises, problems } = await openStore(session.world.fs, session.dataFolder).promises();
  const open = promises
    .filter((promise) => promise.status === 'open' && (options.overdue !== true || promise.due < today))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  if (options.json === true) session.print(JSON.stringify(open, undefined, 2));
  else if (open.length === 0) session.print(speaker.say('promises.none'));
  else {
    for (const promise of open) {
      const line = promiseText(promise, speaker);
      const late = promise.due < today ? ` ${ink.red(`(${speaker.say('promise.late')})`)}` : '';
      session.print(wrap(`${ink.dim(promise.id.slice(-6))}  ${line}${late}`, width));
    }
  }
  noteProblems(session, problems);
  return problems.length > 0 ? EXIT.wrong : EXIT.fine;
}
