import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../train/random.ts';
import type { Order } from './actions.ts';

/** What came of running the executable. */
export interface Outcome {
  readonly isKilled: boolean;
  readonly code: number | null;
  readonly output: string;
  /** Milliseconds for which it ran, and for which it held the lock, where that was seen. */
  readonly lasted: number;
  readonly held: number | undefined;
}

/** How long commands have lasted of late, in milliseconds, as far as moments to kill them are chosen by it. */
export interface Durations {
  lasted: number;
  held: number;
}

/** What a command makes in a store when it begins to write, and when it has written its change down. */
type Sign = '.lock' | '.pending.json';

/** How a command is run: on a disk of which speed, and when it is killed. */
export interface Manner {
  readonly disk: 'quick' | 'slow';
  /** So many milliseconds after its start, or after a sign of what it does. */
  readonly kill?: { readonly after: 'start' | Sign; readonly milliseconds: number } | undefined;
}

/** Most are killed while they write, half of them on a slow disk; the rest at any moment of their run. */
export function someManner(durations: Readonly<Record<Manner['disk'], Durations>>, random: Random): Manner {
  const disk = random() < 0.5 ? 'slow' : 'quick';
  const { lasted, held } = durations[disk];
  const chance = random();
  if (chance < 0.2) return { disk, kill: { after: 'start', milliseconds: random() * lasted } };
  if (chance < 0.5) return { disk, kill: { after: '.lock', milliseconds: random() * held * 1.2 } };
  return { disk, kill: { after: '.pending.json', milliseconds: random() * held * 0.8 } };
}

/** The environment of a program that sees nothing of this machine but a store. */
function environment(store: string, now: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: store,
    XDG_CONFIG_HOME: join(store, '.config'),
    PLAN_CALL_DATA: store,
    PLAN_CALL_NOW: now,
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
  { argv, now }: Pick<Order, 'argv' | 'now'>,
  { disk, kill }: Manner,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const before = disk === 'slow' ? ['--require', join(root, 'scripts', 'slow-disk.cjs')] : [];
    const child = spawn(process.execPath, [...before, join(root, 'bin', 'plan-call.cjs'), ...argv], {
      cwd: store,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment(store, now),
    });
    const killIn = (milliseconds: number): void => {
      timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    };
    const watcher = watchSigns(store, (sign) => {
      if (kill?.after === sign) killIn(kill.milliseconds);
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
        held: watcher.held(),
      });
    });
  });
}

/**
 * Sees what a command makes in a store.
 * @param onSign is told of each sign once
 */
function watchSigns(
  store: string,
  onSign: (sign: Sign) => void,
): { readonly held: () => number | undefined; readonly close: () => void } {
  const seen = new Map<Sign, number>();
  let released: number | undefined;
  const watcher = watch(store, (_event, name) => {
    if (name !== '.lock' && name !== '.pending.json') return;
    const isThere = existsSync(join(store, name));
    const isNew = !seen.has(name);
    if (isThere && isNew) {
      seen.set(name, performance.now());
      onSign(name);
    }
    // What is gone before was left by a command that was killed.
    if (!isThere && !isNew && name === '.lock') released ??= performance.now();
  });
  return {
    held: () => {
      const taken = seen.get('.lock');
      return taken === undefined || released === undefined ? undefined : released - taken;
    },
    close: () => watcher.close(),
  };
}
