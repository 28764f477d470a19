import * as fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configFile } from '../../src/config/config-file.ts';
import { speakerOf } from '../../src/messages.ts';
import { LANGUAGES } from '../../src/rules/rule.ts';
import { GOLF, companyFolder } from './company-folder.ts';

const NAME = 'plan-call.config.json';
const complaintOf = (text: string, name = NAME) => companyFolder({ [name]: text }).complaint('a.md');

describe('what is wrong is named with file, line and key', () => {
  test.each([
    ['{\n  "ruels": {}\n}', '2 ruels: There is no key “ruels” here. Did you mean “rules”?'],
    [
      '{\n "overrides": [{\n  "file": "*.md",\n  "files": "*.md"\n }]\n}',
      '3 overrides.0.file: There is no key “file” here. Did you mean “files”?',
    ],
    [
      '{"overrides": [{"files": "a", "baseline": "b"}]}',
      '1 overrides.0.baseline: There is no key “baseline” here. The keys are: files, excludedFiles, rules, phrases, language, columns, dateOrder.',
    ],
    [
      '{"columns": {\n"purposes": "Subject"}}',
      '2 columns.purposes: There is no key “purposes” here. Did you mean “purpose”?',
    ],
    [
      '{"phrases": {"courtesy-call": {\n"de": ["Hallo"]}}}',
      '2 phrases.courtesy-call.de: There is no key “de” here. The keys are: en, vi, ro.',
    ],
    [
      '{"rules": {\n\n"courtesy-call": 2}}',
      '3 rules.courtesy-call: This has to be one of: off, warn, error.',
    ],
    ['{"language": "de"}', '1 language: This has to be one of: en, vi, ro.'],
    ['{"dateOrder": null}', '1 dateOrder: This has to be one of: dmy, mdy.'],
    ['{"extends": 1}', '1 extends: This has to be a text, or a list of texts.'],
    ['{"overrides": [{}]}', '1 overrides.0.files: This has to be a text, or a list of texts.'],
    ['{"overrides": {}}', '1 overrides: This has to be a list.'],
    ['{"rules": []}', '1 rules: This has to be an object with keys.'],
    ['{"gitignore": "yes"}', '1 gitignore: This has to be true or false.'],
    ['{"maxWarnings": -1}', '1 maxWarnings: This has to be a whole number, 0 or more.'],
    ['{"maxWarnings": 1.5}', '1 maxWarnings: This has to be a whole number, 0 or more.'],
    ['{"maxWarnings": "3"}', '1 maxWarnings: This has to be a whole number, 0 or more.'],
    ['{"baseline": 3}', '1 baseline: This has to be a text.'],
    ['{"baseline": ""}', '1 baseline: This is empty. Fill it in, or leave the key out.'],
    ['[]', '1: This has to be an object with keys.'],
    ['{\n"rules": {},\n}', '3: This is no JSON: '],
    ['{\n"rules": {\n', '3: This is no JSON: '],
    ['', '1: This is no JSON: '],
    [
      '{"rules": {\n"courtesy-cal": "off"}}',
      '2 rules.courtesy-cal: There is no rule “courtesy-cal”. Did you mean “courtesy-call”?',
    ],
    [
      '{"rules": {"golf-round": "off"}}',
      '1 rules.golf-round: There is no rule “golf-round”. plan-call rules lists them.',
    ],
    [
      '{"rules": {"constructor": "off"}}',
      '1 rules.constructor: There is no rule “constructor”. plan-call rules lists them.',
    ],
    [
      '{"phrases": {"elapsd-time": {"en": ["long ago"]}}}',
      '1 phrases.elapsd-time: There is no rule “elapsd-time”. Did you mean “elapsed-time”?',
    ],
    [
      '{"phrases": {"open-commitment": {"en": ["owed"]}}}',
      '1 phrases.open-commitment: The rule open-commitment does not go by phrases; take them out.',
    ],
    [
      '{"phrases": {"elapsed-time": {"en": ["long",\n"(ago"]}}}',
      '2 phrases.elapsed-time.en.1: The phrase is not written in the notation: “(ago”: “)” is missing',
    ],
    [
      '{"phrases": {"elapsed-time": {"vi": ["<insult-en> x"]}}}',
      '1 phrases.elapsed-time.vi.0: The phrase is not written in the notation: “<insult-en> x”: there is no word list “insult-en”',
    ],
    ['{"ruleFiles": "rules/*.yaml"}', '1 ruleFiles: “rules/*.yaml” matches no .yaml file.'],
  ])('%j', async (text, complaint) => {
    const told = await complaintOf(text);
    expect(told.slice(0, `${NAME}:${complaint}`.length)).toBe(`${NAME}:${complaint}`);
  });

  test('in YAML', async () => {
    expect(await complaintOf('language: ro\nrules:\n  courtesy-call: of\n', 'plan-call.config.yaml')).toBe(
      'plan-call.config.yaml:3 rules.courtesy-call: This has to be one of: off, warn, error.',
    );
    expect(await complaintOf('language: ro\nrules: [\n', 'plan-call.config.yml')).toMatch(
      /^plan-call\.config\.yml:\d: This is no YAML: /,
    );
  });

  test('in YAML where a glob is taken for a reference, or references grow beyond measure', async () => {
    const quotes = 'What begins with * stands in quotes in YAML:';
    expect(await complaintOf('language: ro\nignore: *.md\n', 'plan-call.config.yaml')).toBe(
      `plan-call.config.yaml:2: ${quotes} "*.md"`,
    );
    expect(await complaintOf('ignore:\n  - "a"\n  - *drafts\n', 'plan-call.config.yaml')).toBe(
      `plan-call.config.yaml:3: ${quotes} "*drafts"`,
    );
    const names = [...'abcdefgh'];
    const lines = names.map(
      (name, i) =>
        `${name}: &${name} [${Array(9)
          .fill(i ? `*${names[i - 1]}` : 'x')
          .join()}]`,
    );
    expect(await complaintOf(lines.join('\n'), 'plan-call.config.yaml')).toMatch(
      /^plan-call\.config\.yaml:2: This is no YAML: /,
    );
  });

  test('in package.json', async () => {
    const text = '{\n  "name": "reports",\n  "plan-call": {\n    "langage": "ro"\n  }\n}';
    expect(await complaintOf(text, 'package.json')).toBe(
      'package.json:4 plan-call.langage: There is no key “langage” here. Did you mean “language”?',
    );
  });

  test('in a file that another one builds upon', async () => {
    const { complaint } = companyFolder({
      [NAME]: '{"extends": "base.yaml"}',
      'base.yaml': '\nmaxWarnings: many',
    });
    expect(await complaint('a.md')).toBe(
      'base.yaml:2 maxWarnings: This has to be a whole number, 0 or more.',
    );
  });
});

