import type { FoundReports } from '../../lint/find-reports.ts';
import { kindByName } from '../../lint/input-kind.ts';
import { openProgress } from '../../terminal/progress.ts';
import type { Progress } from '../../terminal/progress.ts';
import type { Session } from '../session.ts';
import type { LintOptions } from './options.ts';

/** On a terminal a line says how far long work has come; it makes way for all that is written. */
export function withProgress(
  calm: Session,
  { files }: FoundReports,
  { standardInput, kind }: LintOptions,
): { session: Session; progress: Progress } {
  const { world, speaker } = calm;
  const hasRows =
    standardInput !== undefined || files.some((path) => (kind ?? kindByName(path)) !== 'report');
  const progress = openProgress({
    output: world.stderr,
    env: world.env,
    speaker,
    unit: hasRows ? 'rows' : 'files',
    total: hasRows ? undefined : files.length,
    now: () => performance.now(),
  });
  const note = (line: string): void => {
    progress.clear();
    calm.note(line);
  };
  return { session: { ...calm, note }, progress };
}
