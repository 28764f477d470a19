import { describe, expect, test } from 'vitest';
import { companyFolder } from './company-folder.ts';

/** With marks that stand by themselves, as some systems write names. */
const MARKED = 'b\u00f4\u0323 na\u0300y/a.md';

/** Which of the paths are left out; one that ends with a slash is asked for as a folder. */
async function ignoredOf(files: Record<string, unknown>, paths: readonly string[]): Promise<string[]> {
  const { open, at } = companyFolder(files);
  const { isIgnored } = open();
  const out: string[] = [];
  for (const path of paths)
    if (await isIgnored(at(path), path.endsWith('/') ? 'folder' : 'file')) out.push(path);
  return out;
}

test('nothing is left out where nothing says so, also not what git ignores', async () => {
  expect(await ignoredOf({ '.git/config': '', '.gitignore': '*' }, ['a.md', 'b/c.md'])).toEqual([]);
});

describe('the patterns of a configuration', () => {
  test.each<[string | string[], string[]]>([
    ['drafts/', ['drafts/', 'drafts/a.md', 'cluj/drafts/a.md']],
    ['/drafts', ['drafts/', 'drafts/a.md']],
    ['*.txt', ['a.txt']],
    [
      ['*.md', '!cluj/keep.md'],
      ['drafts/a.md', 'cluj/drafts/a.md', 'cluj/b.md', MARKED],
    ],
    [
      ['cluj/', '!cluj/keep.md'],
      ['cluj/drafts/a.md', 'cluj/keep.md', 'cluj/b.md'],
    ],
    ['cluj/**/a.md', ['cluj/drafts/a.md']],
    [['# a comment', '\\#.md'], []],
    ['b\u1ed9 n\u00e0y/', [MARKED]],
  ])('are as in .gitignore: %j', async (ignore, ignored) => {
    const paths = [
      'drafts/',
      'drafts/a.md',
      'cluj/drafts/a.md',
      'cluj/keep.md',
      'cluj/b.md',
      'a.txt',
      MARKED,
    ];
    expect(await ignoredOf({ 'plan-call.config.json': { ignore } }, paths)).toEqual(ignored);
  });

  test('are relative to their file', async () => {
    const files = {
      'cluj/plan-call.config.json': { extends: '../plan-call.config.json', ignore: '!/drafts/c.md' },
      'plan-call.config.json': { ignore: ['/cluj/drafts/*', '/a.md'] },
    };
    expect(await ignoredOf(files, ['a.md', 'cluj/a.md', 'cluj/drafts/b.md', 'cluj/drafts/c.md'])).toEqual([
      'a.md',
      'cluj/drafts/b.md',
    ]);
  });

  test('hold where no other configuration is nearer', async () => {
    const files = {
      'plan-call.config.json': { ignore: 'drafts' },
      'cluj/plan-call.config.json': {},
    };
    expect(await ignoredOf(files, ['drafts/a.md', 'hue/drafts/a.md', 'cluj/drafts/a.md'])).toEqual([
      'drafts/a.md',
      'hue/drafts/a.md',
    ]);
  });
});

describe('.plan-call-ignore', () => {
  test('holds in its folder and below, with a configuration or without', async () => {
    const files = { '.plan-call-ignore': 'old-*\r\n', 'cluj/.plan-call-ignore': '!old-but-good.md\n/b.md' };
    const paths = ['old-a.md', 'b.md', 'cluj/old-a.md', 'cluj/old-but-good.md', 'cluj/b.md', 'cluj/c/b.md'];
    const ignored = ['old-a.md', 'cluj/old-a.md', 'cluj/b.md'];
    expect(await ignoredOf(files, paths)).toEqual(ignored);
    expect(await ignoredOf({ ...files, 'plan-call.config.json': {} }, paths)).toEqual(ignored);
  });

  test('has the last word, but not on what lies in a folder that is left out', async () => {
    const files = {
      'plan-call.config.json': { ignore: ['a.md', 'drafts/', 'old/'] },
      '.plan-call-ignore': '!a.md\n!old/',
      'drafts/.plan-call-ignore': '!b.md',
    };
    expect(await ignoredOf(files, ['a.md', 'drafts/b.md', 'old/c.md', 'old/'])).toEqual(['drafts/b.md']);
  });
});

