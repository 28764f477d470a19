import * as fs from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

/** Notes a promise, and tells its id. */
async function promised(folder: string, account: string, what: string, due: string, ...more: string[]) {
  const argv = ['promise', 'add', '--account', account, '--what', what, '--due', due, ...more, '--json'];
  const { stdout, code } = await run(folder, argv);
  expect(code).toBe(0);
  return JSON.parse(stdout).id.slice(-6) as string;
}

/** A folder with promises both ways, open and ended. */
async function promises() {
  const folder = freshFolder();
  const log = await promised(folder, 'Nordic Pumps', 'send the test log', '20/11/2026');
  const list = await promised(folder, 'Delta Print', 'send the price list', '30/11/2026');
  const lease = await promised(folder, 'Delta Print', 'sign the lease', '27/11/2026', '--by', 'customer');
  const kept = await promised(folder, 'Delta Print', 'call back', '1/11/2026');
  const given = await promised(folder, 'Nordic Pumps', 'a night shift', '2/11/2026');
  await run(folder, ['promise', 'done', kept]);
  await run(folder, ['promise', 'drop', given, '--because', 'no drivers'], {
    env: { PLAN_CALL_NOW: '2026-11-24T09:00' },
  });
  return { folder, log, list, lease, kept, given };
}

test('open promises are listed, the most urgent first, with their ids and what is past due', async () => {
  const { folder, log, list, lease } = await promises();
  const { stdout } = await run(folder, ['promises']);
  expect(stdout).toBe(
    [
      `${log}  Nordic Pumps: send the test log, by Fri 20 Nov 2026 (past due)`,
      `${lease}  Delta Print owes us: sign the lease, by Fri 27 Nov 2026`,
      `${list}  Delta Print: send the price list, by Mon 30 Nov 2026`,
      '',
    ].join('\n'),
  );
});

test.each<[string[], string[]]>([
  [['--overdue'], ['send the test log']],
  [['--by', 'customer'], ['sign the lease']],
  [
    ['--by', 'us'],
    ['send the test log', 'send the price list'],
  ],
  [
    ['--account', 'DELTA'],
    ['sign the lease', 'send the price list'],
  ],
  [['--all'], ['send the test log', 'sign the lease', 'send the price list', 'call back', 'a night shift']],
  [
    ['--account', 'nordic', '--all'],
    ['send the test log', 'a night shift'],
  ],
  [['--account', 'nobody'], []],
])('%j lists %j', async (options, whats) => {
  const { folder } = await promises();
  const { stdout } = await run(folder, ['promises', ...options, '--json']);
  expect(JSON.parse(stdout).map(({ what }: { what: string }) => what)).toEqual(whats);
});

test('promises of an account are found by every name that it has or had', async () => {
  const { folder } = await promises();
  await run(folder, ['account', 'rename', 'Nordic Pumps', 'Hydro Flow']);
  for (const name of ['nordic', 'hydro']) {
    const { stdout } = await run(folder, ['promises', '--account', name]);
    expect(stdout).toContain('Hydro Flow: send the test log');
  }
});

