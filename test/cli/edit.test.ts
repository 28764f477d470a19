import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Call } from '../../src/calls/call.ts';
import { openStore } from '../../src/calls/store.ts';
import { callsIn, ending, planned } from '../support/calls.ts';
import { freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

const STORE = join('data', 'plan-call');

/** Closes a call as the program does after a visit, with a report. */
async function close(folder: string, call: Call): Promise<string> {
  const store = openStore(fs, join(folder, STORE));
  const occasion = { command: 'close', at: '2026-11-26T11:00', now: new Date('2026-11-26T11:00Z') };
  return store.change(occasion, (edit) => {
    const report = edit.addReport(call, '# Nordic Pumps\n');
    const result = {
      closedOn: '2026-11-26',
      outcome: 'advance',
      agendaDone: [],
      done: [],
      requests: [],
      report,
    };
    edit.updateCall(call, (one) => ({ ...one, status: 'held', result }) as Call);
    return report;
  });
}

test('what is given is changed, and told; nothing else is', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const more = ['--contact', 'Ion Dinu', '--duration', '1h30', '--agenda', 'scope', '--agenda', 'dates'];
  const { code, stdout, stderr } = await run(folder, ['edit', ending(call), ...more, '--every', '2 weeks']);
  expect(stdout.split('\n').slice(0, 5)).toEqual([
    `✓ Changed: Nordic Pumps · Thu 26 Nov 2026 09:30  ${ending(call)}`,
    '  Contact: – → Ion Dinu',
    '  Duration: 60 min → 90 min',
    '  Agenda: walk through drawing C → scope; dates',
    '  Recurs: – → every 2 weeks',
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(await callsIn(folder)).toEqual([
    {
      ...call,
      contact: 'Ion Dinu',
      durationMinutes: 90,
      agenda: ['scope', 'dates'],
      repeat: { every: 2, unit: 'week' },
    },
  ]);
});

test('an empty text takes the contact, the outcome or the list out, and never ends the rhythm', async () => {
  const folder = freshFolder();
  const extra = { '--contact': 'Ion', '--outcome': 'they sign', '--every': 'monthly' };
  const call = await planned(folder, extra);
  const none = ['--contact', '', '--outcome', ' ', '--agenda', '', '--every', 'never'];
  const { stdout } = await run(folder, ['edit', ending(call), ...none, '--json']);
  const { contact, expectedOutcome, repeat, ...rest } = call;
  expect([contact, expectedOutcome, repeat]).not.toContain(undefined);
  expect(JSON.parse(stdout)).toEqual({ ...rest, agenda: [] });
});

test('fields that nobody here knows stay', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const file = join(folder, STORE, 'calls', '2026', 'W48', `${call.id}.json`);
  fs.writeFileSync(file, JSON.stringify({ ...call, crm: { id: 7 } }));
  await run(folder, ['edit', ending(call), '--contact', 'Ion']);
  expect(await callsIn(folder)).toEqual([{ ...call, crm: { id: 7 }, contact: 'Ion' }]);
});

test('another account is put on file, and found by whatever case and marks it is typed with', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  await run(folder, ['edit', ending(call), '--account', 'Công ty Hòa Phát']);
  await run(folder, ['edit', ending(call), '--account', 'nordic pumps']);
  expect(await callsIn(folder)).toEqual([call]);
  expect((await run(folder, ['accounts'])).stdout).toContain('Công ty Hòa Phát');
});

test('a bad purpose is refused and never written, forced or not', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const bad = ['edit', ending(call), '--purpose', 'Courtesy call to get sign-off on drawing C'];
  for (const argv of [bad, [...bad, '--force', '--because', 'the boss wants it']]) {
    const { code, stdout, stderr } = await run(folder, argv);
    expect(stderr).toContain('[courtesy-call, error]');
    expect(stdout).toBe('');
    expect(code).toBe(1);
  }
  expect(await callsIn(folder)).toEqual([call]);
});

test('a new warning has to be kept with a reason; one that was kept is not asked about again', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const held = await run(folder, ['edit', ending(call), '--benefit', '']);
  expect(held.stderr).toMatch(/\[missing-benefit,\s+warning\]/);
  expect(held.stderr).toContain('Not written yet');
  expect(held.code).toBe(1);
  const kept = ['--force', '--because', 'agreed on the phone'];
  expect((await run(folder, ['edit', ending(call), '--benefit', '', ...kept])).code).toBe(0);
  const { code, stderr, stdout } = await run(folder, ['edit', ending(call), '--contact', 'Ion', '--json']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(JSON.parse(stdout).overrides).toEqual([{ rule: 'missing-benefit', because: 'agreed on the phone' }]);
});

