import { isDeepStrictEqual } from 'node:util';
import type { Call } from '../../calls/call.ts';
import type { Edit } from '../../calls/edit.ts';
import { shownId } from '../../calls/id.ts';
import type { Store } from '../../calls/store.ts';
import { differencesOf } from '../../history/differences.ts';
import { cleanForTerminal, cleanLine } from '../../text/clean.ts';
import { formatWhen } from '../../time/format.ts';
import { differenceText } from '../../terminal/difference-text.ts';
import { wrap, wrapHanging } from '../../terminal/layout.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { checkPlanned } from '../change/planned-call.ts';
import { occasionOf } from '../session.ts';
import type { Session } from '../session.ts';

export interface WriteOptions {
  readonly because?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Writes an edited call, with its account where that is new, and says what is different. */
export async function writeEdit(
  session: Session,
  store: Store,
  call: Call,
  change: (current: Call) => Call,
  options: WriteOptions,
): Promise<ExitCode> {
  const { because, dryRun } = options;
  const update = (edit: Edit): Call => {
    const edited = edit.updateCall(call, (current) => {
      checkPlanned(session, current);
      return change(current);
    });
    if (edited.account !== call.account) edit.account(edited.account);
    return edited;
  };
  const edited =
    dryRun === true ? change(call) : await store.change(occasionOf(session, 'edit', because), update);
  if (options.json === true) session.print(JSON.stringify(edited, undefined, 2));
  else tell(session, store, call, edited, options);
  return EXIT.fine;
}

function tell(session: Session, store: Store, call: Call, edited: Call, { dryRun }: WriteOptions): void {
  const { speaker, print, ink, width } = session;
  if (isDeepStrictEqual(edited, call)) {
    print(speaker.say('edit.unchanged'));
    return;
  }
  const done = speaker.say(dryRun === true ? 'edit.would' : 'edit.written');
  const what = `${cleanLine(edited.account)} · ${formatWhen(edited.startsAt, speaker.language)}`;
  print(wrapHanging(`${ink.green('✓')} ${done} ${what}  ${ink.dim(shownId(edited.id))}`, width, '  '));
  for (const difference of differencesOf(call, edited)) {
    print(wrap(differenceText(difference, speaker), width, '  '));
  }
  if (dryRun !== true) print(`  ${cleanForTerminal(store.pathOf(edited))}`);
}
