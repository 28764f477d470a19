import type { Speaker } from '../messages.ts';
import type { FileProblem } from './file-problem.ts';
import type { UnreadFile } from './item.ts';

/** Says why a file could not be read. */
export function unreadItem({ kind, path, code }: FileProblem, speaker: Speaker): UnreadFile {
  const reason = speaker.say(`file.${kind}`, { path });
  return { kind: 'unread', path, problem: code === undefined ? reason : `${reason} (${code})` };
}