test('everything that is wrong is told at once', async () => {
  const text =
    '{"rules": {"nothing-like-it": "off"},\n"phrases": {"appeasement": {"en": ["x (y"]}},\n"ruleFiles": []}';
  const phrase = `${NAME}:2 phrases.appeasement.en.0: `;
  expect((await complaintOf(text)).split('\n')).toEqual([
    expect.stringContaining(phrase),
    `${NAME}:1 rules.nothing-like-it: There is no rule “nothing-like-it”. plan-call rules lists them.`,
  ]);
  // The rule may be in the file that is not there.
  expect((await complaintOf(text.replace('[]', '["golf.yaml"]'))).split('\n')).toEqual([
    expect.stringContaining(phrase),
    `${NAME}:3 ruleFiles.0: “golf.yaml” matches no .yaml file.`,
  ]);
});

describe('a rule file of the company', () => {
  const withRule = (rule: string, config: object = {}, name = 'golf-round.yaml') =>
    companyFolder({ [NAME]: { ruleFiles: ['rules'], ...config }, [`rules/${name}`]: rule });
  const line = (text: string) => GOLF.slice(0, GOLF.indexOf(text)).split('\n').length;

  test('is read with its rule, which counts as known', async () => {
    const { complaint, open, at } = withRule(GOLF, { rules: { 'golf-round': 'warn' } });
    expect(await complaint('a.md')).toBe('');
    const { ownRules } = await open().configFor(at('a.md'));
    expect(ownRules).toMatchObject([{ file: at('rules/golf-round.yaml'), rule: { id: 'golf-round' } }]);
    expect(await withRule(GOLF, { rules: { 'golf-rond': 'warn' } }).complaint('a.md')).toContain(
      'Did you mean “golf-round”?',
    );
  });

  test.each([
    ['level: error', 'level: fatal', `${line('level:')} level: `],
    [
      /title:\n(?:  .*\n)+/.exec(GOLF)?.[0] ?? '',
      'title: {}\n',
      `${line('title:')} title: Write this in one language at least: en, vi or ro.`,
    ],
    ['  ro: O partidă de golf\n', '  ro: 7\n', `${line('title:') + 3} title.ro: This has to be a text.`],
    ['  ro: O partidă de golf\n', '  fr: Du golf\n', 'title.fr: There is no key “fr” here.'],
    ['id: golf-round', 'id: Golf_Round', '1 id: An id is made of lower-case words joined by hyphens'],
    [
      '      - Round of golf with the plant manager\n',
      '      - txt: Round of golf\n',
      'examples.en.fires.0: An example is a text, or {text: …}',
    ],
    [
      /phrases:\n(?:  .*\n)+/.exec(GOLF)?.[0] ?? '',
      '',
      '1 phrases: A rule of yours finds by phrases; write some under phrases.',
    ],
    [
      '(round|game) of golf\n',
      '(round|game of golf\n',
      `${line('(round|game)')} phrases.en.0: The phrase is not written in the notation: “(round|game of golf”: “)” is missing`,
    ],
    [
      '<meal> and golf',
      '<meals> and golf',
      'phrases.en.1: The phrase is not written in the notation: “<meals> and golf”: there is no word list “meals”',
    ],
    ['id: golf-round', 'id: golf', '1 id: The file of the rule “golf” is to be named golf.yaml.'],
    [
      'yields-to: [hospitality-leverage]',
      'yields-to: [hospitality-leverag]',
      'yields-to.0: There is no rule “hospitality-leverag”. Did you mean “hospitality-leverage”?',
    ],
    [
      'applies: [purpose, report]',
      'applies: [store]',
      'applies: A rule of yours is looked for in purposes and reports: write purpose, report or both.',
    ],
    [
      'level: error',
      'level: error\ncheck: has-objective',
      'check: Only plan-call’s own rules have a check; a rule of yours finds by its phrases. Take it out.',
    ],
    ['id: golf-round', 'id: [golf-round', ''],
  ])('that is wrong is named with file, line and key: %j → %j', async (right, wrong, complaint) => {
    const rule = GOLF.replace(right, wrong);
    expect(rule).not.toBe(GOLF);
    const told = await withRule(rule, { rules: { 'golf-round': 'warn' } }).complaint('a.md');
    expect(told).toMatch(/^rules\/golf-round\.yaml:\d+/);
    expect(told).toContain(complaint);
    expect(told.split('\n')).toHaveLength(1);
  });

  test('needs to be said in one language only, which stands for the others', async () => {
    const alone = [
      'id: golf-round',
      'level: error',
      'applies: [report]',
      'source: Sổ tay bán hàng',
      'title: {vi: Đánh gôn với khách}',
      "message: {vi: '“{text}” là đi đánh gôn.'}",
      'advice: {vi: Hãy ghi điều khách sẽ quyết định.}',
      'phrases: {vi: [(đánh|chơi) gôn]}',
      'examples: {vi: {fires: [Đánh gôn với anh Sơn], passes: [Chốt lịch giao với anh Sơn]}}',
    ].join('\n');
    const { complaint, open, at } = withRule(alone);
    expect(await complaint('a.md')).toBe('');
    const { ownRules } = await open().configFor(at('a.md'));
    const vi = 'Đánh gôn với khách';
    expect(ownRules[0]?.rule.title).toEqual({ en: vi, vi, ro: vi });
  });

  test('may not have the id of a rule of ours', async () => {
    const rule = GOLF.replace('id: golf-round', 'id: courtesy-call');
    expect(await withRule(rule, {}, 'courtesy-call.yaml').complaint('a.md')).toBe(
      'rules/courtesy-call.yaml:1 id: plan-call has a rule “courtesy-call” itself. Give yours another id.',
    );
  });

  test('may not have the id of another one', async () => {
    const { complaint } = companyFolder({
      [NAME]: { ruleFiles: ['a/*', 'b/golf-round.yaml'] },
      'a/golf-round.yaml': GOLF,
      'b/golf-round.yaml': GOLF,
    });
    expect(await complaint('a.md')).toBe(
      'b/golf-round.yaml:1 id: a/golf-round.yaml has a rule “golf-round”, too. Give one of them another id.',
    );
  });
});

