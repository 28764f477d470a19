import { once } from 'node:events';
import type { Stats } from 'node:fs';
import { resolve } from 'node:path';
import type { ChokidarOptions, FSWatcher } from 'chokidar';
import { openQuietCaller } from './quiet-caller.ts';
import type { Changes } from './watch-changes.ts';
import { isToPass } from './watch-folders.ts';
import type { Search } from './watch-folders.ts';
import { watchProblemFrom } from './watch-problem.ts';
import type { WatchProblem } from './watch-problem.ts';
import type { WatchScope } from './watch-scope.ts';
import { FILE_EVENTS, openWatchedFiles } from './watched-files.ts';
import type { Watched } from './watched-files.ts';

export interface Watching extends Search {
  /** From now on no change is missed: the time for the first run. */
  readonly onReady: (watched: Watched) => void | Promise<void>;
  /** Called when it has been quiet for a while, and not before `onReady` or the call before has finished. */
  readonly onChanges: (changes: Changes, watched: Watched) => void | Promise<void>;
  /** The same problem is told once. */
  readonly onProblem: (problem: WatchProblem) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Milliseconds without a change before changes are told, more than 50. */
  readonly quiet?: number;
  /** Stands in for the library. */
  readonly openWatcher?: (folders: string[], options: ChokidarOptions) => FSWatcher;
}

/**
 * An editor writes a file in several steps, a checkout writes many files; both are one change to people. More than the 50
 * ms in which the library tells no second change of a file: what comes then is read by the call that the first one causes.
 */
const QUIET = 100;

/**
 * Watches reports until it is told to end. Each folder is listened to by itself, so that an ignored one costs nothing, and
 * so is the folder that a named file or folder lies in: what was deleted is seen when it is back.
 * @returns when the signal has come, the last call has finished, and everything is closed
 * @throws what `onReady`, `onChanges` or `isIgnored` throws; everything is closed then, too
 */
export async function watchReports(watching: Watching): Promise<void> {
  if (watching.signal.aborted) return;
  const failing = new AbortController();
  const signal = AbortSignal.any([watching.signal, failing.signal]);
  let failure: { readonly error: unknown } | undefined;
  const fail = (error: unknown): void => {
    failure ??= { error };
    failing.abort();
  };

  const known = openWatchedFiles(watching, watching.onProblem);
  const folders = await known.searchAll();
  const caller = openQuietCaller(
    async () => {
      if (!known.changes.isEmpty()) await watching.onChanges(known.changes.take(), known.watched());
    },
    watching.quiet ?? QUIET,
    fail,
  );
  const watcher = (watching.openWatcher ?? (await import('chokidar')).watch)(folders, {
    depth: 0,
    ignored: (path, stats) => !isToWatch(watching.scope, resolve(path), stats),
  });

  // One event after the other, because to know what is ignored may take a while.
  let work = Promise.resolve();
  const afterwards = (task: () => void | Promise<void>): void => {
    work = work.then(() => (signal.aborted ? undefined : task())).catch(fail);
  };
  for (const event of FILE_EVENTS) {
    watcher.on(event, (path) =>
      afterwards(async () => {
        const added = await known.take(event, resolve(path));
        if (added.length > 0) watcher.add([...added]);
        if (!known.changes.isEmpty()) caller.touch();
      }),
    );
  }
  watcher.on('ready', () =>
    afterwards(() => {
      known.endSearch();
      caller.start(() => watching.onReady(known.watched()));
    }),
  );
  watcher.on('error', (error) => known.tell(watchProblemFrom(error)));

  if (!signal.aborted) await once(signal, 'abort');
  const closed = watcher.close();
  // To close takes away all listeners, and an error that comes late would end the process.
  watcher.on('error', () => undefined);
  await Promise.all([closed, caller.close(), work]);
  if (failure !== undefined) throw failure.error;
}

/** A path of which it is not known what it is may be a folder. */
function isToWatch(scope: WatchScope, path: string, stats: Stats | undefined): boolean {
  const isFolder = stats === undefined || stats.isDirectory() || stats.isSymbolicLink();
  const isFile = stats === undefined || stats.isFile() || stats.isSymbolicLink();
  return (isFile && scope.meansFile(path)) || (isFolder && isToPass(scope, path));
}
