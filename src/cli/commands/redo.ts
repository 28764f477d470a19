import type { ExitCode } from '../exit.ts';
import { takeBack } from '../history/take-back.ts';
import type { TakeBackOptions } from '../history/take-back.ts';
import type { Session } from '../session.ts';

/** `plan-call redo`: makes again what was taken back last, while nothing was changed since. */
export function run(session: Session, options: TakeBackOptions): Promise<ExitCode> {
  return takeBack(session, 'redo', options);
}
