import { dirname, resolve } from 'node:path';
import { relativePath } from '../config/relative-path.ts';
import type { ReportFileSystem } from './file-problem.ts';
import { GLOB } from './find-reports.ts';
import { lookAt } from './look-at.ts';
import { isHidden, watchGlob } from './watch-glob.ts';
import type { WatchGlob } from './watch-glob.ts';

/** What the names on the command line mean, also of files and folders that are not there yet. Paths are absolute. */
export interface WatchScope {
  /** The files and folders that were named, and the folders that globs begin in. */
  readonly paths: ReadonlySet<string>;
  readonly meansFile: (path: string) => boolean;
  /** Whether files in this folder, or in one below it, can be meant. */
  readonly meansFolder: (path: string) => boolean;
  /** Whether something that was named lies in this folder, or in one below it, or is the folder. */
  readonly isOnTheWay: (path: string) => boolean;
}

/**
 * Reads the names of files, folders and globs as `findReports` does.
 * @param cwd the absolute folder that relative patterns start from
 * @param isReport which files in a named folder are reports, by their path
 */
export async function watchScope(
  fs: ReportFileSystem,
  cwd: string,
  patterns: readonly string[],
  isReport: (path: string) => boolean,
): Promise<WatchScope> {
  const named = new Set<string>();
  const globs: WatchGlob[] = [];
  for (const pattern of patterns) {
    const path = resolve(cwd, pattern);
    const glob = GLOB.test(pattern) && isMissing(fs, path) ? await watchGlob(cwd, pattern) : undefined;
    if (glob === undefined) named.add(path);
    else globs.push(glob);
  }
  const paths = new Set([...named, ...globs.map(({ base }) => base)]);
  const onTheWay = new Set([...paths].flatMap(withFoldersAbove));
  /** Whether it lies in a named folder. Thousands of names are no slower than one. */
  const isBelowNamed = (path: string): boolean =>
    withFoldersAbove(dirname(path)).some((folder) => {
      const name = named.has(folder) ? relativePath(folder, path) : undefined;
      return name !== undefined && !isHidden(name);
    });
  return {
    paths,
    meansFile: (path) =>
      named.has(path) || (isReport(path) && isBelowNamed(path)) || globs.some((glob) => glob.meansFile(path)),
    meansFolder: (path) =>
      named.has(path) || isBelowNamed(path) || globs.some((glob) => glob.meansFolder(path)),
    isOnTheWay: (path) => onTheWay.has(path),
  };
}

function isMissing(fs: ReportFileSystem, path: string): boolean {
  const found = lookAt(fs, path);
  return typeof found === 'object' && found.kind === 'missing';
}

function withFoldersAbove(path: string): string[] {
  const above = dirname(path);
  return above === path ? [path] : [path, ...withFoldersAbove(above)];
}
