import { accountViews } from '../../accounts/account-view.ts';
import type { AccountView } from '../../accounts/account-view.ts';
import { openStore } from '../../calls/store.ts';
import { wrap } from '../../terminal/layout.ts';
import { formatDay } from '../../time/format.ts';
import { findingLine, titleLine } from '../account/lines.ts';
import { openFile } from '../account/open-file.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly json?: boolean;
}

/** `plan-call accounts`: every account with its last and next call, and what is open there. */
export async function run(session: Session, options: Options): Promise<ExitCode> {
  const onFile = await openFile(session, openStore(session.world.fs, session.dataFolder));
  const views = accountViews(onFile, session.now);
  if (options.json === true) session.print(JSON.stringify(views, undefined, 2));
  else if (views.length === 0) session.print(session.speaker.say('accounts.none'));
  else for (const view of views) session.print(viewLines(view, session));
  return EXIT.fine;
}

function viewLines(view: AccountView, session: Session): string {
  const { speaker, width } = session;
  const day = (date: string | null): string =>
    date === null ? '–' : formatDay(date, speaker.language, 'short');
  return [
    titleLine(view, session),
    wrap(speaker.say('accounts.calls', { last: day(view.lastCall), next: day(view.nextCall) }), width, '  '),
    ...(view.openPromises > 0
      ? [wrap(speaker.say('accounts.promises', { n: view.openPromises }), width, '  ')]
      : []),
    ...view.findings.map((finding) => findingLine(finding, session, '  ')),
  ].join('\n');
}
