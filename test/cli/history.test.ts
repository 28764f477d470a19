import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ending, planned } from '../support/calls.ts';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

const LATER = { env: { PLAN_CALL_NOW: '2026-11-26T07:30' } };

/** A call that was moved to another week, whose cancelling was taken back. */
async function eventful(folder: string) {
  const call = await planned(folder);
  await run(folder, ['move', ending(call), '3/12', '10:00', '--because', 'their buyer is ill'], LATER);
  await run(folder, ['cancel', ending(call), '--because', 'a slip'], LATER);
  await run(folder, ['undo'], LATER);
  return call;
}

const TOLD = {
  en: [
    'Wed 25 Nov 2026 08:00  planned Nordic Pumps, Thu 26 Nov 2026 09:30',
    'today 07:30  moved',
    '    because: their buyer is ill',
    '    When: Thu 26 Nov 2026 09:30 → Thu 3 Dec 2026 10:00',
    'today 07:30  cancelled (taken back today 07:30)',
    '    because: a slip',
  ],
  vi: [
    'Th 4 25/11/2026 08:00  lên lịch gặp Nordic Pumps, Th 5 26/11/2026 09:30',
    'hôm nay 07:30  dời',
    '    vì: their buyer is ill',
    '    Thời gian: Th 5 26/11/2026 09:30 → Th 5 03/12/2026 10:00',
    'hôm nay 07:30  hủy (đã hoàn tác hôm nay 07:30)',
    '    vì: a slip',
  ],
  ro: [
    'mie. 25 nov. 2026 08:00  planificarea vizitei la Nordic Pumps, joi 26 nov. 2026 09:30',
    'azi 07:30  mutare',
    '    pentru că: their buyer is ill',
    '    Când: joi 26 nov. 2026 09:30 → joi 3 dec. 2026 10:00',
    'azi 07:30  anulare (revocată azi 07:30)',
    '    pentru că: a slip',
  ],
};

test.each(Object.entries(TOLD))(
  'a call is followed through its moves, by its old id and its new one, in %s',
  async (language, lines) => {
    const folder = freshFolder();
    const call = await eventful(folder);
    const env = { ...LATER.env, PLAN_CALL_LANG: language, COLUMNS: '100' };
    const { stdout, stderr, code } = await run(folder, ['history', ending(call)], { env });
    expect(stdout.trimEnd().split('\n')).toEqual(lines);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const [{ id }] = JSON.parse((await run(folder, ['list', '--week', 'next', '--json'])).stdout);
    expect((await run(folder, ['history', ending({ id })], { env })).stdout).toBe(stdout);
  },
);

test('--json tells each change with its fields and whether it was taken back', async () => {
  const folder = freshFolder();
  const call = await eventful(folder);
  const { stdout } = await run(folder, ['history', ending(call), '--json'], LATER);
  expect(JSON.parse(stdout)).toMatchObject([
    { command: 'plan', at: '2026-11-25T08:00', fields: [] },
    {
      command: 'move',
      because: 'their buyer is ill',
      fields: [{ field: 'startsAt', from: '2026-11-26T09:30', to: '2026-12-03T10:00' }],
    },
    { command: 'cancel', undoneAt: '2026-11-26T07:30' },
  ]);
});

test('a call whose planning was taken back is still told of', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  await run(folder, ['undo']);
  const { stdout } = await run(folder, ['history', ending(call)], { env: { COLUMNS: '100' } });
  expect(stdout).toContain('planned Nordic Pumps');
  expect(stdout).toContain('(taken back today 08:00)');
});

test('a promise is named by its id, an account by its name in several words', async () => {
  const folder = freshFolder();
  const options = ['--account', 'Nordic Pumps', '--what', 'send the test log', '--due', 'fri'];
  const { id } = JSON.parse((await run(folder, ['promise', 'add', ...options, '--json'])).stdout);
  await run(folder, ['promise', 'drop', id, '--because', 'they have it']);
  expect((await run(folder, ['history', ending({ id })])).stdout.trimEnd().split('\n')).toEqual([
    'today 08:00  noted the promise “send the test log” (Nordic Pumps)',
    'today 08:00  dropped',
    '    because: they have it',
  ]);
  expect((await run(folder, ['history', 'nordic', 'pumps'])).stdout).toContain('noted the promise');
});

test('no line is wider than the terminal', async () => {
  const folder = freshFolder();
  const call = await eventful(folder);
  const { stdout } = await run(folder, ['history', ending(call)], { env: { COLUMNS: '48' } });
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(48);
});

test.each([
  [['zzzzzz'], 'There is no call, promise or account “zzzzzz”'],
  [['Delta Print'], 'There is no call, promise or account “Delta Print”'],
  [[], 'Name the call'],
])('history %j says what is wrong', async (words, message) => {
  const folder = freshFolder();
  await planned(folder);
  const { code, stderr } = await run(folder, ['history', ...words]);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});

test('what came into a change by hand never reaches the terminal as it is, in history and undo', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  await run(folder, ['edit', ending(call), '--contact', 'Ion']);
  const changes = join(folder, 'data', 'plan-call', 'changes');
  for (const name of fs.readdirSync(changes, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.json')) continue;
    const text = fs.readFileSync(join(changes, name), 'utf8');
    const hostile = String.raw`\u001b]0;x\u0007\u009b31m\u202e`;
    fs.writeFileSync(
      join(changes, name),
      text.replaceAll('"Ion"', `"${hostile}Ion"`).replaceAll('Nordic', `${hostile}Nordic`),
    );
  }
  const shown = [
    await run(folder, ['history', ending(call)]),
    await run(folder, ['undo', '--dry-run']),
    await run(folder, ['undo']),
  ].map(({ stdout, stderr }) => stdout + stderr);
  expect(shown.join('')).toContain('Nordic Pumps');
  expect(shown.join('')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test.each([
  ['en', ['--outcome', 'advance'], 'held – an advance: the customer agreed to a next step'],
  ['vi', ['--outcome', 'order'], 'đã gặp – có đơn hàng'],
  ['ro', ['--outcome', 'no-sale'], 'efectuată – nicio vânzare'],
  ['en', ['--status', 'not-held', '--because', 'nobody was there'], 'not held'],
])('of a closed call it says what came of it, in %s: %j', async (language, options, said) => {
  const folder = freshFolder();
  const call = await planned(folder);
  const env = { PLAN_CALL_NOW: '2026-11-26T11:00', PLAN_CALL_LANG: language };
  expect((await run(folder, ['close', ending(call), ...options], { env })).code).toBe(0);
  const { stdout } = await run(folder, ['history', ending(call)], { env });
  expect(stdout.split('\n')).toContain(`    ${said}`);
  const json = await run(folder, ['history', ending(call), '--json'], { env });
  const closed =
    options[0] === '--outcome' ? { status: 'held', outcome: options[1] } : { status: 'not-held' };
  expect(JSON.parse(json.stdout)).toMatchObject([{ command: 'plan' }, { command: 'close', ...closed }]);
});
