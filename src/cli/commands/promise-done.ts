import { endPromise } from '../end-promise.ts';
import type { ExitCode } from '../exit.ts';
import type { Session } from '../session.ts';

/** `plan-call promise done ID`: it was kept. */
export function run(session: Session, _options: object, [id = '']: readonly string[]): Promise<ExitCode> {
  return endPromise(session, id, { status: 'done' });
}
