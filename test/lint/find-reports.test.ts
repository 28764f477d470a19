import fs from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportFileSystem } from '../../src/lint/file-problem.ts';
import { findReports } from '../../src/lint/find-reports.ts';
import { folderWith, makePipe, refusing, told } from './report-folder.ts';

/** What is found, and what is told, with paths as seen from the folder. */
async function find(folder: string, patterns: string[], files: ReportFileSystem = fs) {
  const found = await findReports(files, folder, patterns);
  return {
    files: found.files.map((file) => relative(folder, file)),
    problems: told(found.problems, folder),
  };
}

describe('reports', () => {
  it('are found by name, by folder and by glob, in the order given, none twice', async () => {
    const folder = folderWith(
      'z.md',
      'b/2.md',
      'b/1.txt',
      'a/x.markdown',
      'a/y.MD',
      'a/deep/er/w.md',
      'a/no.docx',
    );
    const found = await find(folder, [
      'z.md',
      'b',
      './b/2.md',
      join(folder, 'z.md'),
      'a/**/*.md',
      '*.md',
      'a',
    ]);
    expect(found).toEqual({
      files: ['z.md', 'b/1.txt', 'b/2.md', 'a/deep/er/w.md', 'a/x.markdown', 'a/y.MD'],
      problems: [],
    });
  });

  it('may be named whatever they like when named one by one', async () => {
    const folder = folderWith(
      '[1] report (new).md',
      '.hidden.md',
      'notes.csv',
      'a*b.md',
      'node_modules/a/x.md',
    );
    const names = ['[1] report (new).md', '.hidden.md', 'notes.csv', 'a*b.md', 'node_modules/a/x.md'];
    expect(await find(folder, names)).toEqual({ files: names, problems: [] });
  });

  it('may be exports of calls, but JSON only where it is named, as a folder has much of it', async () => {
    const folder = folderWith('a.csv', 'b.tsv', 'c.ndjson', 'd.jsonl', 'e.json', 'package.json');
    expect((await find(folder, ['.'])).files).toEqual(['a.csv', 'b.tsv', 'c.ndjson', 'd.jsonl']);
    expect((await find(folder, ['e.json'])).files).toEqual(['e.json']);
  });

  it('are left out where they are ignored, alone, below a folder, or by a glob', async () => {
    const folder = folderWith('a.md', 'drafts/b.md', 'x/drafts/c.md', 'x/d.md');
    const isIgnored = (path: string, kind: 'file' | 'folder'): Promise<boolean> =>
      Promise.resolve(kind === 'folder' ? path.endsWith('drafts') : /drafts|d\.md$/.test(path));
    const found = await findReports(fs, folder, ['.', '**/*.md', 'x/d.md', 'a.md'], isIgnored);
    expect(found).toEqual({
      files: [join(folder, 'a.md')],
      named: new Set([join(folder, 'a.md')]),
      ignored: [join(folder, 'x/d.md')],
      folders: [folder],
      problems: [],
    });
  });

  it('are not looked for in dot folders and node_modules', async () => {
    const folder = folderWith('a.md', '.git/b.md', 'x/node_modules/c.md', '.d.md', 'x/.e/f.md', 'x/g.md');
    expect(await find(folder, ['.'])).toEqual({ files: ['a.md', 'x/g.md'], problems: [] });
    expect(await find(folder, ['**'])).toEqual({ files: ['a.md', 'x/g.md'], problems: [] });
  });

  it('are found through links, also where these lead in a circle', async () => {
    const folder = folderWith('team/mai/a.md', 'elsewhere/b.md', 'elsewhere/c/d.md');
    fs.symlinkSync('../elsewhere', join(folder, 'team/linked'));
    fs.symlinkSync('../..', join(folder, 'team/mai/up'));
    fs.symlinkSync('mai/a.md', join(folder, 'team/one.md'));
    const { files, problems } = await find(folder, ['team']);
    expect(files).toEqual(['team/linked/b.md', 'team/linked/c/d.md', 'team/mai/a.md', 'team/one.md']);
    expect(problems).toEqual([]);
    expect((await find(folder, ['team/**/a.md'])).files).toContain('team/mai/a.md');
  });

  it('are found with a glob that begins outside or at the root', async () => {
    const folder = folderWith('reports/a.md', 'work/b.md');
    expect((await find(join(folder, 'work'), ['../reports/*.md'])).files).toEqual(['../reports/a.md']);
    expect((await find(join(folder, 'work'), [`${folder}/reports/*.{md,txt}`])).files).toEqual([
      '../reports/a.md',
    ]);
  });
});

describe('what is no report', () => {
  it('is named, and the rest is found', async () => {
    const folder = folderWith('a.md', 'empty/data.docx', 'c.md');
    fs.symlinkSync('nowhere.md', join(folder, 'broken.md'));
    fs.symlinkSync('circle.md', join(folder, 'circle.md'));
    makePipe(join(folder, 'pipe.md'));
    const patterns = [
      'missing.md',
      'a.md',
      'broken.md',
      'circle.md',
      'pipe.md',
      'empty',
      '*.txt',
      'a.md/b.md',
      'c.md',
    ];
    expect(await find(folder, patterns)).toEqual({
      files: ['a.md', 'c.md'],
      problems: [
        'missing missing.md',
        'broken-link broken.md',
        'broken-link circle.md',
        'not-a-file pipe.md',
        'no-reports empty',
        'no-match *.txt',
        'missing a.md/b.md',
      ],
    });
  });

  it.each(['.', '*.md', '**/*.md'])('is named when it lies among those of %s', async (pattern) => {
    const folder = folderWith('a.md', 'z.md');
    fs.symlinkSync('nowhere.md', join(folder, 'broken.md'));
    fs.symlinkSync('nowhere', join(folder, 'not-meant'));
    makePipe(join(folder, 'pipe.md'));
    const { files, problems } = await find(folder, [pattern]);
    expect(files).toEqual(['a.md', 'z.md']);
    expect(problems[0]).toBe('broken-link broken.md');
  });

  it('does not make a folder wait for a pipe in it', async () => {
    const folder = folderWith('a.md');
    makePipe(join(folder, 'pipe.md'));
    makePipe(join(folder, 'pipe.sock'));
    expect(await find(folder, ['.'])).toEqual({ files: ['a.md'], problems: ['not-a-file pipe.md'] });
  });

  it.each(['.', '**/*.md'])('may be a folder that cannot be read, below %s', async (pattern) => {
    const folder = folderWith('a.md', 'locked/b.md', 'open/c.md');
    const files = refusing([join(folder, 'locked')], 'EACCES');
    const found = await findReports(files, folder, [pattern]);
    expect(found.files).toEqual([join(folder, 'a.md'), join(folder, 'open/c.md')]);
    expect(found.problems).toEqual([
      { kind: 'unreadable-folder', path: join(folder, 'locked'), code: 'EACCES' },
    ]);
  });

  it('may be a file that cannot even be looked at', async () => {
    const folder = folderWith('a.md');
    const found = await findReports(refusing([join(folder, 'a.md')], 'EACCES'), folder, ['a.md']);
    expect(found).toMatchObject({
      files: [],
      problems: [{ kind: 'unreadable-file', path: join(folder, 'a.md'), code: 'EACCES' }],
    });
  });

  it.each(['', '\0', 'x'.repeat(5000), '[', '{a', '!a'])(
    'may be a name that nobody could have meant: %.20j',
    async (pattern) => {
      const folder = folderWith('data.docx');
      const { files, problems } = await find(folder, [pattern]);
      expect(files).toEqual([]);
      expect(problems).toHaveLength(1);
    },
  );
});
