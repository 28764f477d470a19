import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

const CALLS = join('data', 'plan-call', 'calls');
const GOOD = [
  'new',
  '--account',
  'Nordic Pumps',
  '--when',
  'thu 9:30',
  '--purpose',
  'Get sign-off on drawing C',
].concat(['--benefit', 'they can order the steel two weeks earlier', '--agenda', 'walk through drawing C']);

/** The paths of all files below a folder, as seen from it. */
function filesIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The good call with other options in place of some of its own. */
function withOptions(...options: string[]): string[] {
  const replaced = options.filter((word) => word.startsWith('--'));
  const kept: string[] = [];
  for (let i = 1; i < GOOD.length; i += 2) {
    if (!replaced.includes(GOOD[i] ?? '')) kept.push(GOOD[i] ?? '', GOOD[i + 1] ?? '');
  }
  return ['new', ...kept, ...options];
}

test('a call is filed under its ISO week, and the path is told', async () => {
  const folder = freshFolder();
  const { code, stdout, stderr } = await run(folder, GOOD);
  const [path = '', ...others] = filesIn(join(folder, CALLS));
  expect(others).toEqual([]);
  expect(path).toContain(join(CALLS, '2026', 'W48'));
  expect(stdout).toContain(path);
  expect(stdout).toContain('Thu 26 Nov 2026 09:30');
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(JSON.parse(fs.readFileSync(path, 'utf8'))).toMatchObject({
    schema: 1,
    account: 'Nordic Pumps',
    startsAt: '2026-11-26T09:30',
    timeZone: 'Europe/Bucharest',
    durationMinutes: 60,
    channel: 'visit',
    stage: 'prospect',
    status: 'planned',
    purpose: 'Get sign-off on drawing C',
    customerBenefit: 'they can order the steel two weeks earlier',
    agenda: ['walk through drawing C'],
    preparation: [],
  });
  expect(fs.statSync(path).mode & 0o777).toBe(0o600);
});

test('--json prints the call as it is filed', async () => {
  const folder = freshFolder();
  const { stdout } = await run(folder, [...GOOD, '--json']);
  const [path = ''] = filesIn(join(folder, CALLS));
  expect(JSON.parse(stdout)).toEqual(JSON.parse(fs.readFileSync(path, 'utf8')));
});

test.each([
  ['en', 'Least acceptable: the steel is reserved'],
  ['vi', 'Kết quả tối thiểu: the steel is reserved'],
  ['ro', 'Rezultat minim: the steel is reserved'],
])('the least that would make the call worth it is filed and shown, in %s', async (language, line) => {
  const folder = freshFolder();
  const argv = withOptions('--outcome', 'they sign drawing C', '--minimum', '  the steel is reserved ');
  const { stdout } = await run(folder, argv, { env: { PLAN_CALL_LANG: language } });
  expect(stdout).toContain(line);
  const [path = ''] = filesIn(join(folder, CALLS));
  expect(JSON.parse(fs.readFileSync(path, 'utf8'))).toMatchObject({
    expectedOutcome: 'they sign drawing C',
    minimumOutcome: 'the steel is reserved',
  });
});

test('the next call on an account is like the last, but for its purpose', async () => {
  const folder = freshFolder();
  await run(folder, withOptions('--duration', '1h30', '--channel', 'video', '--stage', 'negotiation'));
  const { stdout } = await run(folder, [
    ...withOptions('--account', 'nordic pumps', '--when', 'fri 14h'),
    '--json',
  ]);
  expect(JSON.parse(stdout)).toMatchObject({
    account: 'Nordic Pumps',
    durationMinutes: 90,
    channel: 'video',
    stage: 'negotiation',
  });
});

test('a bad purpose is refused with a suggestion and never written, forced or not', async () => {
  const folder = freshFolder();
  const bad = withOptions('--purpose', 'Courtesy call to get sign-off on drawing C');
  for (const argv of [bad, [...bad, '--force', '--because', 'the boss wants it']]) {
    const { code, stdout, stderr } = await run(folder, argv);
    expect(stderr).toContain('[courtesy-call, error]');
    expect(stderr).toContain('Try: Get sign-off on drawing C');
    expect(stderr).toContain('Not planned');
    expect(stdout).toBe('');
    expect(code).toBe(1);
  }
  expect(filesIn(join(folder, CALLS))).toEqual([]);
});

test('warnings hold a call back until it is kept with a reason, which is filed', async () => {
  const folder = freshFolder();
  const bare = [
    'new',
    '--account',
    'Nordic Pumps',
    '--when',
    'thu 9:30',
    '--purpose',
    'Get sign-off on drawing C',
  ];
  const held = await run(folder, bare);
  expect(held.stderr).toMatch(/\[missing-benefit,\s+warning\]/);
  expect(held.stderr).toContain('--force --because');
  expect(held.code).toBe(1);
  expect(filesIn(join(folder, 'data'))).toEqual([]);

  const kept = await run(folder, [...bare, '--force', '--because', 'agreed on the phone', '--json']);
  expect(kept.code).toBe(0);
  expect(JSON.parse(kept.stdout).overrides).toEqual([
    { rule: 'missing-benefit', because: 'agreed on the phone' },
    { rule: 'missing-preparation', because: 'agreed on the phone' },
  ]);
});

