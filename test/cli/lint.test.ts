import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

const FIXTURES = join(ROOT, 'test', 'fixtures', 'reports');

interface Message {
  ruleId: string | null;
  fatal?: boolean;
  severity: number;
  message: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}
interface Result {
  filePath: string;
  messages: Message[];
  errorCount: number;
  warningCount: number;
}

async function lint(
  cwd: string,
  ...patterns: string[]
): Promise<{ results: Result[]; code: number; stderr: string }> {
  const { stdout, stderr, code } = await run(freshFolder(), ['lint', '--format', 'json', ...patterns], {
    cwd,
  });
  return { results: JSON.parse(stdout), code, stderr };
}

/** A report that is clean but for its reason, in a folder of its own. */
function folderWith(name: string, bytes: string | Buffer): string {
  const folder = freshFolder();
  fs.writeFileSync(join(folder, name), bytes);
  return folder;
}

const COURTESY = fs
  .readFileSync(join(FIXTURES, 'clean.md'), 'utf8')
  .replace('Get sign-off on drawing C.', 'Courtesy call.');

describe('a report carries the rules that are to fire in its lines', () => {
  test.each(fs.readdirSync(FIXTURES))('%s', async (name) => {
    const source = fs.readFileSync(join(FIXTURES, name), 'utf8');
    const expected = source.split('\n').flatMap((line, i) => {
      const rules = /<!-- ([a-z -]+) -->$/.exec(line)?.[1]?.split(' ') ?? [];
      return rules.map((rule) => `${i + 1} ${rule}`);
    });
    for (const form of ['NFC', 'NFD']) {
      const { results, code } = await lint(folderWith(name, source.normalize(form)), name);
      const found = results[0]?.messages.map(({ line, ruleId }) => `${line} ${ruleId}`);
      expect(found).toEqual(expected);
      expect(code).toBe(results[0]?.errorCount === 0 ? 0 : 1);
    }
  });
});

test('line and column are those of the file as it stands', async () => {
  const crlf = COURTESY.replaceAll('\n', '\r\n');
  for (const text of [COURTESY, crlf, `\uFEFF${crlf}`, COURTESY.replace('Courtesy', 'Courtesy')]) {
    const { results } = await lint(folderWith('a.md', text), 'a.md');
    expect(results[0]?.messages[0]).toMatchObject({
      ruleId: 'courtesy-call',
      severity: 2,
      line: 7,
      column: 1,
      endLine: 7,
      endColumn: 14,
    });
  }
});

test('a Latin-1 file is read as what it is', async () => {
  const text = COURTESY.replace('Courtesy call.', 'Întâlnire de curtoazie, cât o vizită').replaceAll(
    'ă',
    'a',
  );
  const { results, code } = await lint(folderWith('a.md', Buffer.from(text, 'latin1')), 'a.md');
  expect(results[0]?.messages.map((message) => message.ruleId)).toContain('courtesy-call');
  expect(code).toBe(1);
});

test('people see the line with the words marked, the rule, and what it comes to', async () => {
  const { stdout, code } = await run(freshFolder(), ['lint', 'a.md'], { cwd: folderWith('a.md', COURTESY) });
  expect(stdout).toContain('a.md\n  ✗ error 7:1  “Courtesy call”');
  expect(stdout).toContain('[courtesy-call]\n      Courtesy call.\n      ~~~~~~~~~~~~~\n');
  expect(stdout).toContain('1 report: 1 error, 0 warnings');
  expect(code).toBe(1);
});

test('a clean report is told so', async () => {
  const { stdout, code } = await run(freshFolder(), ['lint', join(FIXTURES, 'clean.md')]);
  expect(stdout).toBe('✓ 1 report, nothing to say against it.\n');
  expect(code).toBe(0);
});

describe('one bad file does not stop the others', () => {
  function messy(): string {
    const folder = freshFolder();
    fs.writeFileSync(join(folder, 'good.md'), COURTESY);
    fs.writeFileSync(join(folder, 'large.md'), 'x'.repeat(11 * 1024 * 1024));
    fs.writeFileSync(join(folder, 'binary.md'), Buffer.from([0x23, 0, 1, 2, 0]));
    fs.symlinkSync(join(folder, 'nowhere.md'), join(folder, 'broken.md'));
    fs.mkdirSync(join(folder, 'folder.md'));
    return folder;
  }

  test.each([
    [['good.md', 'missing.md'], 'There is no such file or folder'],
    [['large.md', 'good.md'], 'More than 10 MB is no call report'],
    [['binary.md', 'good.md'], 'This is no text'],
    [['broken.md', 'good.md'], 'The link leads nowhere'],
    [['folder.md', 'good.md'], 'There is no report (.md, .markdown, .txt) and no table'],
    [['*.txt', 'good.md'], 'No file matches the pattern'],
  ])('%j', async (patterns, sentence) => {
    const { results, code } = await lint(messy(), ...patterns);
    expect(results.find((result) => result.filePath.endsWith('good.md'))?.errorCount).toBe(1);
    const fatal = results.flatMap((result) => result.messages).filter((message) => message.fatal === true);
    expect(fatal.map(({ message }) => message)).toEqual([expect.stringContaining(sentence)]);
    expect(code).toBe(2);
  });

  test('folders and globs are searched, and a file is judged once', async () => {
    const folder = messy();
    fs.writeFileSync(join(folder, 'folder.md', 'b.md'), COURTESY);
    const { results } = await lint(folder, 'folder.md', '{folder.md,.}/b.md', 'g*.md', 'good.md');
    expect(results.map((result) => result.filePath)).toEqual([
      join(folder, 'folder.md', 'b.md'),
      join(folder, 'good.md'),
    ]);
  });
});

test.each([
  ['', 'The report is empty'],
  [COURTESY.replace('## Discussion', '## Weather'), 'The heading “Weather” is not known'],
  [COURTESY.replace('negotiation', 'banana'), 'The stage “banana” is not known'],
])('what was left out or not understood is named: %#', async (text, sentence) => {
  const { stderr, code } = await lint(folderWith('a.md', text), 'a.md');
  expect(stderr).toContain(sentence);
  expect(code).toBe(text === '' ? 0 : 1);
});

test('a bare note without headings is judged as a discussion, and nothing is said to be missing', async () => {
  const { results } = await lint(
    folderWith('note.txt', 'The idiot in accounts has lost the invoice again.\n'),
    'note.txt',
  );
  expect(results[0]?.messages.map((message) => message.ruleId)).toEqual(['disparaging-language']);
});
