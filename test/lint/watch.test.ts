import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { program } from '../../rolldown.config.ts';
import { ROOT } from '../support/folders.ts';
import { folderWith, makePipe, write } from './report-folder.ts';
import { silentWatcher, watch } from './watching.ts';

describe('what is told', () => {
  test('a report that is written, one that is new, one that is gone', async () => {
    const folder = folderWith('reports/a.md', 'reports/deep/er/b.txt', 'reports/c.md', 'reports/data.csv');
    const { ready, told, until, calls } = await watch(folder, ['reports']);
    expect(await ready).toEqual({ files: 3, folders: 1 });
    write(join(folder, 'reports/a.md'), 'new text');
    write(join(folder, 'reports/deep/d.md'), 'new report');
    fs.rmSync(join(folder, 'reports/c.md'));
    await until(() => Object.keys(told()).length === 3);
    expect(told()).toEqual({
      'reports/a.md': 'changed',
      'reports/deep/d.md': 'added',
      'reports/c.md': 'removed',
    });
    expect(calls.at(-1)?.watched).toEqual({ files: 3, folders: 1 });
  });

  test('what an editor saves by another file in its place', async () => {
    const folder = folderWith('a.md', 'b.md');
    const { ready, told, until, calls } = await watch(folder, ['a.md']);
    expect(await ready).toEqual({ files: 1, folders: 0 });
    for (const text of ['one', 'two']) {
      const before = calls.length;
      write(join(folder, '.a.md.new'), text);
      fs.renameSync(join(folder, '.a.md.new'), join(folder, 'a.md'));
      await until(() => calls.length > before);
    }
    expect(told()).toEqual({ 'a.md': 'changed' });
  });

  test('a named file that is deleted and written again, and one that is not there yet', async () => {
    const folder = folderWith('a.md', 'b.md');
    const { ready, told, until } = await watch(folder, ['a.md', 'b.md', 'later/c.md']);
    expect(await ready).toEqual({ files: 2, folders: 0 });
    fs.rmSync(join(folder, 'a.md'));
    await until(() => told()['a.md'] === 'removed');
    write(join(folder, 'a.md'), 'again');
    await until(() => told()['a.md'] === 'added');
    write(join(folder, 'later/c.md'), 'there');
    write(join(folder, 'later/d.md'), 'not meant');
    await until(() => told()['later/c.md'] === 'added');
    expect(told()).toEqual({ 'a.md': 'added', 'later/c.md': 'added' });
  });

  test('a folder that is made with all that is in it', async () => {
    const folder = folderWith('reports/a.md', 'made/x/y.md', 'made/x/z/z.md');
    const { ready, told, until } = await watch(folder, ['reports']);
    await ready;
    fs.renameSync(join(folder, 'made'), join(folder, 'reports/made'));
    await until(() => Object.keys(told()).length === 2);
    expect(told()).toEqual({ 'reports/made/x/y.md': 'added', 'reports/made/x/z/z.md': 'added' });
    write(join(folder, 'reports/made/x/z/new.md'), 'text');
    await until(() => told()['reports/made/x/z/new.md'] === 'added');
  });

  test('what a glob matches, also where it reaches into folders that are new', async () => {
    const folder = folderWith('teams/north/1.md', 'teams/notes.txt', 'teams/north/2.csv');
    const { ready, told, until } = await watch(folder, ['teams/*/*.md']);
    expect(await ready).toEqual({ files: 1, folders: 1 });
    write(join(folder, 'teams/3.md'), 'not meant');
    write(join(folder, 'teams/north/deep/4.md'), 'not meant');
    write(join(folder, 'teams/south/5.md'), 'meant');
    await until(() => told()['teams/south/5.md'] === 'added');
    fs.appendFileSync(join(folder, 'teams/north/1.md'), 'more');
    await until(() => told()['teams/north/1.md'] === 'changed');
    expect(told()).toEqual({ 'teams/south/5.md': 'added', 'teams/north/1.md': 'changed' });
  });

  test('nothing of what is hidden, ignored or no report', async () => {
    const folder = folderWith(
      'r/a.md',
      'r/.git/b.md',
      'r/node_modules/c/d.md',
      'r/drafts/deep/e.md',
      'r/f.md',
    );
    makePipe(join(folder, 'r/pipe.md'));
    const asked: string[] = [];
    const { ready, told, until } = await watch(folder, ['r'], {
      async isIgnored(path, kind) {
        asked.push(`${kind} ${relative(folder, path)}`);
        return path === join(folder, 'r/f.md') || (path === join(folder, 'r/drafts') && kind === 'folder');
      },
    });
    expect(await ready).toEqual({ files: 1, folders: 1 });
    for (const name of [
      '.git/b.md',
      'node_modules/c/d.md',
      'drafts/deep/e.md',
      'drafts/new.md',
      'f.md',
      'g.csv',
    ])
      write(join(folder, 'r', name), 'other text');
    write(join(folder, 'r/z.md'), 'the last one');
    await until(() => told()['r/z.md'] === 'added');
    expect(told()).toEqual({ 'r/z.md': 'added' });
    expect(asked.some((path) => path.includes('drafts/'))).toBe(false);
  });

  test('what lies behind links, which may lead in a circle', async () => {
    const folder = folderWith('team/a.md', 'elsewhere/b.md');
    fs.symlinkSync('../elsewhere', join(folder, 'team/linked'));
    fs.symlinkSync('..', join(folder, 'team/up'));
    fs.symlinkSync('../team', join(folder, 'elsewhere/back'));
    const { ready, told, until } = await watch(folder, ['team']);
    expect(await ready).toEqual({ files: 2, folders: 1 });
    write(join(folder, 'elsewhere/b.md'), 'other text');
    await until(() => told()['team/linked/b.md'] === 'changed');
  });
});

