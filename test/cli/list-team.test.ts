import fs from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

const BENEFIT = ['--benefit', 'their line is back two days earlier', '--agenda', 'the date'];

/** A folder of a team: two reps, calls this week and the next, something promised, and what is no store. */
async function team(): Promise<string> {
  const folder = freshFolder();
  const plan = async (rep: string, account: string, when: string, purpose: string): Promise<void> => {
    const words = ['new', '--account', account, '--when', when, '--purpose', purpose, ...BENEFIT];
    const { code } = await run(folder, [...words, '--data', join('team', rep)]);
    expect(code).toBe(0);
  };
  await plan('radu', 'Moara Veche', 'thu 9:00', 'Agree the delivery date of press 2');
  await plan('ana', 'Delta Print', 'fri 14:00', 'Get sign-off on drawing C');
  await plan('ana', 'Nordic Pumps', 'thu 9:00', 'Agree the start date of the pilot');
  await plan('ana', 'Delta Print', 'next thu 9:30', 'Hand over the spare parts list');
  const promise = ['promise', 'add', '--account', 'Moara Veche', '--what', 'send the CE certificate'];
  await run(folder, [...promise, '--due', '20/11/2026', '--data', join('team', 'radu')]);
  fs.mkdirSync(join(folder, 'team', 'templates'));
  fs.writeFileSync(join(folder, 'team', 'README.md'), 'Our calls.');
  return folder;
}

test("a team's week is one list by time, the rep in front of each call and promise", async () => {
  const { stdout, stderr, code } = await run(await team(), ['list', '--team', 'team']);
  expect(stdout.split('\n').map((line) => line.replace(/ {2,}\S+ *\S+ \S+ +\S+$/, ''))).toEqual([
    '2026-W48 · Mon 23 Nov 2026 – Sun 29 Nov 2026',
    '',
    'Thursday 26 November 2026',
    '  09:00  ana · Nordic Pumps',
    '         Agree the start date of the pilot',
    '         missing: preparation',
    '  09:00  radu · Moara Veche',
    '         Agree the delivery date of press 2',
    '         missing: preparation',
    '',
    'Friday 27 November 2026',
    '  14:00  ana · Delta Print',
    '         Get sign-off on drawing C',
    '         missing: preparation',
    '',
    'Promises due',
    '  ! radu · Moara Veche: send the CE certificate, by Fri 20 Nov 2026 (past due)',
    '',
    '3 calls',
    '',
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test('every other format names the rep, too', async () => {
  const folder = await team();
  const list = async (format: string): Promise<string> =>
    (await run(folder, ['list', '--team', 'team', '--format', format])).stdout;
  const reps = ['ana', 'radu', 'ana'];
  const calls = JSON.parse(await list('json'));
  expect(calls.map((call: { rep: string }) => call.rep)).toEqual(reps);
  expect(Object.keys(calls[0])[0]).toBe('rep');
  const rows = (await list('ndjson')).trim().split('\n');
  expect(rows.map((row) => JSON.parse(row).rep)).toEqual(reps);
  const [head, ...lines] = (await list('csv')).trim().split('\r\n');
  expect(head).toMatch(/^rep,id,account,/);
  expect(lines.map((line) => line.split(',')[0])).toEqual(reps);
  const [title, , ...table] = (await list('md')).trim().split('\n');
  expect(title).toMatch(/^\| Rep \| When \| Account \|/);
  expect(table.map((line) => line.split(' ')[1])).toEqual(reps);
});

test('the choices of a list hold for a team', async () => {
  const folder = await team();
  const accounts = async (...options: string[]): Promise<string[]> => {
    const { stdout } = await run(folder, ['list', '--team', join(folder, 'team'), '--json', ...options]);
    return JSON.parse(stdout).map((call: { account: string }) => call.account);
  };
  expect(await accounts('--week', 'next')).toEqual(['Delta Print']);
  expect(await accounts('--account', 'delta')).toEqual(['Delta Print']);
  expect(await accounts('--status', 'held')).toEqual([]);
});

test('a table without calls has the columns of one with calls', async () => {
  const { stdout } = await run(await team(), ['list', '--team', 'team', '--week', 'last', '--format', 'csv']);
  expect(stdout).toMatch(/^rep,id,account,/);
});

test('only the weeks that are asked for are read', async () => {
  const folder = await team();
  const read: string[] = [];
  const readFileSync = ((path: string, ...rest: []) => {
    read.push(path);
    return fs.readFileSync(path, ...rest);
  }) as typeof fs.readFileSync;
  await run(folder, ['list', '--team', 'team', '--json'], { fs: { readFileSync } });
  expect(read.filter((path) => path.includes('team'))).toHaveLength(3);
});

test('a damaged call is named, and the others are listed', async () => {
  const folder = await team();
  const damaged = join(folder, 'team', 'ana', 'calls', '2026', 'W48', '01m8000000000000000000000a.json');
  fs.writeFileSync(damaged, '{');
  const { stdout, stderr, code } = await run(folder, ['list', '--team', 'team']);
  expect(stdout).toContain('3 calls');
  expect(stderr).toContain(`${damaged}: is damaged`);
  expect(code).toBe(2);
});

test.each([
  ['en', 'In nobody no folder holds calls'],
  ['vi', 'Trong nobody không có thư mục nào chứa cuộc gặp'],
  ['ro', 'În nobody niciun dosar nu conține vizite'],
])('a folder without stores is no team, in %s', async (language, sentence) => {
  const { stdout, stderr, code } = await run(freshFolder(), ['list', '--team', 'nobody', '--lang', language]);
  expect(stdout).toBe('');
  expect(stderr).toContain(sentence);
  expect(code).toBe(2);
});

test('what folders and files say reaches the terminal clean, and fits', async () => {
  const folder = await team();
  fs.renameSync(
    join(folder, 'team', 'ana'),
    join(folder, 'team', `ana\u001b[2J ${'of the north '.repeat(4)}`),
  );
  const { stdout } = await run(folder, ['list', '--team', 'team'], { env: { COLUMNS: '48' } });
  expect(stdout).not.toContain('\u001b');
  for (const line of stdout.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(48);
});