test('--dry-run judges and shows, and writes nothing', async () => {
  const folder = freshFolder();
  const { code, stdout } = await run(folder, [...GOOD, '--dry-run']);
  expect(stdout).toContain('nothing was written');
  expect(stdout).toContain('Nordic Pumps');
  expect(code).toBe(0);
  expect(filesIn(folder)).toEqual([]);
});

test('an overlap is pointed out, and the call is planned all the same', async () => {
  const folder = freshFolder();
  await run(folder, GOOD);
  const { code, stderr } = await run(folder, withOptions('--account', 'Delta Print', '--when', 'thu 10:15'));
  expect(stderr).toContain('Nordic Pumps is planned at that time already: Thu 26 Nov 2026 09:30');
  expect(code).toBe(0);
});

test.each([
  [['--when', '25/11 7:30'], 'Wed 25 Nov 2026 07:30 has passed'],
  [['--when', '31/2 9:00'], 'There is no day “31/2”'],
  [['--when', 'soonish'], '“soonish”'],
  [['--when', 'thu 9:30 maybe'], '“maybe”'],
  [['--when', 'thu 25:00'], 'There is no time “25:00”'],
  [['--channel', 'fax'], '“fax” is no value for --channel. Choose from: visit, phone, video.'],
  [['--stage', 'won'], '“won” is no value for --stage'],
  [['--account', ' '], '--account is empty'],
  [['--purpose', '\u001b[1m'], '--purpose is empty'],
  [['--until', '9:00'], 'The call would end (“9:00”) before it starts'],
  [['--until', '10:30', '--duration', '45'], 'Give one of them'],
  [['--duration', 'long'], '“long” is no length of time'],
  [['--duration', '2'], 'A call takes 5 to 1440 minutes'],
  [['--when', '2026-11-27', '--until', '10:00'], '--until needs a --when with a time of day'],
  [['--force'], '--force needs --because'],
  [['--because', 'why not'], 'give both or neither'],
])('%j is refused in words, with exit code 2 and nothing written', async (options, sentence) => {
  const folder = freshFolder();
  const { code, stdout, stderr } = await run(folder, withOptions(...options));
  expect(stderr).toContain(sentence);
  expect(stdout).toBe('');
  expect(code).toBe(2);
  expect(filesIn(folder)).toEqual([]);
});

test('without a terminal nothing is asked: what is missing is named', async () => {
  const { code, stderr } = await run(freshFolder(), ['new', '--account', 'Nordic Pumps']);
  expect(stderr).toContain('Still needed: --when, --purpose');
  expect(code).toBe(2);
});

test('a promise that is past due stops a new plan until it is kept, or delivered by this very call', async () => {
  const folder = freshFolder();
  const added = await run(folder, [
    'promise',
    'add',
    '--account',
    'Nordic Pumps',
    '--what',
    'send the CE certificate',
    '--due',
    '20/11/2026',
  ]);
  expect(added.stdout).toContain('send the CE certificate');
  const stopped = await run(folder, GOOD);
  expect(stopped.stderr).toContain('[open-commitment, error]');
  expect(stopped.stderr).toContain('send the CE certificate');
  expect(stopped.code).toBe(1);

  const delivering = await run(
    folder,
    withOptions('--purpose', 'Hand over the CE certificate and agree the order date'),
  );
  expect(delivering.code).toBe(0);

  const id = /^✓ (\S+)/.exec(added.stdout)?.[1] ?? '';
  expect((await run(folder, ['promise', 'done', id])).stdout).toContain('Kept: send the CE certificate');
  expect((await run(folder, GOOD)).code).toBe(0);
});

test('a disk that is full is told in a sentence, and nothing is left behind', async () => {
  const folder = freshFolder();
  const fsyncSync = (): never => {
    throw Object.assign(new Error('ENOSPC: no space left on device, fsync'), { code: 'ENOSPC' });
  };
  const { code, stderr } = await run(folder, GOOD, { fs: { fsyncSync } });
  expect(stderr).toContain('there is no room left on the disk');
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(code).toBe(2);
  expect(filesIn(join(folder, CALLS))).toEqual([]);
});

test('a damaged account file is named, left alone, and stops nothing', async () => {
  const folder = freshFolder();
  await run(folder, GOOD);
  const damaged = join(folder, 'data', 'plan-call', 'accounts', 'delta-print.json');
  fs.writeFileSync(damaged, '{"schema": 1, "id"');
  const { code, stderr } = await run(folder, withOptions('--when', 'fri 9:00'));
  expect(stderr).toContain('delta-print.json: is damaged');
  expect(code).toBe(0);
  expect(fs.readFileSync(damaged, 'utf8')).toBe('{"schema": 1, "id"');
});