describe('when it is told', () => {
  test('many changes at once are told together', async () => {
    const folder = folderWith('reports/a.md');
    const { ready, told, until, calls } = await watch(folder, ['reports'], { quiet: 500 });
    await ready;
    for (let i = 0; i < 50; i += 1) write(join(folder, `reports/${i}.md`), 'text');
    await until(() => Object.keys(told()).length === 50);
    expect(calls).toHaveLength(1);
  });

  test('no call begins before the one before has finished, and none is lost', async () => {
    const folder = folderWith('a.md');
    let running = 0;
    let most = 0;
    let finished = 0;
    /** A run in which the file is changed. */
    const runAndChange = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      if (finished < 3) fs.appendFileSync(join(folder, 'a.md'), 'more');
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      finished += 1;
    };
    await watch(folder, ['a.md'], { onReady: runAndChange, onChanges: runAndChange });
    await expect.poll(() => finished, { timeout: 10_000 }).toBe(4);
    expect(most).toBe(1);
  });
});

describe('what goes wrong', () => {
  test('a folder that vanishes is told of, and watched again when it is back', async () => {
    const folder = folderWith('x/reports/a.md');
    const reports = join(folder, 'x/reports');
    const { ready, told, until, problems } = await watch(folder, ['x/reports']);
    await ready;
    for (const gone of [reports, dirname(reports)]) {
      const before = problems.length;
      fs.rmSync(gone, { recursive: true });
      await until(() => problems.length > before && told()['x/reports/a.md'] === 'removed');
      expect(problems.at(-1)).toEqual({ kind: 'vanished', path: reports, detail: '' });
      write(join(reports, 'a.md'), 'again');
      await until(() => told()['x/reports/a.md'] === 'added');
    }
  });

  test('too many files for the system are told of once, whatever comes late ends nothing', async () => {
    const folder = folderWith('a.md', 'b.md');
    const library = silentWatcher();
    const { ready, problems, over, end } = await watch(folder, ['a.md', 'b.md'], {
      openWatcher: library.open,
    });
    await ready;
    const refuse = (code: string, path: string): boolean =>
      library.watcher.emit('error', Object.assign(new Error(`${code}: refused`), { code, path }));
    refuse('ENOSPC', join(folder, 'a.md'));
    refuse('ENOSPC', join(folder, 'b.md'));
    refuse('EACCES', join(folder, 'b.md'));
    refuse('EIO', join(folder, 'b.md'));
    expect(problems.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['too-many', 'ENOSPC'],
      ['unreadable', 'EACCES'],
      ['failed', 'EIO: refused'],
    ]);
    end();
    await over;
    expect(library.watcher.isClosed).toBe(true);
    expect(() => refuse('EIO', folder)).not.toThrow();
  });

  test('what a call throws is thrown, and everything is closed', async () => {
    const folder = folderWith('a.md');
    const thrown = new Error('no rules');
    for (const failing of ['onReady', 'isIgnored'] as const) {
      const library = silentWatcher();
      const { over } = await watch(folder, ['a.md'], {
        openWatcher: library.open,
        [failing]: () => Promise.reject(thrown),
      });
      await expect(over).rejects.toBe(thrown);
    }
    const { over, ready } = await watch(folder, ['a.md'], { onChanges: () => Promise.reject(thrown) });
    await ready;
    fs.appendFileSync(join(folder, 'a.md'), 'more');
    await expect(over).rejects.toBe(thrown);
  });
});

describe('it ends', () => {
  test('at once if it is to', async () => {
    const { over, calls } = await watch(folderWith('a.md'), ['a.md'], { signal: AbortSignal.abort() });
    await over;
    expect(calls).toEqual([]);
  });

  test('when the running call has finished', async () => {
    const folder = folderWith('a.md');
    const steps: string[] = [];
    const controller = new AbortController();
    const { over } = await watch(folder, ['a.md'], {
      signal: controller.signal,
      async onReady() {
        controller.abort();
        await new Promise((resolve) => setImmediate(resolve));
        steps.push('finished');
      },
    });
    await over;
    steps.push('over');
    expect(steps).toEqual(['finished', 'over']);
  });

  test('so that the process ends, too, also when it is built', async () => {
    const folder = folderWith('reports/a.md');
    const source = join(folder, 'watching.ts');
    const module = (name: string): string => JSON.stringify(join(ROOT, 'src', 'lint', name));
    const script = `
      import fs from 'node:fs';
      import { watchReports } from ${module('watch.ts')};
      import { watchScope } from ${module('watch-scope.ts')};
      const controller = new AbortController();
      const run = async () => {
       await watchReports({
        fs,
        scope: await watchScope(fs, process.cwd(), ['reports'], () => true),
        isIgnored: () => false,
        onReady: () => fs.writeFileSync('reports/b.md', 'new'),
        onChanges: ({ added }) => { console.log(added.length); controller.abort(); },
        onProblem: (problem) => console.log(problem),
        signal: controller.signal,
       });
       console.log('over');
      };
      void run();`;
    fs.writeFileSync(source, script);
    const built = join(folder, 'built');
    await build({ ...program, input: source, output: { ...program.output, dir: built } });
    const { stdout, stderr, status, signal } = spawnSync(process.execPath, [join(built, 'watching.cjs')], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect({ stdout, stderr, status, signal }).toEqual({
      stdout: '1\nover\n',
      stderr: '',
      status: 0,
      signal: null,
    });
  });
});
