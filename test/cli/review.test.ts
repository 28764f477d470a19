import * as fs from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { aCall, aPromise, fill, heldCall } from '../support/filled-store.ts';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

/** The records of a week in which something of everything happened; the day is a Wednesday. */
function aWeek() {
  return {
    calls: [
      heldCall(
        { account: 'Alba', startsAt: '2026-11-23T10:00', expectedOutcome: 'x', agenda: ['a', 'b', 'c'] },
        {
          outcome: 'order',
          isReached: true,
          agendaDone: ['a', 'b'],
          requests: [{ what: 'free delivery', answer: 'refused' }],
        },
      ),
      heldCall({ account: 'Beta', startsAt: '2026-11-23T12:00' }, { outcome: 'continuation' }),
      aCall({ account: 'Gama', startsAt: '2026-11-23T14:00', status: 'held' }),
      aCall({ account: 'Delta', startsAt: '2026-11-24T15:00' }),
      aCall({ account: 'Delta', startsAt: '2026-11-27T15:00' }),
      aCall({ account: 'Beta', startsAt: '2026-11-24T16:00', status: 'cancelled', because: 'ill' }),
      heldCall({ account: 'Alba', startsAt: '2026-11-03T10:00' }, { outcome: 'advance' }),
    ],
    promises: [
      aPromise({ due: '2026-11-23', status: 'done', endedOn: '2026-11-23' }),
      aPromise({ due: '2026-11-24' }),
      aPromise({ due: '2026-11-23', by: 'customer', status: 'done', endedOn: '2026-11-24' }),
    ],
  } as const;
}

