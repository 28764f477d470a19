import { describe, expect, test } from 'vitest';
import { NO_CONFIG, companyRulesOf } from '../../src/config/lint-config.ts';
import { GOLF, companyFolder } from './company-folder.ts';

describe('the configuration of a file', () => {
  test.each([
    ['plan-call.config.json', '{"language": "ro"}'],
    ['plan-call.config.json', '\uFEFF{\n\t"language": "ro"\n}\n'],
    ['plan-call.config.yaml', '# for the team\nlanguage: ro\n'],
    ['plan-call.config.yml', 'language: ro'],
    ['package.json', '{"name": "reports", "plan-call": {"language": "ro"}}'],
  ])('is looked for upward: %s', async (name, text) => {
    const company = companyFolder({ [name]: text, 'cluj/2026/a.md': '' });
    const config = await company.open().configFor(company.at('cluj/2026/a.md'));
    expect(config).toEqual({ ...NO_CONFIG, language: 'ro', from: [company.at(name)] });
  });

  test('is the nearest one, as a whole', async () => {
    const company = companyFolder({
      'plan-call.config.json': { language: 'ro', maxWarnings: 3 },
      'hue/plan-call.config.yaml': 'language: vi',
      'hue/deep/package.json': { name: 'no-configuration-here' },
    });
    const configs = company.open();
    expect(await configs.configFor(company.at('hue/deep/a.md'))).toMatchObject({
      language: 'vi',
      maxWarnings: undefined,
    });
    expect(await configs.configFor(company.at('cluj/a.md'))).toMatchObject({
      language: 'ro',
      maxWarnings: 3,
    });
    expect(await configs.runConfig()).toMatchObject({ language: 'ro' });
  });

  test('is read once for all files', async () => {
    const company = companyFolder({ 'plan-call.config.json': { language: 'ro' } });
    const configs = company.open();
    const first = await configs.configFor(company.at('a/1.md'));
    for (const path of ['a/2.md', 'b/c/3.md', '4.md'])
      expect(await configs.configFor(company.at(path))).toBe(first);
    expect(company.read).toEqual(['plan-call.config.json']);
  });

  test('is none where there is none, and where none is wanted', async () => {
    const company = companyFolder({
      'a/plan-call.config.json': '{ broken',
      'b/package.json': '{ broken "plan-call"',
    });
    expect(await company.open().configFor(company.at('b/a.md'))).toBe(NO_CONFIG);
    expect(await company.open({ use: 'none' }).configFor(company.at('a/a.md'))).toBe(NO_CONFIG);
  });

  test('is the one that is named, wherever it lies', async () => {
    const company = companyFolder({
      'plan-call.config.json': { language: 'ro' },
      'settings/strict.yaml': 'language: vi\noverrides: [{files: "cluj/**", language: en}]',
      'hue/package.json': { 'plan-call': { language: 'vi' } },
    });
    const strict = company.open({ use: { file: 'settings/strict.yaml' } });
    expect(await strict.configFor(company.at('a.md'))).toMatchObject({ language: 'vi' });
    expect(await strict.configFor(company.at('cluj/a.md'))).toMatchObject({ language: 'en' });
    expect(await company.open({ use: { file: 'hue' } }).configFor(company.at('a.md'))).toMatchObject({
      language: 'vi',
    });
    const missing = { use: { file: 'nowhere.json' } };
    expect(await company.complaint('a.md', missing)).toBe('There is no configuration in nowhere.json.');
  });

  test.each([
    ['plan-call.config.json', 'plan-call.config.yaml'],
    ['plan-call.config.yaml', 'plan-call.config.yml'],
    ['plan-call.config.yml', 'package.json'],
  ])('is not to be had twice: %s and %s', async (first, second) => {
    const company = companyFolder({ [first]: '', [second]: '{"plan-call": {}}' });
    const complaint = await company.complaint('a/b.md');
    expect(complaint).toBe(`One folder has two configurations: ${first} and ${second}. Keep one of them.`);
  });
});

