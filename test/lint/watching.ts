import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import type { FSWatcher } from 'chokidar';
import { onTestFinished } from 'vitest';
import { watchReports } from '../../src/lint/watch.ts';
import type { Watching } from '../../src/lint/watch.ts';
import type { Changes } from '../../src/lint/watch-changes.ts';
import type { WatchProblem } from '../../src/lint/watch-problem.ts';
import { watchScope } from '../../src/lint/watch-scope.ts';
import type { Watched } from '../../src/lint/watched-files.ts';

/** Longer than any of this takes; only a test that fails waits so long. */
const DEADLINE = 10_000;

const isReport = (path: string): boolean => /\.(?:md|txt)$/.test(path);

/** Reports being watched, and everything that was told of them. */
export interface Watch {
  readonly ready: Promise<Watched>;
  readonly calls: readonly (Changes & { readonly watched: Watched })[];
  readonly problems: readonly WatchProblem[];
  /** All that has been told of the files, the last thing of each. */
  readonly told: () => Record<string, string>;
  /** Waits until something holds. */
  readonly until: (holds: () => boolean) => Promise<void>;
  readonly end: () => void;
  /** Settles when the watching is over. */
  readonly over: Promise<void>;
}

/** Watches what patterns mean in a folder; ends with the test. */
export async function watch(
  folder: string,
  patterns: readonly string[],
  changes: Partial<Watching> = {},
): Promise<Watch> {
  const calls: (Changes & { watched: Watched })[] = [];
  const problems: WatchProblem[] = [];
  const controller = new AbortController();
  const news = new EventEmitter();
  const ready = deferred<Watched>();
  const scope = await watchScope(fs, folder, patterns, isReport);
  const over = watchReports({
    fs,
    scope,
    isIgnored: () => false,
    onReady: (watched) => ready.resolve(watched),
    onChanges(told, watched) {
      calls.push({ ...told, watched });
      news.emit('news');
    },
    onProblem(problem) {
      problems.push(problem);
      news.emit('news');
    },
    signal: controller.signal,
    ...changes,
  });
  over.catch(ready.reject);
  ready.promise.catch(() => undefined);
  onTestFinished(async () => {
    controller.abort();
    await over.catch(() => undefined);
  });
  const told = (): Record<string, string> => {
    const kinds = calls.flatMap(({ changed, added, removed }) => [
      ...changed.map((path) => [path, 'changed'] as const),
      ...added.map((path) => [path, 'added'] as const),
      ...removed.map((path) => [path, 'removed'] as const),
    ]);
    return Object.fromEntries(kinds.map(([path, kind]) => [path.slice(folder.length + 1), kind]));
  };
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!holds()) return;
        clearTimeout(timer);
        news.off('news', look);
        resolve();
      };
      const timer = setTimeout(() => {
        news.off('news', look);
        reject(new Error(`Told until now: ${JSON.stringify({ calls, problems })}`));
      }, DEADLINE);
      news.on('news', look);
      look();
    });
  return { ready: ready.promise, calls, problems, told, until, over, end: () => controller.abort() };
}

/** Stands in for the library: does nothing but what a test has it say. */
export function silentWatcher() {
  const emitter = new EventEmitter();
  const listened: string[] = [];
  const watcher = Object.assign(emitter, {
    isClosed: false,
    add(paths: string[]) {
      listened.push(...paths);
      return watcher;
    },
    close() {
      watcher.isClosed = true;
      emitter.removeAllListeners();
      return Promise.resolve();
    },
  });
  return {
    watcher,
    listened,
    open: (paths: string[]): FSWatcher => {
      listened.push(...paths);
      queueMicrotask(() => emitter.emit('ready'));
      return watcher as unknown as FSWatcher;
    },
  };
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<Value>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve: (value: Value) => resolve(value), reject: (error: unknown) => reject(error) };
}