test('a week is told as it was: what came of the calls, what is to be done, what was promised', async () => {
  const week = aWeek();
  const folder = await fill(freshFolder(), week);
  for (const purpose of ['Courtesy call', 'Courtesy call', 'It has been a month']) {
    await run(folder, ['new', '--account', 'Alba', '--when', 'fri 9:00', '--purpose', purpose]);
  }
  const { code, stdout, stderr } = await run(folder, ['review']);
  expect(stdout.split('\n')).toEqual([
    '2026-W48 · Mon 23 Nov 2026 – Sun 29 Nov 2026',
    '',
    'Calls',
    '  planned 2 · held 3 · cancelled 1',
    '',
    'What came of the held calls',
    '  an order          ██████████                      1',
    '  an advance                                        0',
    '  a continuation    ██████████                      1',
    '  no sale                                           0',
    '  not written down  ██████████                      1',
    '  1 of 3 held calls took it further: an order or an advance (33%)',
    '',
    'Expected outcomes',
    '  reached        ██████████                      1',
    '  not reached                                    0',
    '  none expected  ████████████████████            2',
    '',
    'Plan and report',
    '  2 of 3 agenda items dealt with',
    '  ! 1 call was held and has no report',
    `    ${week.calls[2].id.slice(-6)}  Gama`,
    '  ! 1 call is over and not closed',
    `    ${week.calls[3].id.slice(-6)}  Delta`,
    '',
    'Promises due in these days',
    '  ours: 1 in time, 1 past due',
    '  theirs: 1 late',
    '',
    'Refused to customers without a reason or something instead',
    `  ${week.calls[0].id.slice(-6)}  Alba: free delivery`,
    '',
    'Why purposes were refused while planning',
    '  Courtesy call  ██████████████████████████████  2',
    '  Elapsed time   ███████████████                 1',
    '',
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test.each([
  ['en', ['--month', 'november'], ['November 2026', 'held 4', '2 of 4 held calls took it further', '(50%)']],
  [
    'vi',
    ['--month', 'tháng 11'],
    ['tháng 11 năm 2026', 'đã gặp 4', '2 trên 4 cuộc đã gặp', 'của ta: 1 đúng hạn'],
  ],
  [
    'ro',
    ['--month', 'noiembrie'],
    ['noiembrie 2026', 'efectuată 4', '2 din 4 vizite efectuate', 'ale lor: 1 cu'],
  ],
])('a month is told in %s, and fits a narrow terminal', async (language, options, said) => {
  const folder = await fill(freshFolder(), aWeek());
  const env = { PLAN_CALL_LANG: language };
  const wide = await run(folder, ['review', ...options], { env: { ...env, COLUMNS: '120' } });
  for (const words of said) expect(wide.stdout).toContain(words);
  const { stdout } = await run(folder, ['review', ...options], { env: { ...env, COLUMNS: '48' } });
  expect(Math.max(...stdout.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(48);
});

test('days of which nothing is on file are told so', async () => {
  const { code, stdout } = await run(freshFolder(), ['review', '--week', 'last']);
  expect(stdout).toBe('2026-W47 · Mon 16 Nov 2026 – Sun 22 Nov 2026\n\nNothing is on file for these days.\n');
  expect(code).toBe(0);
});

test('--json tells the figures, the days and the calls', async () => {
  const week = aWeek();
  const folder = await fill(freshFolder(), week);
  expect(JSON.parse((await run(folder, ['review', '--json'])).stdout)).toMatchObject({
    period: { from: '2026-11-23', to: '2026-11-29', week: '2026-W48' },
    statuses: { planned: 2, held: 3, 'not-held': 0, cancelled: 1, moved: 0 },
    outcomes: { order: 1, advance: 0, continuation: 1, 'no-sale': 0 },
    notClosed: [{ id: week.calls[3].id, account: 'Delta' }],
    promises: { us: { inTime: 1, overdue: 1 }, customer: { late: 1 } },
  });
});

/** A folder with a store for each of three reps, and things that are none. */
async function team(): Promise<string> {
  const folder = freshFolder();
  await fill(folder, aWeek(), join(folder, 'team', 'Radu'));
  const calls = [
    heldCall({ startsAt: '2026-11-23T10:00', expectedOutcome: 'x' }, { outcome: 'advance', isReached: true }),
  ];
  await fill(folder, { calls }, join(folder, 'team', 'Ána'));
  await fill(
    folder,
    { promises: [aPromise({ due: '2026-11-23' })], calls: [aCall()] },
    join(folder, 'team', 'Bo'),
  );
  fs.mkdirSync(join(folder, 'team', 'notes'));
  fs.mkdirSync(join(folder, 'team', '.git', 'calls'), { recursive: true });
  fs.writeFileSync(join(folder, 'team', 'readme.txt'), 'x');
  return folder;
}

test('a team is told as a whole, then a line for each rep by name, and no call is named', async () => {
  const { code, stdout } = await run(await team(), ['review', '--team', 'team']);
  expect(stdout).toContain('planned 3 · held 4 · cancelled 1');
  expect(stdout).toContain('2 of 4 held calls took it further: an order or an advance (50%)');
  expect(stdout).toContain('  ! 1 call is over and not closed\n');
  expect(stdout).toContain('  1 request\n');
  expect(stdout).not.toMatch(/Delta|free delivery/);
  expect(stdout.split('\n').slice(-6)).toEqual([
    'By rep',
    '        held  further  share  reached  promises in time  not closed',
    '  Ána      1        1   100%   1 of 1                 –           0',
    '  Bo       0        0      –        –            0 of 1           0',
    '  Radu     3        1    33%   1 of 1            1 of 2           1',
    '',
  ]);
  expect(code).toBe(0);
});

test.each(['en', 'vi', 'ro'])('a team fits a narrow terminal, too, in %s', async (language) => {
  const { stdout } = await run(await team(), ['review', '--team', 'team'], {
    env: { PLAN_CALL_LANG: language, COLUMNS: '48' },
  });
  expect(Math.max(...stdout.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(48);
  expect(stdout).toMatch(/Radu\n {4}\S/);
});

test('a team as JSON has each rep by name', async () => {
  const { stdout } = await run(await team(), ['review', '--team', 'team', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    statuses: { held: 4 },
    reps: [
      { name: 'Ána', statuses: { held: 1 } },
      { name: 'Bo', promises: { us: { overdue: 1 } } },
      { name: 'Radu', outcomes: { order: 1 } },
    ],
  });
});

test('only the weeks asked for are read, and a damaged file in them is named', async () => {
  const folder = await fill(freshFolder(), aWeek());
  const store = join(folder, 'data', 'plan-call');
  fs.writeFileSync(join(store, 'calls', '2026', 'W45', 'broken.json'), '{');
  expect(await run(folder, ['review'])).toMatchObject({ code: 0, stderr: '' });
  fs.mkdirSync(join(store, 'refused', '2026', 'W48'), { recursive: true });
  for (const kind of ['calls', 'refused'])
    fs.writeFileSync(join(store, kind, '2026', 'W48', 'broken.json'), '{');
  const { code, stdout, stderr } = await run(folder, ['review']);
  expect(stdout).toContain('held 3');
  expect(stderr).toContain(join('calls', '2026', 'W48', 'broken.json'));
  expect(stderr).toContain(join('refused', '2026', 'W48', 'broken.json'));
  expect(code).toBe(2);
});

test('text that a terminal would obey is shown as text', async () => {
  const folder = await fill(freshFolder(), aWeek());
  const hostile = aCall({ account: 'Evil\u001b]0;x\u0007\u202e', startsAt: '2026-11-24T09:00' });
  const week = join(folder, 'data', 'plan-call', 'calls', '2026', 'W48');
  fs.writeFileSync(join(week, `${hostile.id}.json`), JSON.stringify(hostile));
  const { stdout } = await run(folder, ['review']);
  expect(stdout).toContain(`${hostile.id.slice(-6)}  Evil\n`);
  expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
});

test.each([
  [['--week', 'soon'], '“soon” is no week'],
  [['--month', 'soon'], '“soon” is no month. Write this, last, november or 2026-11.'],
  [['--month', '11', '--week', 'W48'], 'Give --week or --month; not both.'],
  [['--team', 'nowhere'], 'In nowhere no folder holds calls'],
  [['--team', '.'], 'In . no folder holds calls'],
])('%j is refused in words, with exit code 2', async (options, sentence) => {
  const folder = freshFolder();
  fs.mkdirSync(join(folder, 'notes'));
  const { code, stdout, stderr } = await run(folder, ['review', ...options]);
  expect(stderr).toContain(sentence);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});