describe('extends', () => {
  test('builds upon files, the later winning, and the file itself over all', async () => {
    const company = companyFolder({
      'plan-call.config.json': {
        extends: ['./shared/one.json', 'shared/two.yaml'],
        rules: { 'courtesy-call': 'off' },
      },
      'shared/one.json': {
        language: 'vi',
        dateOrder: 'mdy',
        rules: { 'courtesy-call': 'warn', 'price-concession': 'error', appeasement: 'error' },
        columns: { purpose: 'Subject', owner: 'Assigned' },
        overrides: [{ files: '**', rules: { 'courtesy-call': 'error' } }],
      },
      'shared/two.yaml': 'extends: ../three.yml\nlanguage: ro\ncolumns: {owner: Owner}',
      'three.yml': 'rules: {appeasement: off}\nmaxWarnings: 7',
    });
    const config = await company.open().configFor(company.at('a.md'));
    expect([...config.levels]).toEqual([
      ['courtesy-call', 'off'],
      ['price-concession', 'error'],
      ['appeasement', 'off'],
    ]);
    expect(config).toMatchObject({
      language: 'ro',
      dateOrder: 'mdy',
      maxWarnings: 7,
      columns: { purpose: 'Subject', owner: 'Owner' },
    });
    expect(company.from(config.from)).toEqual([
      'shared/one.json',
      'three.yml',
      'shared/two.yaml',
      'plan-call.config.json',
    ]);
  });

  test('finds a package as Node does', async () => {
    const company = companyFolder({
      'cluj/plan-call.config.json': { extends: ['acme-style', '@acme/style/strict.yaml', '@acme/plain'] },
      'node_modules/acme-style/plan-call.config.json': { language: 'vi', ignore: 'drafts/' },
      'cluj/node_modules/@acme/style/strict.yaml': 'dateOrder: dmy',
      'node_modules/@acme/plain/package.json': { name: '@acme/plain', 'plan-call': { maxWarnings: 1 } },
    });
    const configs = company.open();
    expect(await configs.configFor(company.at('cluj/a.md'))).toMatchObject({
      language: 'vi',
      dateOrder: 'dmy',
      maxWarnings: 1,
    });
    // A package's patterns are meant for whoever builds upon it.
    expect(await configs.isIgnored(company.at('cluj/drafts/a.md'), 'file')).toBe(true);
    expect(await configs.isIgnored(company.at('drafts/a.md'), 'file')).toBe(false);
  });

  test('in a circle is an error that shows the circle', async () => {
    const company = companyFolder({
      'plan-call.config.json': '{\n  "extends": "a.yaml"\n}',
      'a.yaml': 'extends: [b.yaml]',
      'b.yaml': 'language: vi\nextends:\n  - plain.yaml\n  - a.yaml',
      'plain.yaml': '',
    });
    expect(await company.complaint('a.md')).toBe(
      'b.yaml:4 extends.1: The files build upon each other in a circle: a.yaml → b.yaml → a.yaml',
    );
  });

  test('of the same file twice is no circle', async () => {
    const company = companyFolder({
      'plan-call.config.json': { extends: ['a.yaml', 'b.yaml'] },
      'a.yaml': 'extends: base.yaml',
      'b.yaml': 'extends: base.yaml',
      'base.yaml': 'ruleFiles: golf-round.yaml\nphrases: {courtesy-call: {en: [blue binder]}}',
      'golf-round.yaml': GOLF,
    });
    const config = await company.open().configFor(company.at('a.md'));
    expect(companyRulesOf(config).rules.map(({ id }) => id)).toEqual(['golf-round']);
    expect(config.phrases).toEqual([{ owner: 'courtesy-call', language: 'en', text: 'blue binder' }]);
    expect(company.from(config.from)).toEqual(['base.yaml', 'a.yaml', 'b.yaml', 'plan-call.config.json']);
  });

  test('of what is not there is an error', async () => {
    const company = companyFolder({ 'plan-call.config.yaml': 'extends:\n  - ./nowhere.yaml\n  - acme' });
    expect(await company.complaint('a.md')).toBe(
      [
        'plan-call.config.yaml:2 extends.0: There is no configuration “./nowhere.yaml”, neither as a file nor as a package.',
        'plan-call.config.yaml:3 extends.1: There is no configuration “acme”, neither as a file nor as a package.',
      ].join('\n'),
    );
  });

  test('leaves paths relative to the file that they stand in', async () => {
    const company = companyFolder({
      'team/plan-call.config.json': { extends: '../shared/base.json' },
      'shared/base.json': { baseline: 'known.json', ruleFiles: ['rules/*.yaml'] },
      'shared/rules/golf-round.yaml': GOLF,
    });
    const config = await company.open().configFor(company.at('team/a.md'));
    expect(config.baseline).toBe(company.at('shared/known.json'));
    expect(company.from(config.ownRules.map(({ file }) => file))).toEqual(['shared/rules/golf-round.yaml']);
  });
});