test.each(LANGUAGES)('is said in the language of the user: %s', async (language) => {
  const { complaint } = companyFolder({ [NAME]: '{"ruels": {}}' });
  const sentence = speakerOf(language).say('lint-config.unknown-key-near', { given: 'ruels', near: 'rules' });
  expect(await complaint('a.md', {}, language)).toBe(`${NAME}:1 ruels: ${sentence}`);
});

test('whatever a file says, it is read, or what is wrong is named with its line', async () => {
  const { complaint, at } = companyFolder({ [NAME]: '{}' });
  const values = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('off', 'en', './', NAME, '**', '!', ''),
    fc.dictionary(fc.constantFrom('courtesy-call', '__proto__', 'toString', 'en'), fc.jsonValue()),
    fc.array(fc.dictionary(fc.constantFrom('files', 'rules', 'phrases'), fc.jsonValue())),
  );
  // Rule files would be looked for all over the disk.
  const keys = Object.keys(configFile().shape).filter((key) => key !== 'ruleFiles');
  const configs = fc.dictionary(fc.constantFrom(...keys, '__proto__', 'x'), values);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), configs), async (config) => {
      fs.writeFileSync(at(NAME), JSON.stringify(config, undefined, 1));
      // An error that the user can do nothing about would be thrown.
      for (const line of (await complaint('a.md')).split('\n'))
        expect(line).toMatch(/^(?:$|plan-call\.config\.json:\d+.*: \S)/);
    }),
    { numRuns: 150 },
  );
});
