import { expect, test } from 'vitest';
import { callsIn, ending, planned } from '../support/calls.ts';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

const FOR = ['--purpose', 'Agree the start date of the pilot', '--benefit', 'no overtime before Christmas'];
const PREPARED = ['--prepare', 'the calendar of the plant'];

test('a copy is like the other call, but for what it is for and what was prepared', async () => {
  const folder = freshFolder();
  const like = { '--contact': 'Ion', '--duration': '45', '--channel': 'phone', '--stage': 'negotiation' };
  const call = await planned(folder, { ...like, '--outcome': 'they sign' });
  const argv = ['copy', ending(call), '3/12', '10:00', ...FOR, ...PREPARED, '--json'];
  const { code, stdout, stderr } = await run(folder, argv);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const copy = JSON.parse(stdout);
  expect(copy).toEqual({
    schema: 1,
    id: copy.id,
    account: 'Nordic Pumps',
    contact: 'Ion',
    startsAt: '2026-12-03T10:00',
    timeZone: 'Europe/Bucharest',
    durationMinutes: 45,
    channel: 'phone',
    stage: 'negotiation',
    status: 'planned',
    purpose: 'Agree the start date of the pilot',
    customerBenefit: 'no overtime before Christmas',
    agenda: [],
    preparation: ['the calendar of the plant'],
  });
  expect(await callsIn(folder)).toEqual([call, copy]);
});

test('what is given comes before what the other call has', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const given = ['--account', 'Delta Print', '--channel', 'video', '--until', '10:30'];
  const argv = ['copy', ending(call), '3/12 10:00', ...given, ...FOR, ...PREPARED, '--json'];
  expect(JSON.parse((await run(folder, argv)).stdout)).toMatchObject({
    account: 'Delta Print',
    channel: 'video',
    durationMinutes: 30,
  });
});

test.each([
  [['3/12'], 'Still needed: --purpose'],
  [[], 'Still needed: WHEN, --purpose'],
  [['3/12', '--purpose', ' '], '--purpose is empty'],
])('copy %j is not planned without its own purpose', async (words, message) => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { code, stderr } = await run(folder, ['copy', ending(call), ...words]);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
  expect(await callsIn(folder)).toEqual([call]);
});

test('a copy is judged like any call, and nothing prepared for the other counts', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const bad = await run(folder, ['copy', ending(call), '3/12', '--purpose', 'Courtesy visit']);
  expect(bad.stderr).toContain('[courtesy-call, error]');
  expect(bad.code).toBe(1);
  const unprepared = await run(folder, ['copy', ending(call), '3/12', ...FOR]);
  expect(unprepared.stderr).toContain('[missing-preparation, warning]');
  expect(unprepared.code).toBe(1);
  expect(await callsIn(folder)).toEqual([call]);
});

test.each([
  ['2 weeks', '2026-12-10T09:30'],
  ['monthly', '2026-12-26T09:30'],
  ['10 days', '2026-12-06T09:30'],
])('a call that recurs every %s knows when its next one is, and asks what for', async (every, startsAt) => {
  const folder = freshFolder();
  const call = await planned(folder, { '--every': every });
  const asked = await run(folder, ['copy', ending(call)]);
  expect(asked.stderr).toContain('Still needed: --purpose.');
  expect(asked.code).toBe(2);
  const { stdout } = await run(folder, ['copy', ending(call), ...FOR, ...PREPARED, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ startsAt, repeat: call.repeat });
});

test('times of a recurring call that have passed are left out', async () => {
  const folder = freshFolder();
  const call = await planned(folder, { '--every': '2 weeks' });
  const env = { PLAN_CALL_NOW: '2026-12-24T10:00' };
  const { stdout } = await run(folder, ['copy', ending(call), ...FOR, ...PREPARED, '--json'], { env });
  expect(JSON.parse(stdout).startsAt).toBe('2027-01-07T09:30');
});

test('--every never lets it end', async () => {
  const folder = freshFolder();
  const call = await planned(folder, { '--every': '2 weeks' });
  const argv = ['copy', ending(call), ...FOR, ...PREPARED, '--every', 'never', '--json'];
  expect(JSON.parse((await run(folder, argv)).stdout)).not.toHaveProperty('repeat');
});

test.each([
  ['en', 'every 2 weeks'],
  ['vi', '2 tuần một lần'],
  ['ro', 'la 2 săptămâni'],
])('the list says how often a call recurs, in %s', async (language, text) => {
  const folder = freshFolder();
  await planned(folder, { '--every': '2w' });
  const { stdout } = await run(folder, ['list'], { env: { PLAN_CALL_LANG: language } });
  expect(stdout).toContain(text);
});
