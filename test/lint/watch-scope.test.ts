import fs from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findReports } from '../../src/lint/find-reports.ts';
import { isReportName } from '../../src/lint/reports-in-folder.ts';
import { watchScope } from '../../src/lint/watch-scope.ts';
import { folderWith } from './report-folder.ts';

const FILES = [
  'a.md',
  'b.txt',
  'data.csv',
  '.hidden.md',
  '.dots/h.md',
  'north/1.md',
  'north/deep/2.md',
  'north/deep/er/3.markdown',
  'north/node_modules/x/4.md',
  'south [old]/5.md',
  'Hòa Phát/6.md',
];

const PATTERNS = [
  ['.'],
  ['north'],
  ['a.md', 'data.csv', '.hidden.md'],
  ['south [old]'],
  ['*.md'],
  ['**'],
  ['**/*.{md,txt}'],
  ['north/*/*.md'],
  ['n*/**/3.*'],
  ['{north,Hòa Phát}/*.md'],
  ['Hòa*/*.md'.normalize('NFD')],
  ['.dots/*.md', '.*.md'],
  ['south \\[old\\]/*.md'],
  ['./north/**/*.md'],
  ['!a.md', '!*.md', '[', '{a'],
  ['north/node_modules/x/4.md'],
];

test.each(PATTERNS.map((patterns) => ({ patterns })))(
  'of $patterns the same files are watched as are found',
  async ({ patterns }) => {
    const folder = folderWith(...FILES);
    const scope = await watchScope(fs, folder, patterns, isReportName);
    const found = await findReports(
      fs,
      folder,
      patterns.map((pattern) => pattern.normalize('NFC')),
    );
    const paths = FILES.map((file) => join(folder, file));
    const meant = paths.filter((path) => scope.meansFile(path));
    expect(meant.map((path) => relative(folder, path)).sort()).toEqual(
      found.files.map((path) => relative(folder, path)).sort(),
    );
    // Every one of them is come to, from the folder that the search begins in.
    for (const path of meant) {
      const isPassed = (at: string): boolean => scope.meansFolder(at) || scope.isOnTheWay(at);
      for (let at = dirname(path); at !== folder; at = dirname(at)) expect(isPassed(at), at).toBe(true);
    }
  },
);

describe('no more folders are passed through than can hold what is meant', () => {
  test.each([
    [['a.md'], []],
    [['north/*.md'], ['north']],
    [['north/*/*.md'], ['north', 'north/deep']],
    [['*.md'], []],
    [['north'], ['north', 'north/deep', 'north/deep/er']],
    [['north/deep/2.md'], ['north', 'north/deep']],
  ])('%j', async (patterns, expected) => {
    const folder = folderWith(...FILES);
    const scope = await watchScope(fs, folder, patterns, isReportName);
    const folders = ['.dots', 'north', 'north/deep', 'north/deep/er', 'north/node_modules', 'south [old]'];
    const passed = folders.filter((name) => {
      const path = join(folder, name);
      return scope.meansFolder(path) || scope.isOnTheWay(path);
    });
    expect(passed).toEqual(expected);
  });
});
