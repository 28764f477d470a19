import * as fs from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

const BENEFIT = ['--benefit', 'their line is back two days earlier', '--agenda', 'the date'];

async function plan(
  folder: string,
  account: string,
  when: string,
  purpose: string,
  ...more: string[]
): Promise<void> {
  const { code, stderr } = await run(folder, [
    'new',
    '--account',
    account,
    '--when',
    when,
    '--purpose',
    purpose,
    ...BENEFIT,
    ...more,
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
}

/** A folder with a week in it. */
async function week(): Promise<string> {
  const folder = freshFolder();
  await plan(
    folder,
    'Delta Print',
    'fri 14:00',
    'Agree the delivery date of press 2',
    '--contact',
    'Ana Pop',
    '--stage',
    'negotiation',
  );
  await plan(folder, 'Công ty Hòa Phát', 'today 9:30', 'Chốt lịch giao 200 lọc dầu', '--channel', 'phone');
  await plan(folder, 'Nordic Pumps', 'next thu 9:30', 'Get sign-off on drawing C');
  return folder;
}

test('this week is shown by day, Monday first, today marked, with what is missing', async () => {
  const { stdout, stderr, code } = await run(await week(), ['list']);
  expect(stdout.split('\n').map((line) => line.replace(/ {2,}\S+$/, '').trimEnd())).toEqual([
    '2026-W48 · Mon 23 Nov 2026 – Sun 29 Nov 2026',
    '',
    'Wednesday 25 November 2026 · today',
    expect.stringMatching(/^ {2}09:30 {2}Công ty Hòa Phát +phone, 60 min$/),
    '         Chốt lịch giao 200 lọc dầu',
    '         missing: preparation',
    '',
    'Friday 27 November 2026',
    expect.stringMatching(/^ {2}14:00 {2}Delta Print · Ana Pop +visit, 60 min$/),
    '         Agree the delivery date of press 2',
    '         missing: preparation',
    '',
    '2 calls',
    '',
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test.each([
  [['--week', 'next'], ['Nordic Pumps']],
  [['--week', '2026-W49'], ['Nordic Pumps']],
  [['--week', '3/12/2026'], ['Nordic Pumps']],
  [['--week', 'last'], []],
  [
    ['--from', 'tomorrow'],
    ['Delta Print', 'Nordic Pumps'],
  ],
  [['--from', '25/11/2026', '--to', '26/11/2026'], ['Công ty Hòa Phát']],
  [['--account', 'hoa phat'], ['Công ty Hòa Phát']],
  [['--stage', 'negotiation'], ['Delta Print']],
  [['--status', 'cancelled'], []],
  [['--all'], ['Công ty Hòa Phát', 'Delta Print', 'Nordic Pumps']],
])('%j lists %j', async (options, accounts) => {
  const { stdout } = await run(await week(), ['list', ...options, '--json']);
  expect(JSON.parse(stdout).map((call: { account: string }) => call.account)).toEqual(accounts);
});

test('reads only the weeks that it shows', async () => {
  const folder = await week();
  const read: string[] = [];
  const readFileSync = ((path: string, ...rest: []) => {
    read.push(path);
    return fs.readFileSync(path, ...rest);
  }) as typeof fs.readFileSync;
  await run(folder, ['list'], { fs: { readFileSync } });
  const inCalls = read.filter((path) => path.includes('calls'));
  expect(inCalls).toHaveLength(2);
  expect(inCalls.every((path) => path.includes('W48'))).toBe(true);
});

test('an empty week says what to do next', async () => {
  const { stdout, code } = await run(freshFolder(), ['list']);
  expect(stdout).toContain('Plan a call with: plan-call');
  expect(code).toBe(0);
});

test.each(['en', 'vi', 'ro'])('no line is wider than the terminal, in %s', async (language) => {
  const folder = await week();
  await plan(folder, '北京水泵有限公司'.repeat(4), 'sat 10:00', 'Get sign-off on drawing C '.repeat(6));
  for (const columns of [40, 60, 100]) {
    const { stdout } = await run(folder, ['list', '--lang', language], { env: { COLUMNS: String(columns) } });
    for (const line of stdout.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
  }
});

test('a pipe gets no colour, FORCE_COLOR brings it, NO_COLOR wins', async () => {
  const folder = await week();
  const list = async (env: Record<string, string>): Promise<string> =>
    (await run(folder, ['list'], { env })).stdout;
  expect(await list({})).not.toContain('\u001b');
  expect(await list({ FORCE_COLOR: '1' })).toContain('\u001b[1m');
  expect(await list({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain('\u001b');
});

test('CSV is safe in a spreadsheet and keeps every text whole', async () => {
  const folder = freshFolder();
  await plan(folder, '=HYPERLINK("http://x")', 'fri 9:00', 'Agree "Net 30", or 2 % off');
  const { stdout } = await run(folder, ['list', '--format', 'csv']);
  const [head = '', row = ''] = stdout.split('\r\n');
  expect(head).toBe(
    'id,account,contact,startsAt,timeZone,durationMinutes,channel,stage,status,purpose,customerBenefit,expectedOutcome,minimumOutcome,agenda,preparation',
  );
  expect(row).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(row).toContain('"Agree ""Net 30"", or 2 % off"');
});

test('NDJSON is a call a line, Markdown a table', async () => {
  const folder = await week();
  const { stdout: rows } = await run(folder, ['list', '--format', 'ndjson']);
  expect(
    rows
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row).account),
  ).toEqual(['Công ty Hòa Phát', 'Delta Print']);
  const { stdout: table } = await run(folder, ['list', '--format', 'md']);
  expect(table).toContain('| When | Account | Contact |');
  expect(table).toContain('| Fri 27 Nov 2026 14:00 | Delta Print | Ana Pop |');
});

test('promises due stand below the week, late ones marked', async () => {
  const folder = await week();
  await run(folder, [
    'promise',
    'add',
    '--account',
    'Delta Print',
    '--what',
    'send the price list',
    '--due',
    '20/11/2026',
  ]);
  await run(folder, [
    'promise',
    'add',
    '--account',
    'Delta Print',
    '--what',
    'sign the lease',
    '--due',
    'fri',
    '--by',
    'customer',
  ]);
  await run(folder, [
    'promise',
    'add',
    '--account',
    'Delta Print',
    '--what',
    'next year',
    '--due',
    '20/01/2027',
  ]);
  const { stdout } = await run(folder, ['list']);
  expect(stdout).toContain(
    'Promises due\n  ! Delta Print: send the price list, by Fri 20 Nov 2026 (past due)\n',
  );
  expect(stdout).toContain('  · Delta Print owes us: sign the lease, by Fri 27 Nov 2026\n');
  expect(stdout).not.toContain('next year');
});

test('a damaged call is named and left alone, and the others are shown', async () => {
  const folder = await week();
  const damaged = join(
    folder,
    'data',
    'plan-call',
    'calls',
    '2026',
    'W48',
    '01m8000000000000000000000a.json',
  );
  fs.writeFileSync(damaged, '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n');
  const { stdout, stderr, code } = await run(folder, ['list']);
  expect(stdout).toContain('Delta Print');
  expect(stderr).toContain('01m8000000000000000000000a.json: holds both sides of a merge');
  expect(code).toBe(2);
  expect(fs.readFileSync(damaged, 'utf8')).toContain('<<<<<<<');
});

test('listing writes nothing', async () => {
  const folder = freshFolder();
  for (const argv of [
    ['list'],
    ['list', '--all'],
    ['accounts'],
    ['promises'],
    ['rules'],
    ['check', 'Sign NDA'],
  ])
    await run(folder, argv);
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('what is in a file never reaches the terminal raw', async () => {
  const folder = freshFolder();
  await plan(folder, 'Delta Print', 'fri 9:00', 'Get sign-off on drawing C');
  const dir = join(folder, 'data', 'plan-call', 'calls', '2026', 'W48');
  const file = join(dir, fs.readdirSync(dir)[0] ?? '');
  const call = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(
    file,
    JSON.stringify({ ...call, contact: 'Ana\u001b]0;gone\u0007', purpose: 'Get\u001b[2J it \u202esigned' }),
  );
  for (const format of ['table', 'md']) {
    const { stdout } = await run(folder, ['list', '--format', format]);
    expect(stdout).toContain('Ana');
    expect(stdout).not.toMatch(/[\u001b\u0007\u202e]/);
  }
});

test('accounts show the last and the next call, and what is open', async () => {
  const folder = await week();
  await run(folder, [
    'promise',
    'add',
    '--account',
    'Delta Print',
    '--what',
    'send the price list',
    '--due',
    '20/11/2026',
  ]);
  const { stdout } = await run(folder, ['accounts'], { env: { PLAN_CALL_NOW: '2026-11-30T08:00' } });
  expect(stdout).toContain(
    'Delta Print · negotiation\n  last call Fri 27 Nov 2026 · next call –\n  1 open promise\n  ! something promised is past due [open-commitment]',
  );
});

test('an account that has signed is pointed out when nothing has been planned for two weeks', async () => {
  const folder = freshFolder();
  await plan(
    folder,
    'Delta Print',
    'fri 9:00',
    'Get the handover plan of press 2 signed off',
    '--stage',
    'signed',
  );
  const at = (day: string) => run(folder, ['accounts'], { env: { PLAN_CALL_NOW: `${day}T08:00` } });
  expect((await at('2026-12-10')).stdout).not.toContain('[signing-as-finish]');
  expect((await at('2026-12-11')).stdout).toContain('[signing-as-finish]');
  await run(
    folder,
    [
      'new',
      '--account',
      'Delta Print',
      '--when',
      '12/12 9:00',
      '--purpose',
      'Hand over press 2 and train four operators',
      ...BENEFIT,
    ],
    { env: { PLAN_CALL_NOW: '2026-12-11T08:00' } },
  );
  expect((await at('2026-12-11')).stdout).not.toContain('[signing-as-finish]');
});

test('after how many days that is, is a setting', async () => {
  const folder = freshFolder();
  await plan(
    folder,
    'Delta Print',
    'fri 9:00',
    'Get the handover plan of press 2 signed off',
    '--stage',
    'signed',
  );
  fs.mkdirSync(join(folder, 'config', 'plan-call'), { recursive: true });
  fs.writeFileSync(join(folder, 'config', 'plan-call', 'config.json'), '{"nothingPlannedDays": 3}');
  const at = (day: string) => run(folder, ['accounts'], { env: { PLAN_CALL_NOW: `${day}T08:00` } });
  expect((await at('2026-11-29')).stdout).not.toContain('[signing-as-finish]');
  expect((await at('2026-11-30')).stdout).toContain('[signing-as-finish]');
});

test('a list of one account has its calls and promises under every name that it has or had', async () => {
  const folder = await week();
  await run(folder, [
    'promise',
    'add',
    '--account',
    'Delta Print',
    '--what',
    'send the list',
    '--due',
    'fri',
  ]);
  await run(folder, ['account', 'rename', 'Delta Print', 'Gutenberg SA']);
  for (const name of ['delta', 'GUTENBERG']) {
    const { stdout } = await run(folder, ['list', '--account', name]);
    expect(stdout).toContain('  Delta Print · Ana Pop');
    expect(stdout).toContain('send the list');
  }
});
