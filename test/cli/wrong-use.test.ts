import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

test.each([
  [['--nope'], 'There is no option “--nope”'],
  [['lits'], 'There is no “lits”. Did you mean plan-call list?'],
  [['courtesy'], 'There is no command “courtesy”'],
  [['list', '--formt', 'csv'], 'Did you mean --format?'],
  [['list', '--format', 'xml'], '“xml” is no value for --format. Choose from: table, json, ndjson, csv, md.'],
  [['list', '--week', 'sometime'], '“sometime” is no week'],
  [['list', '--from', '31/02'], 'There is no day “31/02”'],
  [['list', '--from', '2026-11-26', '--to', '2026-11-20'], '2026-11-20 is before 2026-11-26'],
  [['list', '--week', 'next', '--from', 'today'], 'not both'],
  [['list', '--json', '--format', 'csv'], 'contradict'],
  [['rules', 'courtesy'], 'There is no rule “courtesy”'],
  [['check', 'Sign NDA', '--stage', 'won'], '“won” is no value for --stage'],
  [['check', '--lang', 'fr', 'x'], '“fr” is no language of this program'],
  [['list', '--data', ''], '--data is empty'],
  [['promise'], 'plan-call promise add | done | drop'],
  [['account'], 'plan-call account show | edit | rename | merge'],
  [['--lang', 'en', 'account'], 'plan-call account show | edit | rename | merge'],
  [['promise', 'add', '--account', 'A'], '“--what <text>” has to be given'],
  [['promise', 'add', '--what', 'A', '--due', 'fri'], '“--account <name>” has to be given'],
  [['promise', 'done', 'zzzz'], 'There is no open promise “zzzz”'],
  [['lint'], 'Name reports or folders'],
])('%j is told what is wrong and ends with 2', async (argv, sentence) => {
  const { code, stdout, stderr } = await run(freshFolder(), argv);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('wrong use is told in the language of the user', async () => {
  const { stderr } = await run(freshFolder(), ['--nope', '--lang', 'vi']);
  expect(stderr).toContain('Không có tùy chọn “--nope”');
});

test('a clock that cannot be read is named', async () => {
  const { stderr, code } = await run(freshFolder(), ['list'], { env: { PLAN_CALL_NOW: 'noon' } });
  expect(stderr).toContain('PLAN_CALL_NOW is “noon”');
  expect(code).toBe(2);
});

describe('the configuration', () => {
  async function withConfig(text: string) {
    const folder = freshFolder();
    mkdirSync(join(folder, 'config', 'plan-call'), { recursive: true });
    writeFileSync(join(folder, 'config', 'plan-call', 'config.json'), text);
    return run(folder, ['list']);
  }

  test.each([
    ['{', 'holds no JSON object'],
    ['[]', 'holds no JSON object'],
    ['{"langage": "vi"}', 'there is no setting “langage”'],
    ['{"language": "fr"}', '“language” has to be one of: en, vi, ro'],
    ['{"weekStart": "friday"}', '“weekStart” has to be one of: monday, sunday'],
    ['{"data": 7}', '“data” has to be one of'],
    ['{"nothingPlannedDays": -1}', '“nothingPlannedDays” has to be a whole number of days'],
    ['{"nothingPlannedDays": 1.5}', '“nothingPlannedDays” has to be a whole number of days'],
    ['{"nothingPlannedDays": "14"}', '“nothingPlannedDays” has to be a whole number of days'],
  ])('%s is refused with the file and the key', async (text, sentence) => {
    const { stderr, code } = await withConfig(text);
    expect(stderr).toContain('config.json');
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });

  test('it sets language and first day of the week', async () => {
    const { stdout } = await withConfig('\uFEFF{"language": "ro", "weekStart": "sunday"}');
    expect(stdout).toContain('2026-W48 · dum. 22 nov. 2026 – sâm. 28 nov. 2026');
  });
});

test.each([
  [{ LANG: 'vi_VN.UTF-8' }, 'Cách dùng:'],
  [{ LANG: 'vi_VN.UTF-8', LC_ALL: 'ro_RO.UTF-8' }, 'Utilizare:'],
  [{ LANG: 'vi_VN.UTF-8', PLAN_CALL_LANG: 'en' }, 'Usage:'],
  [{ LANG: 'de_DE.UTF-8' }, 'Usage:'],
])('%j speaks: %s', async (env, title) => {
  const { stdout, code } = await run(freshFolder(), ['--help'], { env });
  expect(stdout).toContain(title);
  expect(code).toBe(0);
});
