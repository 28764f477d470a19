import type { Call } from '../../calls/call.ts';
import { cleanText } from '../../calls/clean-text.ts';
import { openStore } from '../../calls/store.ts';
import type { Store } from '../../calls/store.ts';
import type { Desk } from '../../plan/desk.ts';
import type { Draft } from '../../plan/draft.ts';
import { answersIn, editedCall, overridesFor } from '../../plan/edit-call.ts';
import { draftFrom } from '../../plan/given.ts';
import type { PlanOptions } from '../../plan/given.ts';
import { UserError } from '../../user-error.ts';
import { canAsk } from '../ask.ts';
import { checkPlanned } from '../change/planned-call.ts';
import { editInEditor } from '../edit/edit-in-editor.ts';
import { editOf } from '../edit/edit-of.ts';
import { askWhetherToOpenReport, openReport } from '../edit/open-report.ts';
import { writeEdit } from '../edit/write-edit.ts';
import type { WriteOptions } from '../edit/write-edit.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { checkGateOptions, passGate } from '../plan/gate.ts';
import type { GateOptions } from '../plan/gate.ts';
import { openDesk } from '../plan/open-desk.ts';
import { openTalk } from '../plan/talk.ts';
import type { Session } from '../session.ts';
import { callText, whichCall } from '../which-call.ts';

interface Options extends PlanOptions, GateOptions, WriteOptions {
  readonly editor?: boolean;
}

/** `plan-call edit`: changes a planned call; asks what to change where nothing is given. */
export async function run(session: Session, options: Options, words: readonly string[]): Promise<ExitCode> {
  checkGateOptions(options);
  const given = draftFrom(options, session.now, session.speaker.language);
  const isGiven = Object.keys(given).length > 0;
  if (isGiven && options.editor === true) throw new UserError('edit.editor-and-flags');

  const store = openStore(session.world.fs, session.dataFolder);
  const call = await whichCall(session, store, words[0], { question: 'edit.which', isOffered: canBeEdited });
  if (call.status === 'held' && call.result !== undefined && !isGiven) {
    if (options.editor === true || (await askWhetherToOpenReport(session, call))) {
      return openReport(session, store, call.result.report);
    }
    if (canAsk(session)) return EXIT.fine;
  }
  checkPlanned(session, call);

  const desk = deskWithout(call, await openDesk(session, store));
  if (options.editor === true) return editInEditor(session, store, desk, call, options);
  if (isGiven) return editAsGiven(session, store, desk, call, given, options);
  if (options.json === true || !canAsk(session)) throw new UserError('edit.nothing-given');
  return editOnTerminal(session, store, desk, call, options);
}

/** Planned, or closed with a report that can be opened. */
function canBeEdited({ status, result }: Call): boolean {
  return status === 'planned' || result !== undefined;
}

/** What else is on file: a call neither overlaps with itself nor is the last one before itself. */
function deskWithout(call: Call, desk: Desk): Desk {
  return { ...desk, calls: desk.calls.filter(({ id }) => id !== call.id) };
}

async function editAsGiven(
  session: Session,
  store: Store,
  desk: Desk,
  call: Call,
  given: Draft,
  options: Options,
): Promise<ExitCode> {
  const answers = answersIn(call, withKnownAccount(given, desk));
  const added = passGate(session, answers, desk, options, editOf(call));
  if (added === undefined) return EXIT.refused;
  const overrides = overridesFor(call, answers, added, desk);
  const changes = { ...withKnownAccount(given, desk), overrides };
  return writeEdit(session, store, call, (current) => editedCall(current, changes), options);
}

async function editOnTerminal(
  session: Session,
  store: Store,
  desk: Desk,
  call: Call,
  options: Options,
): Promise<ExitCode> {
  const { editByAsking } = await import('../../plan/edit-by-asking.ts');
  const talk = await openTalk(session, desk);
  talk.show(callText(call, session));
  talk.show(session.speaker.say('edit.welcome'));
  const changes = await editByAsking(call, talk);
  if (changes === undefined) {
    talk.show(session.speaker.say('edit.unchanged'));
    return EXIT.fine;
  }
  const known = withKnownAccount(changes, desk);
  return writeEdit(session, store, call, (current) => editedCall(current, known), options);
}

/** An account is filed under the name that it has, however it was typed. */
function withKnownAccount(draft: Draft, { book }: Desk): Draft {
  const { account } = draft;
  return account === undefined
    ? draft
    : { ...draft, account: book.find(account)?.name ?? cleanText(account) };
}
