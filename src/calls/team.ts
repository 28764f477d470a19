import { join } from 'node:path';
import { errorCode, errorText } from '../system-error.ts';
import type { FileSystem } from './file-system.ts';
import { callsFolder } from './layout.ts';
import type { Problem } from './problem.ts';
import { namesIn } from './read.ts';

/** The store of one rep of a team. */
export interface RepStore {
  /** The name of its folder. */
  readonly rep: string;
  readonly dir: string;
}

/**
 * The stores of a team: the folders in a folder that hold calls, by name. A missing folder is a team of nobody.
 * @param problems gets the folders that cannot be looked into
 */
export function storesIn(fs: FileSystem, dir: string, problems: Problem[]): RepStore[] {
  return namesIn(fs, dir, problems)
    .filter((name) => !name.startsWith('.'))
    .map((rep) => ({ rep, dir: join(dir, rep) }))
    .filter((store) => isFolder(fs, callsFolder(store.dir), problems));
}

function isFolder(fs: FileSystem, path: string, problems: Problem[]): boolean {
  try {
    return fs.statSync(path).isDirectory();
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      problems.push({ path, problem: 'unreadable', detail: errorText(error) });
    return false;
  }
}
