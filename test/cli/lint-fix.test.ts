import * as fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/folders.ts';
import { lintFolder, report } from '../support/lint-folder.ts';

const LABEL = 'Courtesy visit to agree the start date of the pilot.';
const RESULT = 'Agree the start date of the pilot.';
const BEFORE = report(LABEL);
const AFTER = report(RESULT);
/** With a warning that nobody can repair, and letters that not every encoding has in the same place. */
const CONTEMPT = 'Domnul Ionuț Șerban a plecat. The idiot in accounts lost it.';
const withRest = (text: string) => text.replace('## Next step', `${CONTEMPT}\n\n## Next step`);

function utf16(text: string, isBig: boolean): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}

describe('--fix', () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  const latin = (text: string) => Buffer.from(text.replace('Nordic', 'Café Nörd'), 'latin1');
  test.each<[string, (text: string) => string | Buffer]>([
    ['as it is', (text) => text],
    ['CRLF', crlf],
    ['a byte order mark and CRLF', (text) => `\uFEFF${crlf(text)}`],
    ['no line end at the end, spaces at line ends', (text) => text.trimEnd().replaceAll('\n\n', ' \n\n')],
    ['UTF-16 LE', (text) => utf16(crlf(withRest(text)), false)],
    ['UTF-16 BE', (text) => utf16(withRest(text), true)],
    ['windows-1252', latin],
    ['letters and marks apart', (text) => withRest(text).normalize('NFD')],
  ])('leaves all else in the file byte for byte: %s', async (_, form) => {
    const { lint, at } = lintFolder({ 'a.md': form(BEFORE) });
    const run = await lint(['a.md', '--fix']);
    expect(fs.readFileSync(at('a.md'))).toEqual(Buffer.from(form(AFTER)));
    expect(run).toMatchObject({ code: 0, stderr: 'a.md 1 place repaired\n' });
    expect(await lint(['a.md', '--fix'])).toEqual({ ...run, stderr: '' });
  });

  test('reports what remains, in the places where it is now', async () => {
    const two = withRest(report('Courtesy visit\nto agree the start date of the pilot.'));
    const { lint, write, told, read } = lintFolder({
      'a.md': withRest(BEFORE),
      'b.md': report('Courtesy call.'),
    });
    const run = await lint(['.', '--fix']);
    expect(run.code).toBe(1);
    expect(run.stderr).toBe('a.md 1 place repaired\n');
    expect(run.stdout).toContain('! warning 21:31  “The idiot in accounts”');
    expect(run.stdout).toContain('b.md\n  ✗ error 7:1');
    expect(run.stdout).toContain('2 reports: 1 error, 1 warning\n');
    expect(read('b.md')).toBe(report('Courtesy call.'));
    const quiet = await lint(['a.md', '--fix', '--quiet']);
    expect(quiet).toEqual({ code: 0, stdout: '✓ 1 report, nothing to say against it.\n', stderr: '' });
    write('a.md', two);
    expect(await told(['a.md'])).toEqual(['a.md 7 courtesy-call!', 'a.md 22 disparaging-language']);
    expect(await told(['a.md', '--fix'])).toEqual(['a.md 21 disparaging-language']);
  });

  test.each([
    ['en', '1 place repaired'],
    ['vi', 'đã sửa 1 chỗ'],
    ['ro', '1 loc reparat'],
  ])('counts in the language of the user: %s', async (language, words) => {
    const { lint } = lintFolder({ 'a.md': BEFORE });
    const run = await lint(['a.md', '--fix', '--quiet', '--lang', language]);
    expect(run).toMatchObject({ code: 0, stderr: `a.md ${words}\n` });
  });

  test('does to a file what editors do by the fixes in JSON', async () => {
    const { lint, results, read } = lintFolder({ 'a.md': `\uFEFF${withRest(BEFORE)}` });
    const [file] = await results(['a.md']);
    const before = read('a.md');
    const fixes = file?.messages.flatMap(({ fix }) => fix ?? []) ?? [];
    expect(fixes).toHaveLength(1);
    const [{ range, text } = { range: [0, 0], text: '' }] = fixes;
    await lint(['a.md', '--fix']);
    expect(read('a.md')).toBe(before.slice(0, range[0]) + text + before.slice(range[1]));
    const [after] = await results(['a.md']);
    expect(after?.messages.filter(({ fix }) => fix !== undefined)).toEqual([]);
  });

  test('leaves nothing to repair in any of the reports that we have', async () => {
    const folder = `${ROOT}/test/fixtures/reports`;
    const names = fs.readdirSync(folder);
    const { lint, results } = lintFolder({
      ...Object.fromEntries(names.map((name) => [name, fs.readFileSync(`${folder}/${name}`)])),
      'label.md': BEFORE,
    });
    await lint(['.', '--fix']);
    const left = (await results(['.'])).flatMap(({ messages }) => messages.flatMap(({ fix }) => fix ?? []));
    expect(left).toEqual([]);
    expect((await lint(['.', '--fix'])).stderr).not.toContain('repaired');
  });

  test('leaves a file alone that is write-protected, and says so', async () => {
    for (const [language, words] of [
      ['en', 'a.md is write-protected. It was left as it is.'],
      ['vi', 'a.md được bảo vệ chống ghi. Tệp được giữ nguyên.'],
      ['ro', 'a.md este protejat la scriere. A rămas cum era.'],
    ] as const) {
      const { lint, at, read } = lintFolder({ 'a.md': BEFORE });
      fs.chmodSync(at('a.md'), 0o444);
      const run = await lint(['a.md', '--fix', '--lang', language]);
      expect(run.stderr).toContain(words);
      expect(run.stdout).toContain('[courtesy-call]');
      expect(run.code).toBe(1);
      expect(read('a.md')).toBe(BEFORE);
    }
  });

  test('repairs what a link leads to, and it stays a link', async () => {
    const { lint, at, read } = lintFolder({ 'real/a.txt': BEFORE });
    fs.symlinkSync(at('real/a.txt'), at('link.md'));
    expect((await lint(['link.md', '--fix'])).code).toBe(0);
    expect(fs.lstatSync(at('link.md')).isSymbolicLink()).toBe(true);
    expect(read('real/a.txt')).toBe(AFTER);
  });

  test.each(['-', '--stdin', '--stdin-filename=a.md'])(
    'is refused with standard input: %s',
    async (input) => {
      const { lint, read } = lintFolder({ 'a.md': BEFORE });
      for (const [language, words] of [
        ['en', 'can only be looked at: --fix-dry-run.\n'],
        ['vi', '--fix-dry-run'],
        ['ro', '--fix-dry-run'],
      ] as const)
        expect(await lint([input, '--fix', '--lang', language], { stdin: BEFORE })).toEqual({
          code: 2,
          stdout: '',
          stderr: expect.stringContaining(words),
        });
      expect(read('a.md')).toBe(BEFORE);
    },
  );

  test('does not touch what somebody stands by, or what a configuration is not told of', async () => {
    const stood = BEFORE.replace(
      LABEL,
      `<!-- plan-call-disable-next-line courtesy-call -- new owner -->\n${LABEL}`,
    );
    const { lint, read } = lintFolder({
      'a.md': stood,
      'off/plan-call.config.json': { rules: { 'courtesy-call': 'off' } },
      'off/b.md': BEFORE,
      'c.csv': `Subject,Notes\n${LABEL},ok\n`,
    });
    const run = await lint(['.', '--fix']);
    expect(run.stderr).not.toContain('repaired');
    expect(read('a.md')).toBe(stood);
    expect(read('off/b.md')).toBe(BEFORE);
    // A table belongs to the system that it was exported from.
    expect(read('c.csv')).toContain(LABEL);
    expect(run.stdout).toContain('1 error, 0 warnings, 1 suppressed');
  });

  test('repairs what a rule says at another level, and what the baseline lets pass', async () => {
    const { lint, read, write } = lintFolder({
      'a.md': BEFORE,
      'plan-call.config.json': { rules: { 'courtesy-call': 'warn' } },
    });
    await lint(['a.md', '--fix']);
    expect(read('a.md')).toBe(AFTER);
    write('a.md', BEFORE);
    const known = ['a.md', '--baseline', 'known.json'];
    await lint([...known, '--update-baseline']);
    expect((await lint([...known, '--fix'])).stderr).toBe(
      [
        'a.md 1 place repaired',
        '1 finding of the baseline is gone. --prune-baseline takes it out, so that it does not come back unseen.',
        '',
      ].join('\n'),
    );
    expect(read('a.md')).toBe(AFTER);
    write('a.md', BEFORE);
    await lint([...known, '--fix', '--update-baseline']);
    expect(JSON.parse(read('known.json')).files).toEqual({});
  });
});

