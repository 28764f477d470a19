import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FileProblem, ReportFileSystem } from '../../src/lint/file-problem.ts';

/** A folder for one test, with these files in it, gone when the test is over. */
export function folderWith(...files: readonly string[]): string {
  const folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'plan-call-reports-')));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const file of files) write(join(folder, file), '# Notes\nText');
  return folder;
}

export function write(path: string, content: string | Uint8Array): void {
  fs.mkdirSync(dirname(path), { recursive: true });
  fs.writeFileSync(path, content);
}

export function makePipe(path: string): void {
  execFileSync('mkfifo', [path]);
}

/** The system's files, of which some calls fail: the tests may run as a user whom no file refuses. */
export function refusing(paths: readonly string[], code: string): ReportFileSystem {
  const refuse = (path: unknown): void => {
    if (paths.includes(resolve(String(path)))) throw Object.assign(new Error(code), { code });
  };
  return Object.assign({}, fs, {
    readdirSync(path: string, options: { withFileTypes: true }) {
      refuse(path);
      return fs.readdirSync(path, options);
    },
    openSync(path: string, flags: number) {
      refuse(path);
      return fs.openSync(path, flags);
    },
    statSync(path: string) {
      refuse(path);
      return fs.statSync(path);
    },
  });
}

/** Problems as `kind path`, the paths seen from the folder. */
export function told(problems: readonly FileProblem[], folder: string): string[] {
  return problems.map(
    ({ kind, path }) => `${kind} ${path.startsWith(folder) ? relative(folder, path) : path}`,
  );
}
