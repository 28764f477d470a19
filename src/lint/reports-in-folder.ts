import { join } from 'node:path';
import { problemFrom } from './file-problem.ts';
import type { FileProblem, ReportFileSystem } from './file-problem.ts';
import type { IsIgnored } from './find-reports.ts';
import { lookAt } from './look-at.ts';

/** Files that are taken for reports, or for exports of calls, without being named. */
const REPORT = /\.(?:md|markdown|txt|csv|tsv|ndjson|jsonl)$/i;

/** Is a file of this name taken for a report, or an export of calls, without being named? */
export function isReportName(path: string): boolean {
  return REPORT.test(path);
}

/**
 * Finds the reports in a folder and all folders below, links followed, but neither in `node_modules` nor where a name
 * begins with a dot, nor what is ignored.
 * @param folder absolute
 * @param problems what cannot be read is added to them
 * @returns absolute paths in alphabetical order
 */
export async function reportsInFolder(
  fs: ReportFileSystem,
  folder: string,
  problems: FileProblem[],
  isIgnored: IsIgnored,
): Promise<string[]> {
  const found: string[] = [];
  // By their real paths, so that links in a circle come to an end.
  const visited = new Set<string>();

  const walk = async (at: string): Promise<void> => {
    if (await isIgnored(at, 'folder')) return;
    for (const entry of entriesOf(fs, at, visited, problems)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(at, entry.name);
      const isReport = isReportName(entry.name);
      if (entry.isDirectory()) await walk(path);
      else if (isReport || entry.isSymbolicLink()) {
        const target = entry.isFile() ? 'file' : lookAt(fs, path);
        if (target === 'folder') await walk(path);
        else if (!isReport || (await isIgnored(path, 'file'))) continue;
        else if (target === 'file') found.push(path);
        else problems.push(target);
      }
    }
  };
  await walk(folder);
  return found.sort();
}

function entriesOf(fs: ReportFileSystem, folder: string, visited: Set<string>, problems: FileProblem[]) {
  try {
    const real = fs.realpathSync(folder);
    if (visited.has(real)) return [];
    visited.add(real);
    return fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    problems.push(problemFrom(error, 'unreadable-folder', folder));
    return [];
  }
}
