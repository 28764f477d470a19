import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Writes what makes the built library one: its types, those that its entry needs and no other, and an entry for
 * `import` beside that for `require`.
 */
const root = process.cwd();
const dist = join(root, 'dist');
const types = join(dist, 'types');
const all = join(root, 'dist-tools', 'types');

execFileSync(
  process.execPath,
  [
    join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    '--project',
    'tsconfig.types.json',
    '--outDir',
    all,
  ],
  { stdio: 'inherit' },
);
const needed = new Set<string>();
gather(join(all, 'src', 'index.d.ts'));
for (const file of needed) {
  const target = join(types, relative(join(all, 'src'), file)).replace(/\.d\.ts$/, '.d.cts');
  fs.mkdirSync(dirname(target), { recursive: true });
  fs.writeFileSync(target, fs.readFileSync(file, 'utf8').replace(/(?<= from '\.[^']*)\.ts(?=')/g, '.cjs'));
}
// One copy of the program, whichever way it is loaded.
fs.writeFileSync(join(types, 'index.d.mts'), "export * from './index.cjs';\n");
fs.writeFileSync(join(dist, 'index.mjs'), "export * from './index.cjs';\n");

/** Notes a file of types and all that it imports. */
function gather(file: string): void {
  if (needed.has(file)) return;
  needed.add(file);
  for (const [, from = ''] of fs.readFileSync(file, 'utf8').matchAll(/(?: from |import\()'([^']*)'/g)) {
    // Whoever uses the library has installed nothing but it.
    if (!from.startsWith('.')) throw new Error(`${file}: the library's types need ${from}`);
    gather(join(dirname(file), from.replace(/\.ts$/, '.d.ts')));
  }
}
