import { timeOf } from '../../time/wall.ts';
import type { WallWhen } from '../../time/wall.ts';
import { cleanLine } from '../../text/clean.ts';

/**
 * The command that plans a call on an account, ready to be pasted into a shell.
 * @param when where the time is known already
 */
export function planCommand(account: string, when?: WallWhen): string {
  const command = `plan-call --account ${quoted(account)}`;
  if (when === undefined) return command;
  return `${command} --when ${timeOf(when) === undefined ? when : `"${when.replace('T', ' ')}"`}`;
}

/** In double quotes as everybody reads them, unless a shell would find something to do between them. */
function quoted(text: string): string {
  const line = cleanLine(text);
  return /["$`\\!]/.test(line) ? `'${line.replaceAll("'", String.raw`'\''`)}'` : `"${line}"`;
}
