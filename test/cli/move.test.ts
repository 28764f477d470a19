import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { callsIn, ending, planned } from '../support/calls.ts';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

const WHY = ['--because', 'their buyer is ill'];

test('within its week a call stays the same record, and keeps from when it was moved and why', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { code, stdout, stderr } = await run(folder, ['move', ending(call), 'fri', '14h', ...WHY]);
  expect(stdout).toContain('✓ Moved: Nordic Pumps · Get sign-off on drawing C');
  expect(stdout).toContain('Thu 26 Nov 2026 09:30 → Fri 27 Nov 2026 14:00 (2026-W48)');
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(await callsIn(folder)).toEqual([
    {
      ...call,
      startsAt: '2026-11-27T14:00',
      moves: [{ from: '2026-11-26T09:30', because: 'their buyer is ill' }],
    },
  ]);
});

test('in another week it is a record of its own with all that it held, and the old one says where it is', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const file = join(folder, 'data', 'plan-call', 'calls', '2026', 'W48', `${call.id}.json`);
  fs.writeFileSync(file, JSON.stringify({ ...call, crm: { id: 7 } }));
  await run(folder, ['move', ending(call), 'fri 14h', ...WHY]);
  const { stdout } = await run(folder, ['move', ending(call), '3/12', '--because', 'no room', '--json']);
  const moved = JSON.parse(stdout);
  expect(moved).toEqual({
    ...call,
    crm: { id: 7 },
    id: moved.id,
    startsAt: '2026-12-03T14:00',
    movedFrom: call.id,
    moves: [
      { from: '2026-11-26T09:30', because: 'their buyer is ill' },
      { from: '2026-11-27T14:00', because: 'no room' },
    ],
  });
  expect(moved.id).not.toBe(call.id);
  const [old, now] = await callsIn(folder);
  expect(old).toMatchObject({ id: call.id, status: 'moved', movedTo: moved.id, crm: { id: 7 } });
  expect(now).toEqual(moved);
});

test('a call that was moved is found by its old id where it stands now', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  await run(folder, ['move', ending(call), '3/12', ...WHY]);
  const { stdout } = await run(folder, ['move', ending(call), '4/12', '10:00', ...WHY]);
  expect(stdout).toContain('Thu 3 Dec 2026 09:30 → Fri 4 Dec 2026 10:00 (2026-W49)');
});

test('a day alone keeps the time of day, and the length can be changed with it', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { stdout } = await run(folder, [
    'move',
    ending(call),
    'friday',
    '--duration',
    '1h30',
    ...WHY,
    '--json',
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ startsAt: '2026-11-27T09:30', durationMinutes: 90 });
});

test('another call at the new time is pointed out, the moved one itself is not', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  await planned(folder, { '--account': 'Delta Print', '--when': 'fri 14:00' });
  const { stderr, code } = await run(folder, ['move', ending(call), 'fri 14:30', ...WHY]);
  expect(stderr).toBe('  ! Delta Print is planned at that time already: Fri 27 Nov 2026 14:00.\n');
  expect(code).toBe(0);
  expect((await run(folder, ['move', ending(call), 'fri 9:00', ...WHY])).stderr).toBe('');
});

test('--dry-run says what would be moved, and moves nothing', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { stdout } = await run(folder, ['move', ending(call), '3/12', ...WHY, '--dry-run']);
  expect(stdout).toContain('nothing was written');
  expect(stdout).toContain('→ Thu 3 Dec 2026 09:30 (2026-W49)');
  expect(await callsIn(folder)).toEqual([call]);
});

test.each([
  [['yesterday', '9:00', ...WHY], 'Tue 24 Nov 2026 09:00 has passed'],
  [['soonish', ...WHY], '“soonish”'],
  [['thu 9:30', ...WHY], 'It is planned for that time already'],
  [['fri'], 'Still needed: --because'],
  [[...WHY], 'Still needed: WHEN'],
  [[], 'Still needed: WHEN, --because'],
  [['fri', '--because', ' '], '--because is empty'],
  [['fri', ...WHY, '--duration', 'long'], '“long” is no length of time'],
])('move %j says what is wrong, and moves nothing', async (words, message) => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { code, stdout, stderr } = await run(folder, ['move', ending(call), ...words]);
  expect(stderr).toContain(message);
  expect(stdout).toBe('');
  expect(code).toBe(2);
  expect(await callsIn(folder)).toEqual([call]);
});

test('a cancelled call is not moved', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  await run(folder, ['cancel', ending(call), '--because', 'they bought elsewhere']);
  const { code, stderr } = await run(folder, ['move', ending(call), 'fri', ...WHY]);
  expect(stderr).toContain('is cancelled: they bought elsewhere');
  expect(stderr).toContain(`plan-call copy ${ending(call)} WHEN`);
  expect(code).toBe(2);
});

test.each([
  ['vi', 'thứ sáu 14h', '✓ Đã dời: Nordic Pumps', 'Th 5 26/11/2026 09:30 → Th 6 27/11/2026 14:00'],
  ['ro', 'vineri la 14', '✓ Mutată: Nordic Pumps', 'joi 26 nov. 2026 09:30 → vin. 27 nov. 2026 14:00'],
])('it speaks the language of the user: %s', async (language, when, done, times) => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { stdout } = await run(folder, ['move', ending(call), ...when.split(' '), ...WHY], {
    env: { PLAN_CALL_LANG: language },
  });
  expect(stdout).toContain(done);
  expect(stdout).toContain(times);
});
