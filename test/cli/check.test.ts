import { expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

test('a purpose passes, with a word to say so', async () => {
  const { code, stdout, stderr } = await run(freshFolder(), ['check', 'Get sign-off on drawing C']);
  expect(stdout).toContain('✓ This is a purpose.');
  expect(stdout).toContain('Get sign-off on drawing C');
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test('a courtesy label is refused: marked, named, explained, and dropped in a suggestion', async () => {
  const { code, stdout } = await run(freshFolder(), ['check', 'Courtesy call to get sign-off on drawing C']);
  expect(stdout).toContain('  Courtesy call to get sign-off on drawing C\n  ~~~~~~~~~~~~~\n');
  expect(stdout).toContain('[courtesy-call, error]');
  expect(stdout).toContain('Try: Get sign-off on drawing C');
  expect(code).toBe(1);
});

test.each([
  ['vi', 'Đây chưa phải là lý do để gặp khách.'],
  ['ro', 'Acesta nu este un motiv de vizită.'],
])('the refusal is said in %s', async (language, sentence) => {
  const { stdout } = await run(freshFolder(), ['check', 'Courtesy call', '--lang', language]);
  expect(stdout).toContain(sentence);
});

test('the marks stand below the words, whatever marks the letters carry', async () => {
  const purpose = 'Sáng thứ hai ghé thăm xã giao chị Hà';
  for (const typed of [purpose, purpose.normalize('NFD')]) {
    const { stdout } = await run(freshFolder(), ['check', typed]);
    const [, text = '', marks = ''] = stdout.split('\n');
    expect(text.trim()).toBe(typed);
    expect(marks.indexOf('~')).toBe('  Sáng thứ hai '.length);
    expect(marks.trim()).toBe('~'.repeat('ghé thăm xã giao'.length));
  }
});

test('what no phrase knows is shown with an example that is like it', async () => {
  const { code, stdout } = await run(freshFolder(), ['check', 'Stop by Mr Henry to check he is still alive']);
  expect(stdout).toMatch(/~~~/);
  expect(stdout).toMatch(/like: “.+”/);
  expect(code).toBe(1);
});

test('--explain shows what spoke for and against, and what it came to', async () => {
  const refused = await run(freshFolder(), ['check', '--explain', 'Courtesy call with the new buyer']);
  expect(refused.stdout).toContain('found by phrases: courtesy-call “Courtesy call”');
  expect(refused.stdout).toMatch(/\+\d+\.\d {2}what phrases of courtesy-call find in it/);
  expect(refused.stdout).toMatch(/\+\d+\.\d {2}refused: more than/);
  const passed = await run(freshFolder(), [
    'check',
    '--explain',
    'Get sign-off on drawing C',
    '--lang',
    'ro',
  ]);
  expect(passed.stdout).toContain('rezultate, care arată un scop: “Get”');
  expect(passed.stdout).toMatch(/−\d+\.\d {2}acceptat: nu mai mult de/);
});

test('a purpose can be piped in', async () => {
  const { stdout, code } = await run(freshFolder(), ['check'], { stdin: 'Courtesy call\n' });
  expect(stdout).toContain('[courtesy-call, error]');
  expect(code).toBe(1);
});

test('nothing to judge is wrong use', async () => {
  const { stderr, code } = await run(freshFolder(), ['check'], { stdin: ' \n' });
  expect(stderr).toContain('There is no text to judge');
  expect(code).toBe(2);
});

test('escape sequences in a purpose never reach the terminal', async () => {
  const { stdout } = await run(freshFolder(), [
    'check',
    'Courtesy call \u001b[2J\u001b]0;gone\u0007 now\u202e',
  ]);
  expect(stdout).not.toMatch(/[\u001b\u0007\u202e]/);
});

test('--json says the same as the row of a stream', async () => {
  const folder = freshFolder();
  const purpose = 'Courtesy call';
  const { stdout } = await run(folder, ['check', purpose, '--json']);
  const { stdout: row } = await run(folder, ['check', '--ndjson'], {
    stdin: `${JSON.stringify({ id: 'a', purpose })}\n`,
  });
  expect({ id: 'a', ...JSON.parse(stdout) }).toEqual(JSON.parse(row));
});

test('a stream is answered row by row, in order, with columns in the original', async () => {
  const rows = [
    { id: 1, purpose: 'Get sign-off on drawing C' },
    { id: 'two', purpose: 'Ana: courtesy call' },
    { purpose: 'Ana: courtesy call'.normalize('NFD') },
  ];
  const { stdout, code } = await run(freshFolder(), ['check', '--ndjson'], {
    stdin: rows.map((row) => JSON.stringify(row)).join('\r\n'),
  });
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers.map(({ id, verdict }) => [id, verdict])).toEqual([
    [1, 'accept'],
    ['two', 'reject'],
    [null, 'reject'],
  ]);
  expect(answers[1].messages[0]).toMatchObject({
    ruleId: 'courtesy-call',
    severity: 2,
    line: 1,
    column: 6,
    endColumn: 19,
  });
  expect(answers[1].messages[0].message).toContain('courtesy call');
  expect(code).toBe(1);
});

test('fields that a row does not carry are not judged; fields that it carries empty are', async () => {
  const purpose = 'Get sign-off on drawing C';
  const rows = [
    { purpose },
    { purpose, benefit: '', preparation: [] },
    { purpose, benefit: 'they order two weeks earlier', agenda: ['drawing C'] },
  ];
  const { stdout } = await run(freshFolder(), ['check', '--ndjson'], {
    stdin: rows.map((row) => JSON.stringify(row)).join('\n'),
  });
  const rules = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).messages.map((message: { ruleId: string }) => message.ruleId));
  expect(rules).toEqual([[], ['missing-benefit', 'missing-preparation'], []]);
});

test.each([
  ['no JSON', '{"purpose": ', 'Line 2 is no JSON object'],
  ['no object', '["Courtesy call"]', 'Line 2 is no JSON object'],
  ['a purpose that is no text', '{"id": 7, "purpose": 12}', '“purpose” has to be a text'],
  [
    'a stage that is none',
    '{"id": 7, "purpose": "Sign NDA", "stage": "won"}',
    '“stage” one of the four stages',
  ],
])('%s in a stream is named, and the rows around it are judged', async (_, wrong, sentence) => {
  const row = '{"purpose": "Sign NDA"}';
  const { stdout, code } = await run(freshFolder(), ['check', '--ndjson'], {
    stdin: [row, wrong, row].join('\n'),
  });
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers.map(({ verdict }) => verdict)).toEqual(['accept', undefined, 'accept']);
  expect(answers[1].error).toContain(sentence);
  expect(code).toBe(2);
});