describe('overrides', () => {
  const company = () =>
    companyFolder({
      'plan-call.config.json': {
        language: 'en',
        columns: { purpose: 'Subject' },
        rules: { 'courtesy-call': 'warn' },
        overrides: [
          { files: ['cluj/**', 'sibiu/'], language: 'ro', rules: { 'courtesy-call': 'off' } },
          {
            files: '*.csv',
            excludedFiles: ['old.csv', 'cluj/*.csv'],
            columns: { owner: 'Rep' },
            dateOrder: 'mdy',
          },
          {
            files: 'cluj/late/**',
            rules: { 'courtesy-call': 'error' },
            phrases: { 'elapsed-time': { ro: ['pe la ei'] } },
          },
          { files: 'hu\u1ebf/**', language: 'vi' },
        ],
      },
    });

  test.each([
    ['a.md', 'en', 'warn', undefined],
    ['cluj/a.md', 'ro', 'off', undefined],
    ['sibiu/2026/a.md', 'ro', 'off', undefined],
    ['cluj/late/a.md', 'ro', 'error', undefined],
    ['deep/er/a.csv', 'en', 'warn', 'mdy'],
    ['deep/old.csv', 'en', 'warn', undefined],
    ['cluj/a.csv', 'ro', 'off', undefined],
    ['cluj/late/a.csv', 'ro', 'error', 'mdy'],
    ['hue\u0302\u0301/.a.md', 'vi', 'warn', undefined],
  ])(
    'hold for the files that they name, later ones winning: %s',
    async (path, language, level, dateOrder) => {
      const { open, at } = company();
      const config = await open().configFor(at(path));
      expect(config).toMatchObject({ language, dateOrder });
      expect(config.levels.get('courtesy-call')).toBe(level);
      expect(config.columns).toEqual(
        dateOrder === undefined ? { purpose: 'Subject' } : { purpose: 'Subject', owner: 'Rep' },
      );
      expect(config.phrases).toHaveLength(path.includes('late') ? 1 : 0);
    },
  );

  test('give the same object wherever the same holds', async () => {
    const { open, at } = company();
    const configs = open();
    const one = await configs.configFor(at('cluj/a.md'));
    expect(await configs.configFor(at('sibiu/b.md'))).toBe(one);
    expect(await configs.configFor(at('c.md'))).not.toBe(one);
  });

  test('of a file above hold relative to that file', async () => {
    const { open, at } = companyFolder({
      'plan-call.config.json': { overrides: [{ files: 'cluj/late/*', language: 'ro' }] },
      'cluj/plan-call.config.json': { extends: '../plan-call.config.json' },
    });
    const configs = open();
    expect(await configs.configFor(at('cluj/late/a.md'))).toMatchObject({ language: 'ro' });
  });

  test('are not for the run as a whole', async () => {
    const { open } = companyFolder({
      'plan-call.config.json': { overrides: [{ files: '**', language: 'ro' }] },
    });
    expect((await open().runConfig()).language).toBeUndefined();
  });
});
