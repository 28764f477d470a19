import * as fs from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** Where another program lies: on the PATH or among what is installed here. Nothing where it is not. */
export function findTool(name: string): string | undefined {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    join(process.cwd(), 'node_modules', '.bin'),
  ];
  return folders.map((folder) => join(folder, name)).find((path) => fs.existsSync(path));
}

/** The `node_modules` that a program was installed in. */
export function modulesBeside(path: string): string {
  const real = fs.realpathSync(path);
  const at = real.lastIndexOf('node_modules');
  return at < 0 ? dirname(real) : real.slice(0, at + 'node_modules'.length);
}
