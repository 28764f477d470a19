import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { callsIn, ending, planned } from '../support/calls.ts';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

const TOLD = [
  {
    language: 'en',
    undone:
      '↶ Taken back: moved Nordic Pumps from Thu 26 Nov 2026 09:30 to Thu 3 Dec 2026 09:30 (today 08:00)',
    redone:
      '↷ Made again: moved Nordic Pumps from Thu 26 Nov 2026 09:30 to Thu 3 Dec 2026 09:30 (today 08:00)',
  },
  {
    language: 'vi',
    undone:
      '↶ Đã hoàn tác: dời cuộc gặp với Nordic Pumps từ Th 5 26/11/2026 09:30 sang Th 5 03/12/2026 09:30 (hôm nay 08:00)',
    redone:
      '↷ Đã làm lại: dời cuộc gặp với Nordic Pumps từ Th 5 26/11/2026 09:30 sang Th 5 03/12/2026 09:30 (hôm nay 08:00)',
  },
  {
    language: 'ro',
    undone:
      '↶ Revocat: mutarea vizitei la Nordic Pumps din joi 26 nov. 2026 09:30 pe joi 3 dec. 2026 09:30 (azi 08:00)',
    redone:
      '↷ Refăcut: mutarea vizitei la Nordic Pumps din joi 26 nov. 2026 09:30 pe joi 3 dec. 2026 09:30 (azi 08:00)',
  },
];

test.each(TOLD)(
  'a move is taken back and made again, and told, in $language',
  async ({ language, undone, redone }) => {
    const folder = freshFolder();
    const env = { PLAN_CALL_LANG: language, COLUMNS: '200' };
    const call = await planned(folder);
    await run(folder, ['move', ending(call), '3/12', '--because', 'x']);
    const after = await callsIn(folder);

    const undo = await run(folder, ['undo'], { env });
    expect(undo.stdout.split('\n')[0]).toBe(undone);
    expect(undo.code).toBe(0);
    expect(await callsIn(folder)).toEqual([call]);

    const redo = await run(folder, ['redo'], { env });
    expect(redo.stdout).toBe(`${redone}\n`);
    expect(redo.code).toBe(0);
    expect(await callsIn(folder)).toEqual(after);
  },
);

test('what was planned, cancelled, promised and kept is told when it is taken back, the last first', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  await run(folder, ['cancel', ending(call), '--because', 'x']);
  const promise = ['--account', 'Nordic Pumps', '--what', 'send the test log', '--due', 'fri'];
  const { stdout } = await run(folder, ['promise', 'add', ...promise, '--json']);
  await run(folder, ['promise', 'done', JSON.parse(stdout).id]);
  const undone: (string | undefined)[] = [];
  for (let n = 0; n < 4; n += 1)
    undone.push((await run(folder, ['undo'], { env: { COLUMNS: '100' } })).stdout.split('\n')[0]);
  expect(undone).toEqual([
    '↶ Taken back: kept the promise “send the test log” (Nordic Pumps) (today 08:00)',
    '↶ Taken back: noted the promise “send the test log” (Nordic Pumps) (today 08:00)',
    '↶ Taken back: cancelled Nordic Pumps, Thu 26 Nov 2026 09:30 (today 08:00)',
    '↶ Taken back: planned Nordic Pumps, Thu 26 Nov 2026 09:30 (today 08:00)',
  ]);
  expect(await callsIn(folder)).toEqual([]);
  expect((await run(folder, ['accounts'])).stdout).not.toContain('Nordic Pumps');
});

test('what was edited by hand since is not lost to an undo', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const file = join(folder, 'data', 'plan-call', 'calls', '2026', 'W48', `${call.id}.json`);
  const byHand = JSON.stringify({ ...call, contact: 'Ana Pop' });
  fs.writeFileSync(file, byHand);
  const { code, stdout, stderr } = await run(folder, ['undo']);
  expect(stderr).toContain('cannot be taken back: planned Nordic Pumps, Thu 26 Nov 2026 09:30.');
  expect(stderr).toContain(file);
  expect(stdout).toBe('');
  expect(code).toBe(2);
  expect(fs.readFileSync(file, 'utf8')).toBe(byHand);
});

test('--dry-run says what would be taken back, --json tells the change', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  expect((await run(folder, ['undo', '--dry-run'])).stdout).toContain(
    'Would be taken back (nothing was written): planned Nordic Pumps',
  );
  expect(await callsIn(folder)).toEqual([call]);
  const { stdout } = await run(folder, ['undo', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ change: { command: 'plan' }, leftReports: [] });
  const redone = await run(folder, ['redo', '--json']);
  expect(JSON.parse(redone.stdout)).toMatchObject({ change: { command: 'plan' } });
});

test.each([
  ['undo', 'There is nothing to take back.'],
  ['redo', 'There is nothing to make again: redo comes right after undo.'],
])('%s says when there is nothing to do', async (command, message) => {
  const { code, stderr } = await run(freshFolder(), [command]);
  expect(stderr).toBe(`${message}\n`);
  expect(code).toBe(2);
});

test('there is nothing to make again when something was changed after the undo', async () => {
  const folder = freshFolder();
  await planned(folder);
  await run(folder, ['undo']);
  await planned(folder, { '--when': 'fri 10:00' });
  expect((await run(folder, ['redo'])).code).toBe(2);
});
