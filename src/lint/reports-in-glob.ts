import type { Dirent, Stats } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { FileSystemAdapter } from 'tinyglobby';
import { errorCode } from '../system-error.ts';
import { problemFrom } from './file-problem.ts';
import type { FileProblem, ReportFileSystem } from './file-problem.ts';
import { lookAt } from './look-at.ts';

/**
 * Finds the files that a glob matches, whatever their endings, but none in `node_modules`, and where a name begins with a
 * dot only if the glob says so.
 * @param cwd the absolute folder that the pattern starts from
 * @param problems what cannot be read is added to them
 * @returns absolute paths in alphabetical order
 */
export async function reportsInGlob(
  fs: ReportFileSystem,
  cwd: string,
  pattern: string,
  problems: FileProblem[],
): Promise<string[]> {
  const { globSync } = await import('tinyglobby');
  const matches = globSync(sep === '/' ? pattern : pattern.replaceAll(sep, '/'), {
    cwd,
    absolute: true,
    expandDirectories: false,
    ignore: '**/node_modules/**',
    fs: telling(fs, problems),
  });
  const found: string[] = [];
  for (const path of matches.map((match) => resolve(match)).sort()) {
    const target = lookAt(fs, path);
    if (target === 'file') found.push(path);
    else if (target !== 'folder') problems.push(target);
  }
  return found;
}

/** Tinyglobby passes in silence over folders that it cannot read and links to nowhere; this tells of them. */
function telling(fs: ReportFileSystem, problems: FileProblem[]): FileSystemAdapter {
  const calls = {
    readdirSync(path: string, options: { withFileTypes: true }): Dirent[] {
      try {
        return fs.readdirSync(path, options);
      } catch (error) {
        const code = errorCode(error);
        const isThere = code !== 'ENOENT' && code !== 'ENOTDIR';
        if (isThere) problems.push(problemFrom(error, 'unreadable-folder', resolve(path)));
        throw error;
      }
    },
    // A link to nowhere passes for a file, so that it is matched like one, and then looked at.
    realpathSync(path: string): string {
      try {
        return fs.realpathSync(path);
      } catch {
        return path;
      }
    },
    statSync(path: string): Stats {
      try {
        return fs.statSync(path);
      } catch {
        return fs.lstatSync(path);
      }
    },
  };
  return Object.assign({}, fs, calls);
}
