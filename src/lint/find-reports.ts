import { resolve } from 'node:path';
import type { FileProblem, ReportFileSystem } from './file-problem.ts';
import { lookAt } from './look-at.ts';
import { reportsInFolder } from './reports-in-folder.ts';
import { reportsInGlob } from './reports-in-glob.ts';

export interface FoundReports {
  /** Absolute paths in the order of the patterns, below a folder or a glob in alphabetical order; none twice. */
  readonly files: readonly string[];
  /** In the order of the patterns. */
  readonly problems: readonly FileProblem[];
}

/** Signs that make a glob of a pattern, unless there is a file of that very name. */
const GLOB = /[*?[\]{}()!]/;

/**
 * Finds the reports that are meant by the names of files, of folders (all Markdown and text files below), and by globs.
 * What cannot be had is named among the problems, and the rest is found all the same; nothing is thrown.
 * @param cwd the absolute folder that relative patterns start from
 */
export async function findReports(
  fs: ReportFileSystem,
  cwd: string,
  patterns: readonly string[],
): Promise<FoundReports> {
  const files = new Set<string>();
  const problems: FileProblem[] = [];
  for (const pattern of patterns) {
    for (const file of await reportsFor(fs, cwd, pattern, problems)) files.add(file);
  }
  return { files: [...files], problems };
}

async function reportsFor(
  fs: ReportFileSystem,
  cwd: string,
  pattern: string,
  problems: FileProblem[],
): Promise<readonly string[]> {
  const path = resolve(cwd, pattern);
  const target = lookAt(fs, path);
  if (target === 'file') return [path];
  const isGlob = typeof target === 'object' && target.kind === 'missing' && GLOB.test(pattern);
  if (typeof target === 'object' && !isGlob) {
    problems.push(target);
    return [];
  }
  const told = problems.length;
  const found = isGlob
    ? await reportsInGlob(fs, cwd, pattern, problems)
    : reportsInFolder(fs, path, problems);
  if (found.length === 0 && problems.length === told) {
    problems.push(isGlob ? { kind: 'no-match', path: pattern } : { kind: 'no-reports', path });
  }
  return found;
}
