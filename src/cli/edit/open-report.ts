import type { Call } from '../../calls/call.ts';
import { fileNamed } from '../../calls/layout.ts';
import type { Store } from '../../calls/store.ts';
import { cleanForTerminal, cleanLine } from '../../text/clean.ts';
import { formatWhen } from '../../time/format.ts';
import { wrap } from '../../terminal/layout.ts';
import { UserError } from '../../user-error.ts';
import { canAsk, openAsking } from '../ask.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import type { Session } from '../session.ts';
import { editorOf, openInEditor } from './editor.ts';

/** Asks whether to open the report of a closed call, whose plan changes no more. */
export async function askWhetherToOpenReport(session: Session, call: Call): Promise<boolean> {
  if (!canAsk(session)) return false;
  const { speaker } = session;
  const { asker } = await openAsking(session);
  const decision = await asker.choose({
    message: speaker.say('edit.open-report', {
      account: cleanLine(call.account),
      when: formatWhen(call.startsAt, speaker.language),
    }),
    choices: [
      { name: speaker.say('edit.open-report-yes'), value: 'open' },
      { name: speaker.say('edit.open-report-no'), value: 'leave' },
    ],
  });
  return decision === 'open';
}

/** Opens the report of a closed call in the editor: later changes go there. */
export async function openReport(session: Session, store: Store, report: string): Promise<ExitCode> {
  // The path comes from a file that anybody may have written.
  const file = fileNamed(store.dir, report);
  if (file === undefined || !session.world.fs.existsSync(file)) {
    throw new UserError('edit.no-report', { report: cleanLine(report) });
  }
  await openInEditor(session, editorOf(session), file);
  session.print(`  ${cleanForTerminal(file)}`);
  session.note(
    wrap(session.speaker.say('edit.lint-it', { file: cleanForTerminal(file) }), session.width, '  '),
  );
  return EXIT.fine;
}
