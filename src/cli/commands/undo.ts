import type { ExitCode } from '../exit.ts';
import { takeBack } from '../history/take-back.ts';
import type { TakeBackOptions } from '../history/take-back.ts';
import type { Session } from '../session.ts';

/** `plan-call undo`: takes back the last change, whatever it was. */
export function run(session: Session, options: TakeBackOptions): Promise<ExitCode> {
  return takeBack(session, 'undo', options);
}
