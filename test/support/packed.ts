import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, freshFolder } from './folders.ts';

export interface PackedFile {
  /** In the package, with `/`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

let known: readonly PackedFile[] | undefined;

/** Everything that is in the package. */
export function packedFiles(): readonly PackedFile[] {
  known ??= askNpm();
  return known;
}

function askNpm(): readonly PackedFile[] {
  const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const packages = Object.values(JSON.parse(told) as Record<string, { files: PackedFile[] }>);
  return packages.flatMap(({ files }) => files);
}

/** A fresh folder in which the package is installed, with nothing beside it. */
export function installed(): string {
  const folder = freshFolder();
  const home = join(folder, 'node_modules', 'plan-call');
  for (const { path } of packedFiles()) {
    fs.mkdirSync(dirname(join(home, path)), { recursive: true });
    fs.copyFileSync(join(ROOT, path), join(home, path));
  }
  return folder;
}
