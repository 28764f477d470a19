import { dirname, join } from 'node:path';
import { isWithin } from '../config/relative-path.ts';
import type { ReportFileSystem } from './file-problem.ts';
import { lookAt } from './look-at.ts';
import type { WatchScope } from './watch-scope.ts';

/** What there is to watch. Paths are absolute. */
export interface Found {
  /** Those that files can be meant in, and those on the way to what was named. */
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

export interface Search {
  readonly fs: ReportFileSystem;
  readonly scope: WatchScope;
  /** Asked of every file that is meant and of every folder below a named one, with an absolute path. */
  readonly isIgnored: (path: string, kind: 'file' | 'folder') => boolean | Promise<boolean>;
}

/**
 * Finds what is to be watched in a folder and below, links followed. What cannot be read is passed over: the library that
 * watches the folder tells of it.
 * @param known folders that have been searched; the ones found are added to them
 */
export async function searchFolder(top: string, search: Search, known: Set<string>): Promise<Found> {
  const { fs, scope, isIgnored } = search;
  const folders: string[] = [];
  const files: string[] = [];

  const visit = async (folder: string): Promise<void> => {
    if (known.has(folder) || !isToPass(scope, folder)) return;
    if (isLinkBack(fs, folder)) return;
    if (!scope.isOnTheWay(folder) && (await isIgnored(folder, 'folder'))) return;
    known.add(folder);
    folders.push(folder);
    for (const name of namesIn(fs, folder)) {
      const path = join(folder, name);
      const isMeant = scope.meansFile(path);
      if (!isMeant && !isToPass(scope, path)) continue;
      const kind = lookAt(fs, path);
      if (kind === 'folder') await visit(path);
      if (kind === 'file' && isMeant && !(await isIgnored(path, 'file'))) files.push(path);
    }
  };
  await visit(top);
  return { folders, files };
}

/** Whether a folder of this path has to be watched, if there is one. */
export function isToPass(scope: WatchScope, path: string): boolean {
  return scope.meansFolder(path) || scope.isOnTheWay(path);
}

/** The nearest folder that there is above a path; the path itself may be gone, and come back in it. */
export function folderAbove(fs: ReportFileSystem, path: string): string {
  const above = dirname(path);
  return above === path || lookAt(fs, above) === 'folder' ? above : folderAbove(fs, above);
}

function namesIn(fs: ReportFileSystem, folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether this is a link to a folder that it lies in, so that to follow it would never end. */
function isLinkBack(fs: ReportFileSystem, path: string): boolean {
  try {
    if (!fs.lstatSync(path).isSymbolicLink()) return false;
    const real = fs.realpathSync(path);
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      if (isWithin(real, fs.realpathSync(folder))) return true;
      if (folder === dirname(folder)) return false;
    }
  } catch {
    // Gone in the meantime.
    return true;
  }
}
