import type { Problem } from '../calls/read.ts';
import { cleanLine } from '../text/clean.ts';
import type { Session } from './session.ts';

/** Names every file of the store that could not be read; everything else is shown all the same. */
export function noteProblems({ speaker, noteInk, note }: Session, problems: readonly Problem[]): void {
  for (const { path, problem, detail } of problems) {
    const what = speaker.say(`store.${problem}`, { detail: cleanLine(detail) });
    note(`${noteInk.yellow('!')} ${cleanLine(path)}: ${what}`);
  }
}
