import { isDeepStrictEqual } from 'node:util';
import type { Call, Override } from '../../calls/call.ts';
import { shownId } from '../../calls/id.ts';
import { formatRecord } from '../../calls/json.ts';
import { CALL } from '../../calls/kinds.ts';
import type { RecordSchema } from '../../calls/kinds.ts';
import type { Store } from '../../calls/store.ts';
import { overridesFor } from '../../plan/edit-call.ts';
import type { Desk } from '../../plan/desk.ts';
import { readEdited } from '../../plan/read-edited.ts';
import { cleanForTerminal } from '../../text/clean.ts';
import { UserError } from '../../user-error.ts';
import { canAsk, openAsking } from '../ask.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { passGate } from '../plan/gate.ts';
import type { GateOptions } from '../plan/gate.ts';
import type { Session } from '../session.ts';
import { editOf } from './edit-of.ts';
import { editorOf, openInEditor, privateFile } from './editor.ts';
import type { PrivateFile } from './editor.ts';
import { writeEdit } from './write-edit.ts';
import type { WriteOptions } from './write-edit.ts';

/** Edits a call as JSON in the user's editor. Nothing is replaced before it is in order; what is not is kept, and named. */
export async function editInEditor(
  session: Session,
  store: Store,
  desk: Desk,
  call: Call,
  options: GateOptions & WriteOptions,
): Promise<ExitCode> {
  const editor = editorOf(session);
  const schema = await CALL.loadSchema();
  const file = privateFile(session.world, `call-${shownId(call.id)}.json`, formatRecord(call));
  try {
    for (;;) {
      await openInEditor(session, editor, file.path);
      const judged = judge(session, desk, call, schema, file, options);
      if ('call' in judged) {
        const outcome = await writeEdit(session, store, call, onlyIfSame(call, judged.call), options);
        if (options.dryRun === true) keep(session, file);
        else file.remove();
        return outcome;
      }
      if (!(await askForAnotherTry(session, options))) {
        keep(session, file);
        return judged.outcome;
      }
    }
  } catch (error) {
    keep(session, file);
    throw error;
  }
}

/** What was edited, if it may be written; why it may not be is said. */
function judge(
  session: Session,
  desk: Desk,
  call: Call,
  schema: RecordSchema<Call>,
  file: PrivateFile,
  options: GateOptions,
): { readonly call: Call } | { readonly outcome: ExitCode } {
  const read = readEdited(file.read(), call, schema);
  if (read.kind === 'problem') {
    session.note(cleanForTerminal(session.speaker.say(read.key, read.values)));
    return { outcome: EXIT.wrong };
  }
  if (isDeepStrictEqual(read.call, call)) return { call };
  const overrides = passGate(session, read.call, desk, options, editOf(call));
  if (overrides === undefined) return { outcome: EXIT.refused };
  return { call: withOverrides(read.call, overrides, desk) };
}

function withOverrides(edited: Call, added: readonly Override[], desk: Desk): Call {
  const overrides = overridesFor(edited, edited, added, desk);
  return { ...edited, overrides: overrides.length > 0 ? overrides : undefined };
}

/** An editor may stay open for long: what somebody else has changed meanwhile is not written over. */
function onlyIfSame(before: Call, edited: Call): (current: Call) => Call {
  return (current) => {
    if (!isDeepStrictEqual(current, before)) throw new UserError('edit.changed-meanwhile');
    return edited;
  };
}

async function askForAnotherTry(session: Session, { json }: WriteOptions): Promise<boolean> {
  if (json === true || !canAsk(session)) return false;
  const { asker } = await openAsking(session);
  const decision = await asker.choose({
    message: session.speaker.say('edit.try-again'),
    choices: [
      { name: session.speaker.say('edit.try-again-yes'), value: 'again' },
      { name: session.speaker.say('edit.try-again-no'), value: 'leave' },
    ],
  });
  return decision === 'again';
}

/** What she has written is not lost with the attempt. */
function keep({ speaker, note }: Session, file: PrivateFile): void {
  if (file.isUntouched()) file.remove();
  else note(speaker.say('edit.kept', { file: cleanForTerminal(file.path) }));
}
