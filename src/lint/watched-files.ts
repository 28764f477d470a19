import { isWithin } from '../config/relative-path.ts';
import { lookAt } from './look-at.ts';
import { openChanges } from './watch-changes.ts';
import type { PendingChanges } from './watch-changes.ts';
import { folderAbove, searchFolder } from './watch-folders.ts';
import type { Search } from './watch-folders.ts';
import type { WatchProblem } from './watch-problem.ts';

/** What happens to files and folders. */
export const FILE_EVENTS = ['add', 'change', 'unlink', 'addDir', 'unlinkDir'] as const;
export type FileEvent = (typeof FILE_EVENTS)[number];

/** What is being watched, at this moment. */
export interface Watched {
  /** Reports that are there. */
  readonly files: number;
  /** Named folders, and folders that globs begin in: new reports count in these. */
  readonly folders: number;
}

/** The folders and files being watched, and what has changed. Paths are absolute. */
export interface WatchedFiles {
  readonly changes: PendingChanges;
  readonly watched: () => Watched;
  /** Tells a problem that has not been told. */
  readonly tell: (problem: WatchProblem) => void;
  /** @returns the folders to listen to */
  readonly searchAll: () => Promise<string[]>;
  /** From now on, a file that is reported to be there is news. */
  readonly endSearch: () => void;
  /**
   * Takes up what happened.
   * @returns further folders to listen to
   */
  readonly take: (event: FileEvent, path: string) => Promise<readonly string[]>;
}

export function openWatchedFiles(watching: Search, onProblem: (problem: WatchProblem) => void): WatchedFiles {
  const { fs, scope, isIgnored } = watching;
  const folders = new Set<string>();
  const files = new Set<string>();
  const changes = openChanges();
  const told = new Set<string>();
  let isSearching = true;

  const tell = (problem: WatchProblem): void => {
    // Every single file is one too many, and every change would tell it again.
    const what = problem.kind === 'too-many' ? problem.kind : `${problem.kind} ${problem.path}`;
    if (!told.has(what)) onProblem(problem);
    told.add(what);
  };

  const search = async (top: string): Promise<readonly string[]> => {
    const found = await searchFolder(top, watching, folders);
    for (const folder of found.folders) told.delete(`vanished ${folder}`);
    if (isSearching) for (const file of found.files) files.add(file);
    return found.folders;
  };

  /** @returns folders to listen to, in which the files and folders that were named are, or may come */
  const searchFor = async (paths: Iterable<string>): Promise<string[]> => {
    const found: string[] = [];
    const tops = new Set([...paths].map((path) => folderAbove(fs, path)));
    for (const top of tops) found.push(...(await search(top)));
    return found;
  };

  const leave = async (gone: string): Promise<readonly string[]> => {
    for (const file of files) if (isWithin(gone, file)) remove(file);
    const left = new Set([...folders].filter((folder) => isWithin(gone, folder)));
    for (const folder of left) folders.delete(folder);
    const named = [...scope.paths].filter((path) => isWithin(gone, path));
    for (const path of named) {
      if (left.has(path) && lookAt(fs, path) !== 'folder') tell({ kind: 'vanished', path, detail: '' });
    }
    return searchFor(named);
  };

  const remove = (file: string): void => {
    if (files.delete(file)) changes.note(file, 'removed');
  };

  const write = async (event: 'add' | 'change', file: string): Promise<void> => {
    if (!scope.meansFile(file) || (await isIgnored(file, 'file'))) return;
    if (!files.has(file)) changes.note(file, 'added');
    else if (event === 'change' || !isSearching) changes.note(file, 'changed');
    files.add(file);
  };

  return {
    changes,
    tell,
    searchAll: () => searchFor(scope.paths),
    endSearch() {
      isSearching = false;
    },
    async take(event, path) {
      if (event === 'addDir') return search(path);
      if (event === 'unlinkDir') return leave(path);
      if (event === 'unlink') remove(path);
      else await write(event, path);
      return [];
    },
    watched() {
      return { files: files.size, folders: [...scope.paths].filter((path) => folders.has(path)).length };
    },
  };
}
