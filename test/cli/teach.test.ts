import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

const taughtIn = (folder: string): string => join(folder, 'config', 'plan-call', 'taught.jsonl');
const disputedIn = (folder: string): string => join(folder, 'config', 'plan-call', 'disputed.jsonl');

test.each([
  ['en', 'Blue binder round at Delta Print', 'Blue binder round at Nordic Pumps'],
  ['vi', 'Đi tua sổ xanh bên Delta', 'di tua so xanh ben Nam Sơn'],
  ['ro', 'Semnat caietul albastru la Delta', 'semnat caietul albastru la Nordic'],
])(
  'what is taught counts in the next judgement, for texts that are like it (%s)',
  async (lang, text, like) => {
    const folder = freshFolder();
    const taught = await run(folder, ['teach', '--rule', 'formality-visit', '--fires', text, '--lang', lang]);
    expect(taught.code).toBe(0);
    const { stdout, code } = await run(folder, ['check', like, '--lang', lang]);
    expect(stdout).toContain('formality-visit');
    expect(stdout).toContain(text);
    expect(code).toBe(1);
  },
);

test('a refusal is taught away, for one rule or for all', async () => {
  const folder = freshFolder();
  const purpose = 'Courtesy call';
  expect((await run(folder, ['check', purpose])).code).toBe(1);
  await run(folder, ['teach', '--passes', purpose]);
  expect((await run(folder, ['check', purpose])).code).toBe(0);
  expect((await run(folder, ['check', 'COURTESY  CALL.'])).code).toBe(0);
  const forgotten = await run(folder, ['teach', '--forget', purpose]);
  expect(forgotten.stdout).toContain('1 row forgotten');
  expect((await run(folder, ['check', purpose])).code).toBe(1);
});

test('a phrase of the company is found anywhere, unless it is denied', async () => {
  const folder = freshFolder();
  await run(folder, ['teach', '--rule', 'activity-quota', '--phrase', 'blue binder (round|tour)']);
  const refused = await run(folder, ['check', 'Blue binder tour, then agree the start date of the pilot']);
  expect(refused.stdout).toContain('~~~~~~~~~~~~~~~~');
  expect(refused.stdout).toContain('[activity-quota, error]');
  expect(refused.code).toBe(1);
  const denied = await run(folder, ['check', 'Agree the start date of the pilot, not a blue binder tour']);
  expect(denied.code).toBe(0);
});

test('an example for one stage does not count at another', async () => {
  const folder = freshFolder();
  const text = 'Sign the golden stapler lease';
  await run(folder, ['teach', '--rule', 'courtesy-call', '--fires', text, '--stage', 'service']);
  expect((await run(folder, ['check', text, '--stage', 'service'])).code).toBe(1);
  expect((await run(folder, ['check', text, '--stage', 'prospect'])).code).toBe(0);
});

test('rows are learned from a file or from standard input, in either form', async () => {
  const folder = freshFolder();
  const rows = [
    { text: 'Blue binder round', rule: 'formality-visit', fires: true },
    { text: 'Blue binder signed off by Ana', rule: 'formality-visit', fires: false },
    { text: 'Green folder chat', expect: ['vague-purpose', 'courtesy-call'], stage: 'service' },
    { text: 'Sign the green folder', expect: [] },
    { phrase: 'binder day', rule: 'activity-quota', language: 'en' },
  ];
  const file = join(folder, 'own.jsonl');
  fs.writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  const first = await run(folder, ['teach', '--from', file]);
  expect(first.stdout).toContain('6 rows taught (0 known before)');
  const again = await run(folder, ['teach', '--from', '-'], { stdin: fs.readFileSync(file, 'utf8') });
  expect(again.stdout).toContain('0 rows taught (6 known before)');
  const { stdout } = await run(folder, ['teach', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    taught: [
      { text: 'Blue binder round', fires: true },
      { fires: false },
      { rule: 'vague-purpose', stage: 'service' },
      { rule: 'courtesy-call', stage: 'service' },
      { text: 'Sign the green folder', fires: false },
      { kind: 'phrase', text: 'binder day', rule: 'activity-quota', language: 'en' },
    ],
    disputed: [],
  });
});

test('what is taught is for the user alone to read', async () => {
  const folder = freshFolder();
  await run(folder, ['teach', '--passes', 'Blue binder round']);
  expect(fs.statSync(taughtIn(folder)).mode & 0o777).toBe(0o600);
});