describe('.gitignore', () => {
  const files = {
    'plan-call.config.json': { gitignore: true },
    '.gitignore': '*.md',
    'repository/.git/HEAD': '',
    'repository/.gitignore': 'exports/',
    'repository/cluj/.gitignore': '*.csv\n!keep.csv',
    'repository/cluj/.plan-call-ignore': 'keep.csv',
  };

  test('is heeded within the repository where the configuration says so', async () => {
    const paths = [
      'repository/a.md',
      'repository/exports/b.csv',
      'repository/cluj/c.csv',
      'repository/d.csv',
    ];
    expect(await ignoredOf(files, paths)).toEqual(['repository/exports/b.csv', 'repository/cluj/c.csv']);
    const without = { ...files, 'plan-call.config.json': {} };
    expect(await ignoredOf(without, paths)).toEqual([]);
  });

  test('has less to say than .plan-call-ignore', async () => {
    expect(await ignoredOf(files, ['repository/cluj/keep.csv'])).toEqual(['repository/cluj/keep.csv']);
  });
});

test('files of patterns are read once', async () => {
  const { open, at, read } = companyFolder({
    '.plan-call-ignore': 'a',
    'x/.plan-call-ignore': 'b',
    'plan-call.config.json': { ignore: 'c' },
  });
  const { isIgnored } = open();
  for (const path of ['x/1.md', 'x/2.md', 'x/y/3.md', '4.md', 'x/a', 'x/y/b/c'])
    await isIgnored(at(path), 'file');
  expect(read.toSorted()).toEqual(['.plan-call-ignore', 'plan-call.config.json', 'x/.plan-call-ignore']);
});

describe('patterns that do nothing are told', () => {
  const CONFIG = {
    ignore: ['drafts/', '*.bak', '!drafts.md', '!nothing.md'],
    overrides: [
      { files: ['cluj/**', 'sibiu/**'], language: 'ro' },
      { files: '**/*.md', excludedFiles: 'readme.md', language: 'en' },
    ],
  };

  async function unusedAfter(
    paths: readonly string[],
    folders: readonly string[],
    where = '',
  ): Promise<string[]> {
    const { open, at } = companyFolder({ [`${where}plan-call.config.json`]: CONFIG });
    const configs = open();
    for (const path of paths)
      if (!(await configs.isIgnored(at(path), 'file'))) await configs.configFor(at(path));
    return configs.unusedPatterns(folders.map(at)).map(({ key, pattern }) => `${key} ${pattern}`);
  }

  test('once all is linted', async () => {
    const all = [
      'ignore.0 drafts/',
      'ignore.1 *.bak',
      'ignore.2 !drafts.md',
      'ignore.3 !nothing.md',
      'overrides.0.files.0 cluj/**',
      'overrides.0.files.1 sibiu/**',
      'overrides.1.files **/*.md',
      'overrides.1.excludedFiles readme.md',
    ];
    expect(await unusedAfter(['a.txt'], ['.'])).toEqual(all);
    expect(await unusedAfter(['drafts/a.md', 'drafts.md', 'cluj/a.md'], ['.'])).toEqual([
      'ignore.1 *.bak',
      'ignore.3 !nothing.md',
      'overrides.0.files.1 sibiu/**',
      'overrides.1.excludedFiles readme.md',
    ]);
    expect(await unusedAfter(['x.bak', 'nothing.md', 'readme.md', 'sibiu/b.md'], ['.'])).toEqual([
      'ignore.0 drafts/',
      'ignore.2 !drafts.md',
      'overrides.0.files.0 cluj/**',
    ]);
  });

  test('but not where only a part was linted', async () => {
    expect(await unusedAfter(['cluj/a.md'], ['cluj'])).toEqual([]);
    expect(await unusedAfter(['cluj/a.md'], [])).toEqual([]);
    expect(await unusedAfter(['team/a.md'], ['.'], 'team/')).toHaveLength(7);
  });
});
