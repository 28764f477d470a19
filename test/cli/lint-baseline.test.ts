import * as fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/rules/rule.ts';
import { lintFolder, report } from '../support/lint-folder.ts';

const CLEAN = report('Get sign-off on drawing C.');
const COURTESY = report('Courtesy call.');
const CONTEMPT = 'The idiot in accounts lost it.';

/** The clean report with something more in its discussion. */
function discussed(...lines: readonly string[]): string {
  return CLEAN.replace('## Next step', `${lines.join('\n\n')}\n\n## Next step`);
}

describe('a comment in a report', () => {
  const next = (words: string) => discussed(`<!-- plan-call-disable-next-line${words} -->`, CONTEMPT);

  test.each([
    ['for the next line', next(' disparaging-language -- his own word')],
    ['for the next line, all rules', next(' -- his own word')],
    [
      'for the line',
      discussed(`${CONTEMPT} <!-- plan-call-disable-line disparaging-language -- his own word -->`),
    ],
    [
      'for a part',
      discussed(
        '<!-- plan-call-disable disparaging-language -- his own word -->',
        CONTEMPT,
        '<!-- plan-call-enable disparaging-language -->',
      ),
    ],
    ['for the rest', discussed('<!-- plan-call-disable -- his own word -->', CONTEMPT)],
  ])('suppresses what is found, and that is counted: %s', async (_, text) => {
    for (const form of [text, `\uFEFF${text.replaceAll('\n', '\r\n')}`]) {
      const { lint } = lintFolder({ 'a.md': form });
      expect(await lint(['a.md', '--max-warnings', '0'])).toEqual({
        code: 0,
        stdout: '✓ 1 report, nothing to say against it. (1 suppressed)\n',
        stderr: '',
      });
    }
  });

  test('counts from where it stands, until it is ended', async () => {
    const { told } = lintFolder({
      'a.md': discussed(
        CONTEMPT,
        '<!-- plan-call-disable -- quoted below -->',
        CONTEMPT,
        '<!-- plan-call-enable -->',
        CONTEMPT,
      ),
    });
    expect(await told(['a.md'])).toEqual(['a.md 21 disparaging-language', 'a.md 29 disparaging-language']);
  });

  test('is told to other programs, with its reason', async () => {
    const { lint, results } = lintFolder({ 'a.md': next(' disparaging-language -- his  own\nword') });
    const [file] = await results(['a.md']);
    expect(file?.messages).toEqual([]);
    expect(file?.suppressedMessages).toMatchObject([
      {
        ruleId: 'disparaging-language',
        line: 24,
        suppressions: [{ kind: 'directive', justification: 'his own word' }],
      },
    ]);
    const sarif = JSON.parse((await lint(['a.md', '--format', 'sarif'])).stdout);
    expect(sarif.runs[0].results).toMatchObject([
      {
        ruleId: 'disparaging-language',
        suppressions: [{ kind: 'inSource', justification: 'his own word' }],
      },
    ]);
  });

  test.each([
    [
      'no reason',
      next(' disparaging-language'),
      ['21 suppression-without-reason!', '23 disparaging-language'],
    ],
    [
      'a rule that there is not',
      next(' disparaging-languag -- his own word'),
      ['21 unknown-rule-in-suppression!', '23 disparaging-language'],
    ],
    [
      'a misspelt word',
      discussed('<!-- plan-call-disable-nextline disparaging-language -- his own word -->', CONTEMPT),
      ['21 unknown-directive!', '23 disparaging-language'],
    ],
    [
      'nothing to suppress',
      discussed('<!-- plan-call-disable-next-line courtesy-call -- no more -->', 'Ion checked the flange.'),
      ['21 unused-suppression'],
    ],
    [
      'nothing to end',
      discussed('<!-- plan-call-enable -->', 'Ion checked the flange.'),
      ['21 unused-suppression'],
    ],
  ])('with %s is itself told', async (_, text, expected) => {
    const { told, lint } = lintFolder({ 'a.md': text });
    expect(await told(['a.md'])).toEqual(expected.map((one) => `a.md ${one}`));
    const isError = expected.some((one) => one.endsWith('!'));
    const quiet = await lint(['a.md', '--quiet']);
    expect(quiet.code).toBe(isError ? 1 : 0);
    expect(quiet.stdout).toContain(isError ? '1 error, 0 warnings' : 'nothing to say against it');
  });

  test.each([
    ['en', 'Write why behind two hyphens', 'Did you mean courtesy-call?', '1 suppressed'],
    ['vi', 'Hãy ghi lý do sau hai dấu gạch nối', 'Có phải bạn muốn viết courtesy-call?', '1 mục được bỏ qua'],
    ['ro', 'Scrie motivul după două cratime', 'Ai vrut să scrii courtesy-call?', '1 ignorată'],
  ])('says so in the language of the user: %s', async (language, reason, rule, count) => {
    const { lint } = lintFolder({
      'a.md': discussed(
        '<!-- plan-call-disable-line -->',
        '<!-- plan-call-disable-line courtesy-cal -- why -->',
        '<!-- plan-call-disable-next-line disparaging-language -- why -->',
        CONTEMPT,
      ),
    });
    const text = (await lint(['a.md', '--lang', language])).stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain(reason);
    expect(text).toContain(rule);
    expect(text).toContain(count);
  });

  test('may name a rule of the company', async () => {
    const rule = [
      'id: blue-binder',
      'level: error',
      'applies: [report]',
      'source: Handbook',
      'title: {en: Blue binder}',
      'message: {en: The blue binder again.}',
      'advice: {en: Leave it in the car.}',
      'phrases: {en: [blue binder]}',
      'examples: {en: {fires: [The blue binder], passes: [The price list]}}',
    ].join('\n');
    const { lint } = lintFolder({
      'plan-call.config.json': { ruleFiles: 'rules' },
      'rules/blue-binder.yaml': rule,
      'a.md': discussed('The blue binder. <!-- plan-call-disable-line blue-binder -- he asked for it -->'),
    });
    expect(await lint(['a.md'])).toMatchObject({ code: 0, stdout: expect.stringContaining('1 suppressed') });
  });
});