test('a warning that is put right leaves no trace in the call', async () => {
  const folder = freshFolder();
  const kept = ['--force', '--because', 'agreed on the phone'];
  const call = await planned(folder);
  await run(folder, ['edit', ending(call), '--benefit', '', ...kept]);
  await run(folder, ['edit', ending(call), '--benefit', call.customerBenefit ?? '']);
  expect(await callsIn(folder)).toEqual([call]);
});

test('the same again changes nothing, and says so; --dry-run neither', async () => {
  const folder = freshFolder();
  const call = await planned(folder, { '--contact': 'Ion' });
  const { code, stdout } = await run(folder, ['edit', ending(call), '--contact', 'Ion']);
  expect(stdout).toBe('Nothing changed.\n');
  expect(code).toBe(0);
  const dry = await run(folder, ['edit', ending(call), '--contact', 'Ana', '--dry-run']);
  expect(dry.stdout).toContain('Would be changed (nothing was written):');
  expect(dry.stdout).toContain('Contact: Ion → Ana');
  expect(await callsIn(folder)).toEqual([call]);
});

test.each([
  [[], 'Say what to change'],
  [['--every', 'soon'], '“soon” does not say how often'],
  [['--purpose', ' '], '--purpose is empty'],
  [['--channel', 'fax'], '“fax” is no value for --channel'],
  [['--contact', 'x', '--because', 'y'], '--because is the reason for --force'],
  [['--contact', 'x', '--editor'], 'leave the other options out'],
  [['--editor'], 'No editor is set. Put its name in EDITOR'],
  [['--when', 'fri'], 'There is no option “--when”'],
])('edit %j says what is wrong, and changes nothing', async (options, message) => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { code, stdout, stderr } = await run(folder, ['edit', ending(call), ...options]);
  expect(stderr).toContain(message);
  expect(stdout).toBe('');
  expect(code).toBe(2);
  expect(await callsIn(folder)).toEqual([call]);
});

test('the plan of a closed call is not changed: its report is named, and opened with --editor', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const report = await close(folder, call);
  const { code, stderr } = await run(folder, ['edit', ending(call), '--contact', 'Ion']);
  expect(stderr).toContain(report);
  expect(stderr).toContain(`plan-call edit ${ending(call)} --editor`);
  expect(code).toBe(2);

  const opened: string[] = [];
  const edited = await run(folder, ['edit', ending(call), '--editor'], {
    env: { EDITOR: 'vi' },
    runEditor: (editor, file) => {
      opened.push(editor, file);
      return Promise.resolve(0);
    },
  });
  expect(opened).toEqual(['vi', join(folder, STORE, report)]);
  expect(edited.stdout).toContain(join(folder, STORE, report));
  expect(edited.code).toBe(0);
});

test('a report is looked for in the store only', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  await close(folder, call);
  const file = join(folder, STORE, 'calls', '2026', 'W48', `${call.id}.json`);
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/"reports[^"]*"/, '"../../secret.md"'));
  fs.writeFileSync(join(folder, 'secret.md'), 'x');
  const { code, stderr } = await run(folder, ['edit', ending(call), '--editor'], { env: { EDITOR: 'vi' } });
  expect(stderr).toContain('There is no report ../../secret.md');
  expect(code).toBe(2);
});

test('a cancelled call is not changed', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  await run(folder, ['cancel', ending(call), '--because', 'they bought elsewhere']);
  const { code, stderr } = await run(folder, ['edit', ending(call), '--contact', 'Ion']);
  expect(stderr).toContain('is cancelled: they bought elsewhere');
  expect(code).toBe(2);
});

test.each([
  ['vi', '✓ Đã sửa: Nordic Pumps', 'Lặp lại: – → 2 tuần một lần', '2 tuần'],
  ['ro', '✓ Schimbată: Nordic Pumps', 'Se repetă: – → la 2 săptămâni', '2 saptamani'],
])('it speaks the language of the user: %s', async (language, done, told, every) => {
  const folder = freshFolder();
  const call = await planned(folder);
  const env = { PLAN_CALL_LANG: language };
  const { stdout } = await run(folder, ['edit', ending(call), '--every', every], { env });
  expect(stdout).toContain(done);
  expect(stdout).toContain(told);
});
