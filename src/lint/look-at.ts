import { errorCode } from '../system-error.ts';
import { problemFrom } from './file-problem.ts';
import type { FileProblem, ReportFileSystem } from './file-problem.ts';

/** What is at an absolute path, links followed: a file, a folder, or why it is neither. */
export function lookAt(fs: ReportFileSystem, path: string): 'file' | 'folder' | FileProblem {
  try {
    const stat = fs.statSync(path);
    if (stat.isDirectory()) return 'folder';
    return stat.isFile() ? 'file' : { kind: 'not-a-file', path };
  } catch (error) {
    if (isLink(fs, path)) return problemFrom(error, 'broken-link', path);
    const code = errorCode(error);
    const isRefused = code === 'EACCES' || code === 'EPERM' || code === 'EIO';
    return problemFrom(error, isRefused ? 'unreadable-file' : 'missing', path);
  }
}

function isLink(fs: ReportFileSystem, path: string): boolean {
  try {
    return fs.lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