describe.each([
  ['en', 'kept Wed 25 Nov 2026', 'dropped Tue 24 Nov 2026: no drivers', 'No promise fits that.'],
  [
    'vi',
    'đã thực hiện Th 4 25/11/2026',
    'đã bỏ Th 3 24/11/2026: no drivers',
    'Không có lời hứa nào phù hợp.',
  ],
  [
    'ro',
    'ținută mie. 25 nov. 2026',
    'abandonată mar. 24 nov. 2026: no drivers',
    'Nicio promisiune nu se potrivește.',
  ],
])('in %s', (language, kept, dropped, none) => {
  const env = { PLAN_CALL_LANG: language };

  test('--all tells how and when promises ended', async () => {
    const { folder } = await promises();
    const { stdout } = await run(folder, ['promises', '--all'], { env });
    expect(stdout).toContain(`\n        ${kept}\n`);
    expect(stdout).toContain(`\n        ${dropped}\n`);
    const narrow = await run(folder, ['promises', '--all'], { env: { ...env, COLUMNS: '48' } });
    expect(Math.max(...narrow.stdout.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(48);
    expect((await run(folder, ['promises', '--account', 'nobody'], { env })).stdout).toBe(`${none}\n`);
  });

  test('a promise that was ended cannot be ended again', async () => {
    const { folder, kept: done, given } = await promises();
    for (const [id, day] of [
      [done, /25/],
      [given, /24.*no drivers/],
    ] as const) {
      for (const argv of [
        ['promise', 'done', id],
        ['promise', 'drop', id, '--because', 'x'],
      ]) {
        const { code, stdout, stderr } = await run(folder, argv, { env });
        expect(stderr).toMatch(day);
        expect(stdout).toBe('');
        expect(code).toBe(2);
      }
    }
  });
});

describe('a promise that was made in a call', () => {
  const CALL = [
    'new',
    '--account',
    'Nordic Pumps',
    '--when',
    'thu 9:30',
    '--purpose',
    'Get sign-off on drawing C',
    '--benefit',
    'they order two weeks earlier',
    '--agenda',
    'drawing C',
    '--json',
  ];

  test('is on its account, and is listed with the day of the call', async () => {
    const folder = freshFolder();
    const id: string = JSON.parse((await run(folder, CALL)).stdout).id;
    const argv = [
      'promise',
      'add',
      '--call',
      id.slice(-6),
      '--what',
      'send the log',
      '--due',
      '30/11',
      '--json',
    ];
    const added = JSON.parse((await run(folder, argv)).stdout);
    expect(added).toMatchObject({ account: 'Nordic Pumps', call: id });
    const { stdout } = await run(folder, ['promises']);
    expect(stdout).toContain('\n        from the call on Thu 26 Nov 2026\n');
  });

  test('cannot be on another account, nor in a call that is not there', async () => {
    const folder = freshFolder();
    const id: string = JSON.parse((await run(folder, CALL)).stdout).id;
    const add = ['promise', 'add', '--account', 'Delta Print', '--what', 'x', '--due', 'fri', '--call'];
    const other = await run(folder, [...add, id]);
    expect(other.stderr).toContain(`The call ${id.slice(-6)} is on Nordic Pumps`);
    expect(other.code).toBe(2);
    const none = await run(folder, [...add, 'zzzzzz']);
    expect(none.code).toBe(2);
    expect(fs.existsSync(join(folder, 'data', 'plan-call', 'promises'))).toBe(false);
  });
});

test.each([
  [['done'], 'There is no terminal to ask on. Name the promise'],
  [['drop', '--because', 'x'], 'There is no terminal to ask on. Name the promise'],
  [['drop', 'aaaaaa'], '“--because <reason>” has to be given'],
  [['drop', 'aaaaaa', '--because', ' '], '--because is empty'],
  [['done', 'aaaaaa'], 'There is no open promise “aaaaaa”'],
  [['done', '../x'], 'There is no open promise “../x”'],
])('promise %j is told what is wrong', async (argv, sentence) => {
  const { folder } = await promises();
  const { code, stderr, stdout } = await run(folder, ['promise', ...argv]);
  expect(stderr).toContain(sentence);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('--json prints the promise as it ended', async () => {
  const { folder, log } = await promises();
  const argv = ['promise', 'drop', log, '--because', 'they bought elsewhere', '--json'];
  expect(JSON.parse((await run(folder, argv)).stdout)).toMatchObject({
    what: 'send the test log',
    status: 'dropped',
    because: 'they bought elsewhere',
    endedOn: '2026-11-25',
  });
});

test('on a terminal the promise is chosen, and why it is dropped asked', async () => {
  const { folder } = await promises();
  const terminal = openTerminal(folder, ['promise', 'drop']);
  await terminal.see(/Which promise is dropped\?[^]*send the test log[^]*send the price list/);
  terminal.type('price');
  await terminal.see(/Which promise is dropped\? price[^]*Delta Print: send the price list/);
  terminal.type(KEY.enter);
  await terminal.see(/Why not\?/);
  terminal.type(KEY.enter);
  await terminal.see(/Say why in a few words/);
  terminal.answer('they bought elsewhere');
  await terminal.see(/✓ Dropped: send the price list \(Delta Print\)/);
  expect(await terminal.ended).toBe(0);
  const { stdout } = await run(folder, ['promises', '--account', 'delta']);
  expect(stdout).not.toContain('price list');
});

test.each([
  ['en', /Who promised it\?/, /What is promised\?/, /in a few words/, /By when\?/],
  ['vi', /Ai hứa\?/, /Hứa việc gì\?/, /vài chữ/, /Hạn đến khi nào\?/],
  ['ro', /Cine a promis\?/, /Ce s-a promis\?/, /în câteva cuvinte/, /Până când\?/],
])('what is not said of a promise is asked for, in %s', async (lang, who, what, inWords, byWhen) => {
  const { folder } = await promises();
  const terminal = openTerminal(folder, ['promise', 'add', '--lang', lang]);
  await terminal.see(/Delta Print[^]*Nordic Pumps/);
  terminal.type('nordic');
  await terminal.see(/nordic[^]*❯ Nordic Pumps\r?\n[^]*nordic\r?\n/);
  terminal.type(KEY.enter);
  await terminal.see(who);
  terminal.type(KEY.down);
  terminal.type(KEY.enter);
  await terminal.see(what);
  terminal.type(KEY.enter);
  await terminal.see(inWords);
  terminal.answer('send the drawing');
  await terminal.see(byWhen);
  // Back to what is promised, which stands there still.
  terminal.answer('<');
  await terminal.see(new RegExp(`${byWhen.source}[^]*${what.source} send the drawing`));
  terminal.answer('s');
  await terminal.see(/send the drawings/);
  terminal.answer('27/11');
  expect(await terminal.ended).toBe(0);
  const { stdout } = await run(folder, ['promises', '--by', 'customer', '--json']);
  expect(JSON.parse(stdout)).toContainEqual(
    expect.objectContaining({ account: 'Nordic Pumps', what: 'send the drawings', due: '2026-11-27' }),
  );
});

test('what is given of a promise is not asked for, and the call that it was made in says on which account', async () => {
  const { folder } = await promises();
  const given = [
    '--account',
    'Delta Print',
    '--purpose',
    'Sign NDA',
    '--when',
    'fri 9:30',
    '--force',
    '--because',
    'x',
  ];
  const { stdout } = await run(folder, ['new', ...given, '--json']);
  const { id } = JSON.parse(stdout);
  const terminal = openTerminal(folder, [
    'promise',
    'add',
    '--call',
    id,
    '--by',
    'us',
    '--what',
    'bring the NDA',
  ]);
  await terminal.see(/By when\?/);
  terminal.answer('soonish');
  await terminal.see(/“soonish” was not understood/);
  terminal.answer('<');
  await terminal.see(/By when\?/);
  terminal.type(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
  expect((await run(folder, ['promises'])).stdout).not.toContain('NDA');
});
