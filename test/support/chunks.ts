import fs from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './folders.ts';

/** The files of the built program that one of them loads, at once or when it is asked for something. */
export function loadedBy(file: string): readonly string[] {
  const text = fs.readFileSync(join(ROOT, 'dist', file), 'utf8');
  return [...text.matchAll(/["'`/]([\w.-]+\.[cm]js)["'`]/g)].map(([, name = '']) => name);
}
