import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRulebook } from '../../src/data/read-rulebook.ts';
import { DataFileError } from '../../src/data/checked-yaml.ts';
import { ROOT, freshFolder } from '../support/folders.ts';

const RULE = fs.readFileSync(join(ROOT, 'data', 'rules', 'courtesy-call.yaml'), 'utf8');

/** What is said of a rulebook with one rule file in it, and word lists that may be replaced. */
function problemsOf(rule: string, name = 'courtesy-call.yaml', words?: string): string {
  const folder = freshFolder();
  fs.cpSync(join(ROOT, 'data', 'words'), join(folder, 'words'), { recursive: true });
  if (words !== undefined) fs.writeFileSync(join(folder, 'words', 'en.yaml'), words);
  fs.mkdirSync(join(folder, 'rules'));
  fs.writeFileSync(join(folder, 'rules', name), rule);
  try {
    readRulebook(fs, folder);
    return '';
  } catch (error) {
    if (error instanceof DataFileError) return error.message;
    throw error;
  }
}

/** The line, counted from 1, in which a text of the rule file stands. */
const lineOf = (text: string, rule = RULE): number => rule.slice(0, rule.indexOf(text)).split('\n').length;

test('the rule files that we ship are as they should be', () => {
  expect(problemsOf(RULE)).toBe('');
});

test('a wrong value is named with file, line and key', () => {
  const rule = RULE.replace('level: error', 'level: fatal');
  expect(problemsOf(rule)).toMatch(new RegExp(`^rules/courtesy-call\\.yaml:${lineOf('level:')} level: `));
});

test('a key that is none is named', () => {
  expect(problemsOf(`${RULE}\nphrase: [x]\n`)).toContain('phrase');
});

test('a language that is left out is named', () => {
  const message = problemsOf(RULE.replace(/^title:\n( {2}.*\n)+/m, 'title:\n  en: Courtesy call\n'));
  expect(message).toContain(`rules/courtesy-call.yaml:${lineOf('title:') + 1} title.vi: `);
  expect(message).toContain('title.ro: ');
});

test('a phrase that is not in the notation is named', () => {
  const rule = RULE.replace(/^phrases:\n {2}en:\n/m, (head) => `${head}    - courtesy (call\n`);
  const line = lineOf('- courtesy (call\n', rule);
  expect(problemsOf(rule)).toBe(
    `rules/courtesy-call.yaml:${line} phrases.en.0: “courtesy (call”: “)” is missing`,
  );
});

test('a word list that is not there is named', () => {
  const rule = RULE.replace(/^phrases:\n {2}en:\n/m, (head) => `${head}    - hello <nobody>\n`);
  expect(problemsOf(rule)).toContain('there is no word list “nobody”');
});

test('a file that is not named after its rule is named', () => {
  expect(problemsOf(RULE, 'courtesy.yaml')).toContain(
    'rules/courtesy.yaml:1 id: the file of rule “courtesy-call” is to be named',
  );
});

test('what is no YAML is named with its line', () => {
  expect(problemsOf('id: courtesy-call\nlevel: [error\ntitle: x\n')).toMatch(
    /^rules\/courtesy-call\.yaml:\d+: /,
  );
});

test('a word list that is wrong is named', () => {
  expect(problemsOf(RULE, undefined, 'meal: dinner\n')).toMatch(/^words\/en\.yaml:1 meal: /);
});