test.each([
  ['a rule that is none', ['--rule', 'nonsense', '--fires', 'x y'], 'no rule “nonsense”'],
  ['no rule', ['--fires', 'x y'], '--fires and --phrase need --rule'],
  ['an empty text', ['--rule', 'courtesy-call', '--fires', ' '], '--fires is empty'],
  ['a text without words', ['--rule', 'courtesy-call', '--fires', '?!'], 'has no words'],
  ['nothing to learn', ['--rule', 'courtesy-call'], 'nothing to learn'],
  ['a phrase that is none', ['--rule', 'courtesy-call', '--phrase', '(a b'], '“)” is missing'],
  ['a stage that is none', ['--passes', 'x y', '--stage', 'won'], 'no value for --stage'],
  ['a file that is not there', ['--from', 'nowhere.jsonl'], 'nowhere.jsonl cannot be read'],
  ['what was never taught', ['--forget', 'x y'], 'Nothing was taught of “x y”'],
  ['no dispute', ['--take-up', '1'], 'No refusal has been called wrong'],
  [
    'contradiction in itself',
    ['--rule', 'courtesy-call', '--fires', 'x y', '--passes', 'X y!'],
    'already an example',
  ],
  [
    "contradiction of a rule's own example",
    ['--rule', 'courtesy-call', '--passes', 'Just checking in with the buyer at Kestrel Foods'],
    'already an example that breaks courtesy-call',
  ],
])('%s is named, and nothing is taught', async (_, options, sentence) => {
  const folder = freshFolder();
  const { code, stderr } = await run(folder, ['teach', ...options]);
  expect(stderr).toContain(sentence);
  expect(code).toBe(2);
  expect(fs.existsSync(taughtIn(folder))).toBe(false);
});

test('a line that cannot be read is named with its number, in teach and wherever something is judged', async () => {
  const folder = freshFolder();
  await run(folder, ['teach', '--passes', 'Blue binder round']);
  fs.appendFileSync(taughtIn(folder), '{"text": 7}\n');
  const before = fs.readFileSync(taughtIn(folder), 'utf8');
  for (const argv of [
    ['teach', '--passes', 'Green folder day'],
    ['check', 'Sign NDA'],
  ]) {
    const { code, stderr } = await run(folder, argv);
    expect(stderr).toContain('taught.jsonl, line 2');
    expect(code).toBe(2);
  }
  expect(fs.readFileSync(taughtIn(folder), 'utf8')).toBe(before);
});

test('a refusal called wrong is shown, taken up or set aside', async () => {
  const folder = freshFolder();
  fs.mkdirSync(join(folder, 'config', 'plan-call'), { recursive: true });
  const disputes = [
    { text: 'Courtesy call', rules: ['courtesy-call'] },
    { text: 'It has been a month', stage: 'service', rules: ['elapsed-time'] },
  ];
  fs.writeFileSync(disputedIn(folder), disputes.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const shown = await run(folder, ['teach']);
  expect(shown.stdout).toContain('1  Courtesy call [courtesy-call]');
  expect(shown.stdout).toContain('2  It has been a month [elapsed-time]');
  expect((await run(folder, ['teach', '--take-up', '3'])).stderr).toContain('Give 1 to 2, or all');

  const taken = await run(folder, ['teach', '--take-up', '1']);
  expect(taken.stdout).toContain('1 row taught');
  expect((await run(folder, ['check', 'Courtesy call'])).code).toBe(0);
  await run(folder, ['teach', '--set-aside', 'all']);
  expect(fs.readFileSync(disputedIn(folder), 'utf8')).toBe('');
  expect((await run(folder, ['check', 'It has been a month', '--stage', 'service'])).code).toBe(1);
});

test('taught examples count for the lines of reports, too', async () => {
  const folder = freshFolder();
  fs.writeFileSync(
    join(folder, 'r.md'),
    '# Report\n\n## Discussion\n\nDid the blue binder round with the old team.\n',
  );
  expect((await run(folder, ['lint', 'r.md'])).stdout).not.toContain('appeasement');
  await run(folder, ['teach', '--rule', 'appeasement', '--fires', 'Did the blue binder round with the team']);
  expect((await run(folder, ['lint', 'r.md'])).stdout).toMatch(/warning 5:1 .*\[appeasement\]/s);
});
