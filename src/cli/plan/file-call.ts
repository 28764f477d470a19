import type { Call } from '../../calls/call.ts';
import { cleanText } from '../../calls/clean-text.ts';
import { newId } from '../../calls/new-id.ts';
import type { Store } from '../../calls/store.ts';
import { summaryOf } from '../../plan/ask-summary.ts';
import { callFrom } from '../../plan/call-from.ts';
import type { Desk } from '../../plan/desk.ts';
import type { Answers } from '../../plan/draft.ts';
import { cleanForTerminal } from '../../text/clean.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { occasionOf } from '../session.ts';
import type { Session } from '../session.ts';

export interface FileOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Writes a new call, and its account where that is new, and says where it is. */
export async function fileCall(
  session: Session,
  store: Store,
  answers: Answers,
  desk: Desk,
  options: FileOptions,
): Promise<ExitCode> {
  const { speaker, world, ink } = session;
  const account = desk.book.find(answers.account)?.name ?? cleanText(answers.account);
  const call: Call = callFrom({ ...answers, account }, newId(world.now()), world.timeZone());
  if (options.dryRun !== true) {
    await store.change(occasionOf(session, 'plan'), (edit) => {
      edit.account(account);
      edit.addCall(call);
    });
  }
  if (options.json === true) {
    session.print(JSON.stringify(call, undefined, 2));
    return EXIT.fine;
  }
  const key = options.dryRun === true ? 'plan.would-write' : 'plan.written';
  session.print(`${ink.green('✓')} ${speaker.say(key)}`);
  session.print(summaryOf(call, desk));
  session.print(`  ${cleanForTerminal(store.pathOf(call))}`);
  return EXIT.fine;
}
