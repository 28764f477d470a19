import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { loadedBy } from '../support/chunks.ts';
import { ROOT, freshFolder } from '../support/folders.ts';
import { installed, packedFiles } from '../support/packed.ts';
import { environment } from '../support/program.ts';

test('the package has all that the program needs', () => {
  const folder = installed();
  const bin = join(folder, 'node_modules', 'plan-call', manifest.bin['plan-call']);
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [bin, ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: { HOME: folder, ...environment(folder) },
    });
  expect(run('--version').stdout).toBe(`${manifest.version}\n`);
  fs.copyFileSync(join(ROOT, 'test', 'fixtures', 'reports', 'en-bad.md'), join(folder, 'bad.md'));
  const { stdout, stderr, status } = run('lint', 'bad.md');
  expect(stdout).toContain('“Was in the area”');
  expect(stderr).toBe('');
  expect(status).toBe(1);
});

/** What the program begins with, and what it reads; everything else is loaded by one of these. */
const ENTRIES = ['main.cjs', 'lint-worker.cjs', 'index.cjs', 'index.mjs'];
const RULES = ['rulebook.json', 'rulebook-aside.json', 'phrases.bin', 'model.json', 'vectors.bin'];
const DATA = [...RULES, 'en.json', 'ro.json', 'vi.json'];

test('the package has nothing that does not run', () => {
  const paths = packedFiles().map(({ path }) => path);
  const inDist = paths.flatMap((path) => /^dist\/(?!types\/)(.*)$/.exec(path)?.[1] ?? []);
  expect(paths.filter((path) => !path.startsWith('dist/')).sort()).toEqual([
    'LICENSE',
    'README.md',
    'bin/plan-call.cjs',
    'data/schema/plan-call.config.schema.json',
    'package.json',
  ]);
  const needed = new Set([...ENTRIES, ...DATA]);
  for (const name of needed)
    if (name.endsWith('js'))
      for (const other of loadedBy(name)) if (inDist.includes(other)) needed.add(other);
  expect(inDist.filter((name) => !needed.has(name))).toEqual([]);
  expect([...needed].filter((name) => !inDist.includes(name))).toEqual([]);
});

test('its code is small; what is large is what was learned', () => {
  const files = packedFiles();
  const code = files.filter(({ path }) => /\.[cm]js$/.test(path));
  const total = code.reduce((sum, { size }) => sum + size, 0);
  expect(total).toBeLessThan(1_200_000);
  // The largest is a parser or a catalogue of messages; no table of encodings, no whole library for one function of it.
  expect(Math.max(...code.map(({ size }) => size))).toBeLessThan(200_000);
});

test('nothing is installed with it, because all of it is built in', () => {
  // `npm install -g git+…` and pre-commit would unpack two times into one folder at the same time.
  expect(Object.keys(manifest)).not.toContain('dependencies');
});

describe('installed from its repository', () => {
  /** What npm is asked to do, in a repository with or without what the program is built with. */
  function prepare({ hasTools = false, failing = 'nothing' } = {}) {
    const folder = freshFolder();
    const record = join(folder, 'asked');
    fs.cpSync(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
    if (hasTools) fs.mkdirSync(join(folder, 'node_modules', 'rolldown'), { recursive: true });
    const npm = join(folder, 'npm.cjs');
    fs.writeFileSync(
      npm,
      `console.log('from npm');
       require('node:fs').appendFileSync(${JSON.stringify(record)}, process.argv.slice(2).join(' ') + '\\n');
       process.exitCode = process.argv[2] === ${JSON.stringify(failing)} ? 3 : 0;`,
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'scripts', 'prepare.cjs')], {
      encoding: 'utf8',
      env: { npm_execpath: npm, npm_config_global: 'true' },
    });
    return { status, stdout, stderr, asked: fs.readFileSync(record, 'utf8').trimEnd().split('\n') };
  }

  test('it is built, with what is there', () => {
    expect(prepare({ hasTools: true })).toEqual({
      status: 0,
      // There whoever packs waits for the name of the package.
      stdout: '',
      stderr: 'from npm\n',
      asked: ['run build'],
    });
  });

  test('it brings what it is built with where npm has put that elsewhere', () => {
    const { status, asked } = prepare();
    expect(asked).toEqual([expect.stringMatching(/^ci .*--no-global .*--ignore-scripts/), 'run build']);
    expect(status).toBe(0);
  });

  test('it fails when npm does', () => {
    expect(prepare({ failing: 'ci' })).toMatchObject({ status: 3, asked: [expect.stringMatching(/^ci /)] });
    expect(prepare({ failing: 'run' }).status).toBe(3);
  });
});
