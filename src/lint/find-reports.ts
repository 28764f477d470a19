import { resolve } from 'node:path';
import type { FileProblem, ReportFileSystem } from './file-problem.ts';
import { lookAt } from './look-at.ts';
import { reportsInFolder } from './reports-in-folder.ts';
import { reportsInGlob } from './reports-in-glob.ts';

export interface FoundReports {
  /** Absolute paths in the order of the patterns, below a folder or a glob in alphabetical order; none twice. */
  readonly files: readonly string[];
  /** Those among them that were named themselves, not found below a folder or by a glob. */
  readonly named: ReadonlySet<string>;
  /** What was named and is left out all the same: files that are ignored, and patterns of which all files are. */
  readonly ignored: readonly string[];
  /** The folders among the patterns. */
  readonly folders: readonly string[];
  /** In the order of the patterns. */
  readonly problems: readonly FileProblem[];
}

/** Whether a file, or a folder with all that is in it, is to be left out. */
export type IsIgnored = (path: string, kind: 'file' | 'folder') => Promise<boolean>;

/** Signs that make a glob of a pattern, unless there is a file of that very name. */
export const GLOB = /[*?[\]{}()!]/;

/**
 * Finds the files that are meant by the names of files, of folders (all Markdown and text files below, and exports of
 * calls), and by globs. What cannot be had is named among the problems, and the rest is found all the same; nothing is
 * thrown.
 * @param cwd the absolute folder that relative patterns start from
 */
export async function findReports(
  fs: ReportFileSystem,
  cwd: string,
  patterns: readonly string[],
  isIgnored: IsIgnored = () => Promise.resolve(false),
): Promise<FoundReports> {
  const files = new Set<string>();
  const named = new Set<string>();
  const ignored: string[] = [];
  const folders: string[] = [];
  const problems: FileProblem[] = [];
  for (const pattern of patterns) {
    const path = resolve(cwd, pattern);
    const target = lookAt(fs, path);
    if (target === 'file') {
      if (await isIgnored(path, 'file')) ignored.push(path);
      else {
        files.add(path);
        named.add(path);
      }
      continue;
    }
    const isGlob = typeof target === 'object' && target.kind === 'missing' && GLOB.test(pattern);
    if (typeof target === 'object' && !isGlob) {
      problems.push(target);
      continue;
    }
    if (!isGlob) folders.push(path);
    const told = problems.length;
    let isAnyIgnored = false;
    const isOut: IsIgnored = async (...one) => {
      const isOne = await isIgnored(...one);
      isAnyIgnored ||= isOne;
      return isOne;
    };
    const found = isGlob
      ? await unignored(await reportsInGlob(fs, cwd, pattern, problems), isOut)
      : await reportsInFolder(fs, path, problems, isOut);
    for (const file of found) files.add(file);
    if (found.length > 0 || problems.length > told) continue;
    if (isAnyIgnored) ignored.push(path);
    else problems.push(isGlob ? { kind: 'no-match', path: pattern } : { kind: 'no-reports', path });
  }
  return { files: [...files], named, ignored, folders, problems };
}

async function unignored(files: readonly string[], isIgnored: IsIgnored): Promise<string[]> {
  const left: string[] = [];
  for (const file of files) if (!(await isIgnored(file, 'file'))) left.push(file);
  return left;
}
