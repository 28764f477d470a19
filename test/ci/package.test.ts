import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { ROOT, freshFolder } from '../support/folders.ts';
import { environment } from '../support/program.ts';

/** The package as it is unpacked somewhere else, with nothing beside it. */
function unpacked(): string {
  const folder = freshFolder();
  const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const packages = Object.values(JSON.parse(told) as Record<string, { files: { path: string }[] }>);
  for (const { path } of packages.flatMap(({ files }) => files)) {
    fs.mkdirSync(dirname(join(folder, path)), { recursive: true });
    fs.copyFileSync(join(ROOT, path), join(folder, path));
  }
  return folder;
}

test('the package has all that the program needs, and no tests', () => {
  const folder = unpacked();
  const bin = join(folder, manifest.bin['plan-call']);
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
  expect(fs.readdirSync(folder)).not.toContain('test');
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
