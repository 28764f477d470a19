import { join } from 'node:path';
import { startWorkers } from '../../lint/worker-pool.ts';
import type { WorkerPool } from '../../lint/worker-pool.ts';
import type { Session } from '../session.ts';
import { configFolder } from '../settings.ts';
import type { LintOptions } from './options.ts';

/** Rows that are piped in are answered as they come, so that they are judged in this thread; so is what is timed. */
export function poolFor(
  { jobs, standardInput, fix, isTiming }: LintOptions,
  { world }: Session,
): (() => WorkerPool) | undefined {
  const size = Math.min(jobs ?? Infinity, world.processors());
  if (size < 2 || standardInput !== undefined || fix !== undefined || isTiming) return undefined;
  const { programFolder } = world;
  return () =>
    startWorkers(join(programFolder, 'lint-worker.cjs'), size, {
      programFolder,
      configFolder: configFolder(world),
    });
}
