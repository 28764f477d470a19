import { readText } from '../../read-option.ts';
import { endPromise } from '../end-promise.ts';
import type { ExitCode } from '../exit.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly because: string;
}

/** `plan-call promise drop ID --because …`: it will not be kept, and why. */
export function run(session: Session, options: Options, [id = '']: readonly string[]): Promise<ExitCode> {
  const because = readText('--because', options.because);
  return endPromise(session, id, { status: 'dropped', because });
}
