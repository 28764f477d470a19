import { cleanForTerminal, cleanLine } from '../../text/clean.ts';
import { UserError } from '../../user-error.ts';
import type { Session } from '../session.ts';

/**
 * The editor that the user has chosen.
 * @throws UserError naming the variables when she has chosen none
 */
export function editorOf({ world }: Pick<Session, 'world'>): string {
  const editor = world.env['VISUAL']?.trim() || world.env['EDITOR']?.trim();
  if (!editor) throw new UserError('close.no-editor');
  return editor;
}

/** Opens a report in the editor and waits until it is closed; an editor that fails is told of. */
export async function editReport(session: Session, editor: string, path: string): Promise<void> {
  const { world, speaker, note } = session;
  const code = await world.runEditor(editor, path);
  if (code === 0) return;
  note(speaker.say('close.editor-failed', { editor: cleanLine(editor), code, path: cleanForTerminal(path) }));
}
