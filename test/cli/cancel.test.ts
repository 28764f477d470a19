import { expect, test } from 'vitest';
import { callsIn, ending, planned } from '../support/calls.ts';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

test('a cancelled call stays on file with why, and is no longer on the list', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { code, stdout } = await run(folder, ['cancel', ending(call), '--because', 'they bought elsewhere']);
  expect(stdout).toContain('✓ Cancelled: Nordic Pumps · Thu 26 Nov 2026 09:30');
  expect(stdout).toContain('because: they bought elsewhere');
  expect(code).toBe(0);
  expect(await callsIn(folder)).toEqual([{ ...call, status: 'cancelled', because: 'they bought elsewhere' }]);
  expect((await run(folder, ['list'])).stdout).not.toContain('Nordic Pumps');
});

test('--json prints the call as it stands, --dry-run writes nothing', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { stdout } = await run(folder, ['cancel', ending(call), '--because', 'x', '--json', '--dry-run']);
  expect(JSON.parse(stdout)).toEqual({ ...call, status: 'cancelled', because: 'x' });
  expect(await callsIn(folder)).toEqual([call]);
});

test.each([
  [['zzzzzz', '--because', 'x'], 'There is no call “zzzzzz”'],
  [[], 'Name the call'],
])('cancel %j says what is wrong', async (words, message) => {
  const folder = freshFolder();
  await planned(folder);
  const { code, stderr } = await run(folder, ['cancel', ...words]);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});

test('without a terminal the reason has to be given', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { code, stderr } = await run(folder, ['cancel', ending(call)]);
  expect(stderr).toContain('Still needed: --because');
  expect(code).toBe(2);
  expect(await callsIn(folder)).toEqual([call]);
});

test('a call is cancelled once', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  await run(folder, ['cancel', ending(call), '--because', 'they bought elsewhere']);
  const { code, stderr } = await run(folder, ['cancel', ending(call), '--because', 'again']);
  expect(stderr).toContain('is cancelled: they bought elsewhere');
  expect(code).toBe(2);
});

test.each([
  ['vi', '✓ Đã hủy: Nordic Pumps', 'vì: họ đã mua nơi khác', 'họ đã mua nơi khác'],
  ['ro', '✓ Anulată: Nordic Pumps', 'pentru că: au cumpărat din altă parte', 'au cumpărat din altă parte'],
])('it speaks the language of the user: %s', async (language, done, told, because) => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { stdout } = await run(folder, ['cancel', ending(call), '--because', because], {
    env: { PLAN_CALL_LANG: language },
  });
  expect(stdout).toContain(done);
  expect(stdout).toContain(told);
});