describe('a baseline', () => {
  const KNOWN = ['--baseline', 'known.json'];

  test('lets pass what was there, and then only what is new fails and is shown', async () => {
    const { lint, told, write, read, at } = lintFolder({
      'cluj/a.md': COURTESY,
      'cluj/b.md': discussed(CONTEMPT),
      'c.md': CLEAN,
    });
    expect(await lint(['.', ...KNOWN, '--update-baseline'])).toEqual({
      code: 0,
      stdout: '✓ 3 reports, nothing to say against them. (2 suppressed)\n',
      stderr: 'Baseline written: known.json\n',
    });
    expect(JSON.parse(read('known.json'))).toEqual({
      version: 1,
      files: { 'cluj/a.md': { 'courtesy-call': 1 }, 'cluj/b.md': { 'disparaging-language': 1 } },
    });
    expect(await lint(['.', ...KNOWN, '--max-warnings', '0'])).toMatchObject({ code: 0, stderr: '' });

    write('c.md', report('Was in the area.'));
    write('cluj/a.md', `\uFEFF${COURTESY.replace('---', '---\r\nowner: Ana Pop')}`);
    expect(await told(['.', ...KNOWN])).toEqual(['c.md 7 convenience-stop!']);
    expect(await lint(['.', ...KNOWN])).toMatchObject({ code: 1, stderr: '' });
    expect((await lint(['.', ...KNOWN, '--quiet'])).stdout).toContain('1 error, 0 warnings, 2 suppressed');
    // Names in it do not depend on where the program is called.
    expect((await lint(['a.md', '--baseline', '../known.json'], { cwd: at('cluj') })).code).toBe(0);
  });

  test('shows all findings of a rule in a report that has one more, and says so', async () => {
    const { lint, told, write } = lintFolder({ 'a.md': discussed(CONTEMPT) });
    await lint(['a.md', ...KNOWN, '--update-baseline']);
    write('a.md', discussed('The idiot in the warehouse lost it.', CONTEMPT));
    expect(await told(['a.md', ...KNOWN])).toEqual([
      'a.md 21 disparaging-language',
      'a.md 23 disparaging-language',
    ]);
    for (const [language, words] of [
      ['en', 'a.md: 2 × disparaging-language, the baseline lets 1 pass. All of them are shown'],
      ['vi', 'a.md: 2 × disparaging-language, tệp mốc chỉ cho qua 1. Mọi lỗi loại này đều được nêu'],
      ['ro', 'a.md: 2 × disparaging-language, iar fișierul de referință îngăduie 1. Sunt arătate toate'],
    ] as const)
      expect((await lint(['a.md', ...KNOWN, '--lang', language])).stderr).toContain(words);
  });

  test('tells of what was put right, and is lowered to that', async () => {
    const { lint, write, read } = lintFolder({ 'a.md': COURTESY, 'b.md': COURTESY });
    await lint(['.', ...KNOWN, '--update-baseline']);
    write('a.md', CLEAN);
    for (const [language, words] of [
      ['en', '1 finding of the baseline is gone. --prune-baseline takes it out'],
      ['vi', '1 lỗi trong tệp mốc không còn nữa. --prune-baseline'],
      ['ro', 'O greșeală din fișierul de referință nu mai există. --prune-baseline'],
    ] as const)
      expect(await lint(['.', ...KNOWN, '--lang', language])).toMatchObject({
        code: 0,
        stderr: expect.stringContaining(words),
      });
    // What is new is not taken up when it is lowered.
    write('a.md', report('Was in the area.'));
    expect(await lint(['.', ...KNOWN, '--prune-baseline'])).toMatchObject({
      code: 1,
      stderr: 'Baseline written: known.json\n',
    });
    expect(JSON.parse(read('known.json')).files).toEqual({ 'b.md': { 'courtesy-call': 1 } });
    expect((await lint(['.', ...KNOWN, '--prune-baseline'])).stderr).toBe(
      'The baseline is as it should be: known.json\n',
    );
    write('a.md', COURTESY);
    expect((await lint(['.', ...KNOWN])).code).toBe(1);
  });

  test('is not lowered for files that were not linted, unless they are gone', async () => {
    const { lint, read, at } = lintFolder({
      'cluj/a.md': COURTESY,
      'hue/b.md': COURTESY,
      'hue/c.md': COURTESY,
      'plan-call.config.json': { ignore: ['never'] },
    });
    const names = () => Object.keys(JSON.parse(read('known.json')).files);
    await lint(['.', ...KNOWN, '--update-baseline']);
    expect((await lint(['cluj', ...KNOWN])).stderr).toBe('');
    for (const change of ['--update-baseline', '--prune-baseline'])
      expect((await lint(['cluj/a.md', ...KNOWN, change])).stderr).toContain('as it should be');
    expect(names()).toEqual(['cluj/a.md', 'hue/b.md', 'hue/c.md']);
    fs.rmSync(at('hue/c.md'));
    expect((await lint(['cluj', ...KNOWN])).stderr).toContain('1 finding of the baseline is gone');
    await lint(['cluj', ...KNOWN, '--prune-baseline']);
    expect(names()).toEqual(['cluj/a.md', 'hue/b.md']);
  });

  test('knows the rows of a table by their ids, as they come and go', async () => {
    const header = 'Id,Subject,Notes';
    const rows = [
      'x1,Courtesy call,ok',
      'x2,Sign the NDA,The idiot in accounts lost it',
      'x3,Sign the NDA,ok',
    ];
    const { lint, told, write, read } = lintFolder({ 'calls.csv': [header, ...rows].join('\n') });
    await lint(['calls.csv', ...KNOWN, '--update-baseline']);
    expect(JSON.parse(read('known.json'))).toMatchObject({
      rows: { 'calls.csv': { x1: { 'courtesy-call': 1 }, x2: { 'disparaging-language': 1 } } },
    });
    const next = ['x9,Courtesy call,ok', rows[1], rows[2], rows[0]];
    write('calls.csv', [header, ...next].join('\n'));
    expect(await told(['calls.csv', ...KNOWN])).toEqual(['calls.csv 2 courtesy-call!']);
    write('calls.csv', [header, rows[1]].join('\n'));
    const { stderr } = await lint(['calls.csv', ...KNOWN, '--prune-baseline']);
    expect(stderr).toContain('Baseline written');
    expect(Object.keys(JSON.parse(read('known.json')).rows['calls.csv'])).toEqual(['x2']);
    // A row with more than it is allowed is shown with its number.
    write(
      'calls.csv',
      [header, 'x2,Sign the NDA,"The idiot in accounts lost it.\nThe idiot in the warehouse lost it."'].join(
        '\n',
      ),
    );
    expect((await lint(['calls.csv', ...KNOWN])).stderr).toContain(
      'calls.csv, row 2: 2 × disparaging-language, the baseline lets 1 pass.',
    );
  });

  test('is told to other programs', async () => {
    const { lint, results } = lintFolder({ 'a.md': COURTESY });
    await lint(['a.md', ...KNOWN, '--update-baseline']);
    const [file] = await results(['a.md', ...KNOWN]);
    expect(file?.messages).toEqual([]);
    expect(file?.suppressedMessages).toMatchObject([
      { ruleId: 'courtesy-call', suppressions: [{ kind: 'file' }] },
    ]);
    const sarif = JSON.parse((await lint(['a.md', ...KNOWN, '--format', 'sarif'])).stdout);
    expect(sarif.runs[0].results).toMatchObject([{ suppressions: [{ kind: 'external' }] }]);
  });

  test('may be named by the configuration, beside which it lies', async () => {
    const { lint, read, at } = lintFolder({
      'plan-call.config.json': { baseline: 'settings/known.json', maxWarnings: 0 },
      'settings/readme.txt': '',
      'cluj/a.md': COURTESY,
    });
    const first = await lint(['.']);
    expect(first).toEqual({
      code: 2,
      stdout: '',
      stderr: 'There is no baseline settings/known.json. --update-baseline writes it.\n',
    });
    expect((await lint(['a.md', '--update-baseline'], { cwd: at('cluj') })).code).toBe(0);
    expect(JSON.parse(read('settings/known.json')).files).toEqual({ '../cluj/a.md': { 'courtesy-call': 1 } });
    expect((await lint(['.'])).code).toBe(0);
    expect((await lint(['.', '--no-config'])).code).toBe(1);
  });

  test.each([
    ['{"version": 1, "files": ', 'is no baseline: it holds no JSON object.'],
    ['[]', 'is no baseline: it holds no JSON object.'],
    ['{"version": 2}', 'comes from a newer plan-call. Update this one.'],
    ['{"version": 1, "file": {}}', 'a baseline has no “file”. It has: version, files, rows.'],
    ['{"version": 1, "files": {"a.md": {"courtesy-call": 0}}}', '“files.a.md.courtesy-call” has to be: 1, 2'],
  ])('that is none stops the run: %s', async (text, sentence) => {
    const { lint, read } = lintFolder({ 'a.md': COURTESY, 'known.json': text });
    for (const change of [[], ['--update-baseline']])
      expect(await lint(['a.md', ...KNOWN, ...change])).toEqual({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining(sentence),
      });
    expect(read('known.json')).toBe(text);
  });

  test.each(LANGUAGES)(
    'that is missing, or not named, stops the run, and the way out is told: %s',
    async (language) => {
      const { lint } = lintFolder({ 'a.md': COURTESY });
      const lang = ['--lang', language];
      for (const change of [[], ['--prune-baseline']])
        expect(await lint(['a.md', ...KNOWN, ...change, ...lang])).toEqual({
          code: 2,
          stdout: '',
          stderr: expect.stringMatching(/known\.json.*--update-baseline/),
        });
      expect(await lint(['a.md', '--update-baseline', ...lang])).toEqual({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/--baseline plan-call\.baseline\.json\n$/),
      });
    },
  );

  test('by the real executable', () => {
    const { execute, write } = lintFolder({ 'a.md': COURTESY });
    expect(execute(['.', ...KNOWN, '--update-baseline']).code).toBe(0);
    write('b.md', COURTESY);
    expect(execute(['.', ...KNOWN])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^b\.md\n[^]*1 error, 0 warnings, 1 suppressed/),
    });
  });
});