describe('--fix-dry-run', () => {
  test('shows what would change, and changes nothing', async () => {
    const { lint, at, read } = lintFolder({ 'cluj/a.md': BEFORE, 'b.md': AFTER });
    const { mtimeMs } = fs.statSync(at('cluj/a.md'));
    const run = await lint(['.', '--fix-dry-run']);
    expect(run.stdout).toContain(
      [
        '--- cluj/a.md',
        '+++ cluj/a.md',
        '@@ -5,5 +5,5 @@',
        ' ',
        ' ## Purpose',
        `-${LABEL}`,
        `+${RESULT}`,
      ].join('\n'),
    );
    expect(run.stdout).toContain('2 reports: 1 error, 0 warnings\n');
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(read('cluj/a.md')).toBe(BEFORE);
    expect(fs.statSync(at('cluj/a.md')).mtimeMs).toBe(mtimeMs);
    expect((await lint(['.', '--fix-dry-run', '--quiet'])).stdout).toBe(run.stdout);
    // Whoever names both wants to look first.
    expect((await lint(['.', '--fix', '--fix-dry-run'])).stdout).toBe(run.stdout);
    expect(read('cluj/a.md')).toBe(BEFORE);
  });

  test('shows it for standard input, too, but only as text', async () => {
    const { lint } = lintFolder({});
    const run = await lint(['--stdin-filename', 'a.md', '--fix-dry-run'], { stdin: BEFORE });
    expect(run.stdout).toContain(`-${LABEL}\n+${RESULT}\n`);
    expect(await lint(['--stdin', '--fix-dry-run', '--format', 'json'], { stdin: BEFORE })).toEqual({
      code: 2,
      stdout: '',
      stderr: '--fix-dry-run shows a diff; it does not go with --format or --summary.\n',
    });
  });

  test('shows a diff that other programs can apply, by the real executable', () => {
    const { execute, read } = lintFolder({ 'a.md': BEFORE });
    expect(execute(['a.md', '--fix-dry-run', '--output', 'a.diff']).code).toBe(1);
    expect(read('a.diff')).toContain(`-${LABEL}\n+${RESULT}\n`);
    expect(execute(['a.md', '--fix'])).toEqual({
      code: 0,
      stdout: '✓ 1 report, nothing to say against it.\n',
      stderr: 'a.md 1 place repaired\n',
    });
    expect(read('a.md')).toBe(AFTER);
  });
});
