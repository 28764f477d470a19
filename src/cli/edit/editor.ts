import { join } from 'node:path';
import { readIfThere } from '../../read-if-there.ts';
import { UserError } from '../../user-error.ts';
import type { World } from '../../world.ts';
import type { Session } from '../session.ts';

/**
 * The user's editor, as a command.
 * @throws UserError naming the variable in which it is to be set
 */
export function editorOf({ world: { env } }: Session): string {
  const editor = env['VISUAL'] || env['EDITOR'];
  if (!editor) throw new UserError('edit.no-editor');
  return editor;
}

/**
 * Opens a file in the editor, and waits until it is closed.
 * @throws UserError when the editor does not end well
 */
export async function openInEditor({ world }: Session, editor: string, file: string): Promise<void> {
  const code = await world.runEditor(editor, file);
  if (code !== 0) throw new UserError('edit.editor-failed', { editor, code });
}

/** A file for one text, which only the user can read. */
export interface PrivateFile {
  readonly path: string;
  /** @throws UserError when the editor has taken it away */
  read(): string;
  isUntouched(): boolean;
  /** Removes it with its folder. */
  remove(): void;
}

/** Writes a text to a file in a folder of its own among the temporary ones. */
export function privateFile({ fs, env, platform, home }: World, name: string, text: string): PrivateFile {
  const temporary = env['TMPDIR'] || env['TEMP'] || env['TMP'] || (platform === 'win32' ? home : '/tmp');
  const folder = fs.mkdtempSync(join(temporary, 'plan-call-'));
  const path = join(folder, name);
  fs.writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
  const read = (): string => {
    const bytes = readIfThere(fs, path);
    if (bytes === undefined) throw new UserError('file.missing', { path });
    return bytes.toString('utf8');
  };
  return {
    path,
    read,
    isUntouched: () => readIfThere(fs, path)?.toString('utf8') === text,
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
