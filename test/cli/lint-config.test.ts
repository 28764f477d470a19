import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/rules/rule.ts';
import { ROOT, freshFolder } from '../support/folders.ts';
import { lintFolder, report } from '../support/lint-folder.ts';
import { run as runProgram } from '../support/program.ts';

const CONFIG = 'plan-call.config.json';
const GOLF = fs.readFileSync(join(ROOT, 'test', 'fixtures', 'company', 'golf-round.yaml'), 'utf8');
const COURTESY = report('Courtesy call.');
/** One error and, in its discussion, one warning. */
const BOTH = COURTESY.replace('## Next step', 'The idiot in accounts lost it.\n\n## Next step');

describe('a configuration', () => {
  test.each([
    [CONFIG, '{"rules": {"courtesy-call": "off"}}'],
    [CONFIG, '\uFEFF{"rules": {"courtesy-call": "off"}}'],
    ['plan-call.config.yaml', 'rules:\n  courtesy-call: off\n'],
    ['package.json', '{"name": "reports", "plan-call": {"rules": {"courtesy-call": "off"}}}'],
  ])('is found upward from each report: %s', async (name, text) => {
    const { lint } = lintFolder({ [name]: text, 'cluj/2026/a.md': COURTESY });
    expect(await lint(['cluj/2026/a.md'])).toEqual({
      code: 0,
      stdout: '✓ 1 report, nothing to say against it.\n',
      stderr: '',
    });
    expect((await lint(['cluj/2026/a.md', '--no-config'])).code).toBe(1);
  });

  test('is the nearest one, unless one is named', async () => {
    const { told } = lintFolder({
      [CONFIG]: { rules: { 'courtesy-call': 'off' } },
      'hue/plan-call.config.yaml': 'rules: {courtesy-call: warn}',
      'strict.yaml': `extends: ./${CONFIG}\nrules: {disparaging-language: error}`,
      'a.md': BOTH,
      'hue/b.md': BOTH,
    });
    expect(await told(['.'])).toEqual([
      'a.md 21 disparaging-language',
      'hue/b.md 7 courtesy-call',
      'hue/b.md 21 disparaging-language',
    ]);
    expect(await told(['.', '--config', 'strict.yaml'])).toEqual([
      'a.md 21 disparaging-language!',
      'hue/b.md 21 disparaging-language!',
    ]);
    expect(await told(['.', '--no-config'])).toEqual([
      'a.md 7 courtesy-call!',
      'a.md 21 disparaging-language',
      'hue/b.md 7 courtesy-call!',
      'hue/b.md 21 disparaging-language',
    ]);
  });

  test.each([
    ['off', 'warn', 0, '0 errors, 1 warning'],
    ['warn', 'warn', 0, '0 errors, 2 warnings'],
    ['warn', 'error', 1, '1 error, 1 warning'],
    ['error', 'off', 1, '1 error, 0 warnings'],
    ['off', 'off', 0, 'nothing to say'],
  ])('sets levels, by which the run fails: %s, %s', async (courtesy, disparaging, code, summary) => {
    const { lint } = lintFolder({
      [CONFIG]: { rules: { 'courtesy-call': courtesy, 'disparaging-language': disparaging } },
      'a.md': BOTH,
    });
    const run = await lint(['a.md']);
    expect(run.code).toBe(code);
    expect(run.stdout).toContain(summary);
  });

  test('sets levels for some files only', async () => {
    const { told } = lintFolder({
      [CONFIG]: {
        rules: { 'courtesy-call': 'warn' },
        overrides: [
          { files: 'cluj/**', excludedFiles: '*-final.md', rules: { 'courtesy-call': 'off' } },
          { files: 'huế/**', rules: { 'courtesy-call': 'error' } },
        ],
      },
      'a.md': COURTESY,
      'cluj/b.md': COURTESY,
      'cluj/b-final.md': COURTESY,
      // A disk may hold the letters and their marks apart.
      [`${'huế'.normalize('NFD')}/c.md`]: COURTESY,
    });
    expect(await told(['.'])).toEqual([
      'a.md 7 courtesy-call',
      'cluj/b-final.md 7 courtesy-call',
      `${'huế'.normalize('NFD')}/c.md 7 courtesy-call!`,
    ]);
  });

  test('says how many warnings are too many, and the command line comes before it', async () => {
    const { lint } = lintFolder({
      [CONFIG]: { maxWarnings: 0, rules: { 'courtesy-call': 'warn' } },
      'a.md': BOTH,
    });
    expect(await lint(['a.md'])).toMatchObject({ code: 1, stderr: '2 warnings; 0 would be allowed.\n' });
    expect(await lint(['a.md', '--quiet'])).toEqual({
      code: 1,
      stdout: '✓ 1 report, nothing to say against it.\n',
      stderr: '2 warnings; 0 would be allowed.\n',
    });
    expect(await lint(['a.md', '--max-warnings', '2'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('of a folder further down says nothing of the run, and that is told', async () => {
    const { lint } = lintFolder({
      'shared.json': { maxWarnings: 0, baseline: 'known.json' },
      'hue/plan-call.config.json': { extends: '../shared.json' },
      'cluj/plan-call.config.json': { maxWarnings: 0, rules: { 'courtesy-call': 'warn' } },
      'cluj/a.md': COURTESY,
      'hue/a.md': report('Get sign-off on drawing C.'),
    });
    const both = await lint(['.']);
    expect(both.stderr).toContain('cluj/plan-call.config.json: maxWarnings holds for a whole run');
    expect(both.stderr).toContain('hue/plan-call.config.json: maxWarnings, baseline hold for a whole run');
    expect(both.code).toBe(0);
    expect((await lint(['cluj', '--max-warnings', '1'])).stderr).toBe('');
    expect((await lint(['cluj', '--config', 'cluj'])).code).toBe(1);
    for (const [language, words] of [
      ['vi', 'là thiết lập cho cả lần chạy'],
      ['ro', 'privește o rulare întreagă'],
    ] as const)
      expect((await lint(['cluj', '--lang', language])).stderr).toContain(words);
  });
});

describe('rules and phrases of a company', () => {
  const files = {
    [CONFIG]: {
      ruleFiles: 'rules',
      rules: { 'friend-framing': 'off' },
      phrases: { 'elapsed-time': { en: ['blue binder (round|tour)'], ro: ['[o] tură de primăvară'] } },
    },
    'rules/golf-round.yaml': GOLF,
    'golf.md': report('Round of golf with the plant manager'),
    'binder.md': report('Blue binder tour'),
    'calls.csv': [
      'Id,Subject,Notes',
      'x1,Blue binder round at Delta Print,ok',
      'x2,O tura de primavara,ok',
      'x3,Sign the NDA,"They were late, so we played a round of golf."',
      'x4,Sign the NDA,Ion checked it.',
    ].join('\n'),
  };

  test('are found in reports and in tables', async () => {
    const { told } = lintFolder(files);
    expect(await told(['golf.md', 'binder.md', 'calls.csv'])).toEqual([
      'golf.md 7 golf-round!',
      'binder.md 7 elapsed-time!',
      'calls.csv 2 elapsed-time!',
      'calls.csv 2 courtesy-call!',
      'calls.csv 2 vague-purpose!',
      'calls.csv 3 elapsed-time!',
      'calls.csv 4 golf-round!',
    ]);
  });

  test('are explained like all others', async () => {
    const cwd = lintFolder(files).at('.');
    const { stdout, code } = await runProgram(freshFolder(), ['rules', 'golf-round'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('golf-round');
    expect((await runProgram(freshFolder(), ['rules'], { cwd })).stdout).toContain('golf-round');
    expect((await runProgram(freshFolder(), ['rules', 'golf-round'])).code).toBe(2);
  });

  test('are tried by their own examples', async () => {
    const folder = lintFolder(files);
    const tried = await runProgram(freshFolder(), ['rules', '--test'], { cwd: folder.at('.') });
    expect(tried).toMatchObject({ code: 0, stdout: expect.stringContaining('28 rules') });
    folder.write('rules/golf-round.yaml', GOLF.replace('    fires:\n', '    fires:\n      - Sign the NDA\n'));
    const failed = await runProgram(freshFolder(), ['rules', 'golf-round', '--test', '--lang', 'vi'], {
      cwd: folder.at('.'),
    });
    expect(failed).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('không bắt “Sign the NDA” (en)'),
    });
  });

  test('are found by several threads as by one', () => {
    // What stands in code is not judged, but seems to be enough work to share.
    const code = `~~~\n${'a line of code\n'.repeat(15_000)}~~~\n`;
    const { execute } = lintFolder({ ...files, 'a.md': `${COURTESY}\n${code}` });
    const found = (jobs: string) =>
      execute(['a.md', 'golf.md', 'binder.md', 'calls.csv', '--format', 'ndjson', '--jobs', jobs]);
    const alone = found('1');
    expect(alone.stdout.match(/golf-round|elapsed-time/g)).toHaveLength(5);
    expect(found('2')).toEqual(alone);
  });

  test.each([
    ['en', 'is a round of golf, not a reason'],
    ['vi', 'là đi đánh gôn'],
    ['ro', 'este o partidă de golf'],
  ])('are told in the language of the user: %s', async (language, words) => {
    const { lint } = lintFolder(files);
    const { stdout } = await lint(['golf.md', '--lang', language]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(words);
  });

  test('need one language only, which stands for the others', async () => {
    const alone = [
      'id: blue-binder',
      'level: warn',
      'applies: [report]',
      'source: Handbook',
      'title: {en: Blue binder}',
      "message: {en: '“{text}” is the blue binder again.'}",
      'advice: {en: Leave it in the car.}',
      'phrases: {en: [blue binder]}',
      'examples: {en: {fires: [The blue binder], passes: [The price list]}}',
    ].join('\n');
    const { lint } = lintFolder({
      [CONFIG]: { ruleFiles: 'rules/*.yaml' },
      'rules/blue-binder.yaml': alone,
      'a.md': report('Get sign-off on drawing C from the blue binder.'),
    });
    const { stdout } = await lint(['a.md', '--lang', 'ro']);
    expect(stdout).toContain('“blue binder” is the blue binder again. [blue-binder]');
    const sarif = JSON.parse((await lint(['a.md', '--lang', 'vi', '--format', 'sarif'])).stdout);
    const [{ tool, results }] = sarif.runs;
    expect(tool.driver.rules[results[0].ruleIndex]).toMatchObject({
      id: 'blue-binder',
      shortDescription: { text: 'Blue binder' },
    });
  });

  test('may yield to a rule, but not to one that is off', async () => {
    const { told, write } = lintFolder({
      ...files,
      'a.md': report('A game of golf with the buyer so he goes easy on the deadline.'),
    });
    const golf = async (rules: object) => {
      write(CONFIG, { ruleFiles: 'rules', rules });
      return (await told(['a.md'])).filter((one) => one.includes('golf') || one.includes('hospitality'));
    };
    expect(await golf({})).toEqual(['a.md 7 hospitality-leverage!']);
    expect(await golf({ 'hospitality-leverage': 'warn' })).toEqual(['a.md 7 hospitality-leverage']);
    expect(await golf({ 'hospitality-leverage': 'off' })).toEqual(['a.md 7 golf-round!']);
  });
});

describe('what is ignored', () => {
  test('is left out below folders and by globs, and where it is named that is told', async () => {
    const { lint } = lintFolder({
      [CONFIG]: { ignore: ['drafts/', '*-private.md', '!hue-private.md'] },
      'old/.plan-call-ignore': '*.md\n!kept.md\n',
      'a.md': COURTESY,
      'b-private.md': COURTESY,
      'hue-private.md': COURTESY,
      'drafts/c.md': COURTESY,
      'old/d.md': COURTESY,
      'old/kept.md': COURTESY,
    });
    const files = async (...patterns: string[]) => {
      const { stdout, stderr } = await lint(['--format', 'json', ...patterns]);
      const found: { filePath: string }[] = JSON.parse(stdout);
      return [...found.map(({ filePath }) => filePath), ...stderr.trim().split('\n')];
    };
    expect(await files('.')).toEqual(['a.md', 'hue-private.md', 'old/kept.md', '']);
    expect(await files('**/*.md')).toEqual(['a.md', 'hue-private.md', 'old/kept.md', '']);
    const told = 'is ignored, as the configuration or an ignore file says; it was not judged.';
    expect(await files('drafts/c.md', 'a.md', 'old/d.md')).toEqual([
      'a.md',
      `drafts/c.md ${told}`,
      `old/d.md ${told}`,
    ]);
    // Nor is it an error if that is all that is named: a list of changed files may come from anywhere.
    expect(await files('drafts', 'drafts/*.md')).toEqual([`drafts ${told}`, `drafts/*.md ${told}`]);
    expect((await lint(['drafts/c.md'])).code).toBe(0);
    expect((await lint(['drafts'])).code).toBe(0);
  });

  test('is so from standard input, too, where it has a name', async () => {
    const { lint } = lintFolder({ [CONFIG]: { ignore: 'drafts/' } });
    const run = await lint(['--stdin-filename', 'drafts/a.md', '--format', 'json'], { stdin: COURTESY });
    expect(run).toMatchObject({ code: 0, stdout: '[]\n' });
    expect(run.stderr).toContain('drafts/a.md is ignored');
    expect((await lint(['--stdin-filename', 'a.md'], { stdin: COURTESY })).code).toBe(1);
  });

  test('a pattern that matches nothing is told, once all that it could match was linted', async () => {
    const { lint } = lintFolder({
      [CONFIG]: {
        ignore: ['drafts/', 'x.md'],
        overrides: [{ files: ['cluj/**', 'sibiu/**'], rules: { 'courtesy-call': 'off' } }],
      },
      'cluj/a.md': COURTESY,
      'x.md': COURTESY,
    });
    expect((await lint(['.'])).stderr).toBe(
      [
        `${CONFIG}: ignore.0 “drafts/” matches none of the files that were linted.`,
        `${CONFIG}: overrides.0.files.1 “sibiu/**” matches none of the files that were linted.`,
        '',
      ].join('\n'),
    );
    expect((await lint(['cluj'])).stderr).toBe('');
    expect((await lint(['cluj/a.md'])).stderr).toBe('');
  });
});

describe('the language of a configuration', () => {
  const files = { [CONFIG]: { language: 'ro' }, 'a.md': COURTESY };
  const spoken = (text: string) =>
    [
      ['en', /✗ error 7:1 .*is a courtesy[^]*1 report: 1 error/],
      ['vi', /✗ lỗi 7:1 .*chỉ là xã giao[^]*1 báo cáo: 1 lỗi/],
      ['ro', /✗ eroare 7:1 .*e curtoazie[^]*1 raport: 1 eroare/],
    ]
      .filter(([, words]) => words !== undefined && new RegExp(words).test(text))
      .map(([language]) => language);

  test('is that of the messages, the counts and what is said beside them', async () => {
    const { lint, write } = lintFolder(files);
    expect(spoken((await lint(['a.md'])).stdout)).toEqual(['ro']);
    write(CONFIG, { language: 'vi', ignore: ['a.md', 'never.md'] });
    const { stderr } = await lint(['a.md', '.']);
    expect(stderr).toContain('a.md bị bỏ qua');
    expect(stderr).toContain('không khớp với tệp nào đã kiểm tra');
  });

  test.each([
    ['--lang', ['--lang', 'vi'], {}, {}, 'vi'],
    ['PLAN_CALL_LANG', [], { PLAN_CALL_LANG: 'en' }, { language: 'vi' }, 'en'],
    ["the user's own settings", [], { LANG: 'ro_RO.UTF-8' }, { language: 'vi' }, 'vi'],
    ['nothing', [], { LANG: 'vi_VN.UTF-8', LC_ALL: 'en_US.UTF-8' }, {}, 'ro'],
  ])('yields to %s', async (_, argv, env, settings, language) => {
    const { lint, write, at } = lintFolder(files);
    write('home/plan-call/config.json', settings);
    const { stdout } = await lint(['a.md', ...argv], { env: { ...env, XDG_CONFIG_HOME: at('home') } });
    expect(spoken(stdout)).toEqual([language]);
  });

  test('may be another one for some files, and is then that of all that is said of them', async () => {
    const { lint } = lintFolder({
      [CONFIG]: { overrides: [{ files: 'hue/**', language: 'vi' }] },
      'a.md': COURTESY,
      'hue/calls.csv': 'Subject,Notes\nCourtesy call,ok\n',
    });
    const { stdout } = await lint(['.']);
    expect(stdout).toContain('✗ error 7:1  “Courtesy call” is a courtesy');
    expect(stdout).toContain('✗ lỗi dòng 2, cột “Subject”  “Courtesy call” chỉ là xã giao');
    expect(stdout).toContain('1 report, 1 row: 2 errors');
  });
});

test('the columns of a table and the order of dates are taken from the configuration, by file', async () => {
  const { lint, told } = lintFolder({
    [CONFIG]: {
      columns: { discussion: 'Betreff' },
      overrides: [{ files: 'export/*.csv', columns: { purpose: 'Betreff', date: 'Wann' }, dateOrder: 'mdy' }],
    },
    'export/calls.csv': 'Betreff,Wann,Company\nCourtesy call,06/07/2026,Delta Print\n',
    'calls.csv': 'Betreff,Wann\nThe idiot in accounts lost it,06/07/2026\n',
  });
  expect(await told(['.'])).toEqual([
    'calls.csv 2 disparaging-language',
    'export/calls.csv 2 courtesy-call!',
  ]);
  expect((await lint(['export/calls.csv', '--summary'])).stdout).toContain('June 2026');
  expect((await lint(['export/calls.csv', '--summary', '--date-order', 'dmy'])).stdout).toContain(
    'July 2026',
  );
  const wrong = await lint(['calls.csv', '--map', 'purpose=Subject']);
  expect(wrong.code).toBe(2);
  expect(wrong.stdout).toContain('There is no column “Subject” to take as purpose.');
});

describe('--print-config', () => {
  test('shows what holds for a file in the end, whether it is there or not', async () => {
    const { lint } = lintFolder({
      'base.yaml': 'maxWarnings: 3\nrules: {appeasement: error}',
      [CONFIG]: {
        extends: './base.yaml',
        baseline: 'known.json',
        ignore: 'drafts/',
        overrides: [{ files: '*.csv', columns: { purpose: 'Subject' }, rules: { appeasement: 'off' } }],
      },
    });
    const printed = async (file: string) => JSON.parse((await lint(['--print-config', file])).stdout);
    expect(await printed('a.md')).toMatchObject({
      from: ['base.yaml', CONFIG],
      isIgnored: false,
      rules: { appeasement: 'error', 'courtesy-call': 'error', 'missing-benefit': 'warn' },
      columns: {},
      maxWarnings: 3,
      baseline: 'known.json',
      language: null,
    });
    expect(await printed('drafts/a.csv')).toMatchObject({
      isIgnored: true,
      rules: { appeasement: 'off' },
      columns: { purpose: 'Subject' },
    });
    expect((await lint(['--print-config', 'a.md'])).code).toBe(0);
  });

  test('shows defaults where nothing is configured', async () => {
    const { lint } = lintFolder({});
    const { stdout } = await lint(['--print-config', 'a.md', '--no-config']);
    expect(JSON.parse(stdout)).toMatchObject({ from: [], maxWarnings: null, rules: { appeasement: 'warn' } });
  });
});

describe('a wrong configuration stops the run, and nothing else is said', () => {
  const sentences = {
    en: [
      `${CONFIG}:2 ruels: There is no key “ruels” here. Did you mean “rules”?`,
      `${CONFIG}:3 overrides.0.rules.courtesy-call: This has to be one of: off, warn, error.`,
    ],
    vi: [
      `${CONFIG}:2 ruels: Ở đây không có mục “ruels”. Có phải bạn muốn viết “rules”?`,
      `${CONFIG}:3 overrides.0.rules.courtesy-call: Phải là một trong: off, warn, error.`,
    ],
    ro: [
      `${CONFIG}:2 ruels: Aici nu există cheia „ruels”. Ai vrut să scrii „rules”?`,
      `${CONFIG}:3 overrides.0.rules.courtesy-call: Trebuie să fie una dintre valorile: off, warn, error.`,
    ],
  };
  test.each(LANGUAGES)('with file, line and key: %s', async (language) => {
    const { lint } = lintFolder({
      [CONFIG]: '{\n"ruels": {},\n"overrides": [{"files": "*.md", "rules": {"courtesy-call": "of"}}]\n}',
      'a.md': COURTESY,
    });
    for (const argv of [['a.md'], ['.', '--format', 'json'], ['--print-config', 'a.md']])
      expect(await lint([...argv, '--lang', language])).toEqual({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/^[^\n]+\n[^\n]+\n$/),
      });
    const { stderr } = await lint(['a.md', '--lang', language]);
    expect(stderr.trim().split('\n').toSorted()).toEqual(sentences[language].toSorted());
  });

  test.each([
    ['en', 'rules/golf-round.yaml:8 title: Write this in one language at least: en, vi or ro.'],
    ['vi', 'rules/golf-round.yaml:8 title: Hãy ghi mục này bằng ít nhất một ngôn ngữ: en, vi hoặc ro.'],
    ['ro', 'rules/golf-round.yaml:8 title: Scrie aici măcar într-o limbă: en, vi sau ro.'],
  ])('also in a rule file: %s', async (language, sentence) => {
    const { lint } = lintFolder({
      [CONFIG]: { ruleFiles: 'rules' },
      'rules/golf-round.yaml': GOLF.replace(/title:\n(?:  .*\n)+/, 'title:\n\n  {}\n'),
      'a.md': COURTESY,
    });
    expect(await lint(['a.md', '--lang', language])).toEqual({
      code: 2,
      stdout: '',
      stderr: `${sentence}\n`,
    });
  });

  test('also one that is met further down, and for standard input', async () => {
    const { lint, write, read } = lintFolder({
      'a.md': COURTESY,
      'hue/plan-call.config.yaml': 'language: de',
      'hue/a.md': COURTESY,
      'out.json': 'as it was',
    });
    const told = {
      code: 2,
      stdout: '',
      stderr: 'hue/plan-call.config.yaml:1 language: This has to be one of: en, vi, ro.\n',
    };
    expect(await lint(['a.md', 'hue/a.md', '--format', 'json'])).toEqual(told);
    expect(await lint(['.', '--format', 'sarif', '--output', 'out.json'])).toEqual(told);
    const named = ['--stdin-filename', 'hue/a.md', '--format', 'json'];
    expect(await lint(named, { stdin: COURTESY })).toEqual(told);
    expect(await lint([...named, '--output', 'out.json'], { stdin: COURTESY })).toEqual(told);
    expect(read('out.json')).toBe('as it was');
    write('hue/plan-call.config.json', {});
    expect((await lint(['hue'])).stderr).toBe(
      'One folder has two configurations: hue/plan-call.config.json and hue/plan-call.config.yaml. Keep one of them.\n',
    );
  });

  test('one that is named and not there, by the real executable', () => {
    const { execute } = lintFolder({ 'a.md': COURTESY, [CONFIG]: { rules: { 'courtesy-call': 'warn' } } });
    expect(execute(['a.md', '--config', 'nowhere.json'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'There is no configuration in nowhere.json.\n',
    });
    expect(execute(['a.md', '--max-warnings', '0'])).toMatchObject({ code: 1 });
  });
});
