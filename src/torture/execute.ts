import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../train/random.ts';

/** What came of running the executable. */
export interface Outcome {
  readonly isKilled: boolean;
  readonly code: number | null;
  readonly output: string;
  /** Milliseconds for which it ran, and for which it held the lock, where that was seen. */
  readonly lasted: number;
  readonly held: number | undefined;
}

/** When to kill a process, in milliseconds: after its start, or after it has taken the lock of the store. */
export interface Kill {
  readonly after: 'start' | 'lock';
  readonly milliseconds: number;
}

/** How long commands have lasted of late, as far as moments to kill them are chosen by it. */
export interface Durations {
  lasted: number;
  held: number;
}

/** Most are killed while they write, the rest at any moment of their run. */
export function someMoment({ lasted, held }: Durations, random: Random): Kill {
  return random() < 0.7
    ? { after: 'lock', milliseconds: random() * held }
    : { after: 'start', milliseconds: random() * lasted };
}

/** The environment of a program that sees nothing of this machine but a store. */
function environment(store: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: store,
    XDG_CONFIG_HOME: join(store, '.config'),
    PLAN_CALL_DATA: store,
    PLAN_CALL_NOW: '2026-11-25T08:00',
    PLAN_CALL_LANG: 'en',
  };
}

/**
 * Runs the real executable against a store, and kills it at some moment if it still runs.
 * @param root of the project
 */
export function execute(
  root: string,
  store: string,
  argv: readonly string[],
  kill: Kill | undefined,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    let taken: number | undefined;
    let released: number | undefined;
    let timer: NodeJS.Timeout | undefined;
    const child = spawn(process.execPath, [join(root, 'bin', 'plan-call.cjs'), ...argv], {
      cwd: store,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment(store),
    });
    const killIn = (milliseconds: number): void => {
      timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    };
    const watcher = watch(store, (_event, name) => {
      if (name !== '.lock') return;
      const isTaken = existsSync(join(store, '.lock'));
      if (!isTaken) released ??= performance.now();
      if (taken !== undefined) return;
      taken = performance.now();
      if (kill?.after === 'lock') killIn(kill.milliseconds);
    });
    if (kill?.after === 'start') killIn(kill.milliseconds);
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      watcher.close();
      resolve({
        isKilled: signal === 'SIGKILL',
        code,
        output: Buffer.concat(chunks).toString('utf8'),
        lasted: performance.now() - begun,
        held: taken === undefined ? undefined : (released ?? performance.now()) - taken,
      });
    });
  });
}
