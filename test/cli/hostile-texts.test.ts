import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder } from '../support/folders.ts';
import { HOSTILE, HOSTILE_IDS, controlsIn, fillHostileStore } from '../support/hostile-store.ts';
import { run } from '../support/program.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

/** Every command that shows what is stored or given to it; a new one gets a row of its own. */
const READING: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--format', 'md'],
  ['list', '--format', 'csv'],
  ['list', '--json'],
  ['list', '--format', 'ndjson'],
  ['list', '--all', '--account', HOSTILE],
  ['accounts'],
  ['accounts', '--json'],
  ['promises'],
  ['promises', '--json'],
  ['promise', 'done', HOSTILE],
  ['promise', 'done', HOSTILE_IDS.promise],
  ['promise', 'add', '--account', HOSTILE, '--what', HOSTILE, '--due', 'fri'],
  ['promise', 'add', '--account', HOSTILE, '--what', HOSTILE, '--due', HOSTILE],
  ['promise', 'add', '--account', HOSTILE, '--what', HOSTILE, '--due', 'fri', '--json'],
  ['new', '--account', HOSTILE, '--when', 'thu 9:30', '--purpose', HOSTILE],
  [
    'new',
    '--account',
    HOSTILE,
    '--when',
    'thu 9:30',
    '--purpose',
    `Get sign-off on drawing ${HOSTILE}`,
    '--dry-run',
  ],
  [
    'new',
    '--account',
    'X',
    '--when',
    'thu 9:30',
    '--purpose',
    HOSTILE,
    '--force',
    '--because',
    HOSTILE,
    '--json',
  ],
  ['show', HOSTILE_IDS.call],
  ['show', HOSTILE_IDS.call, '--format', 'md'],
  ['show', HOSTILE_IDS.call, '--json'],
  ['show', HOSTILE],
  ['suggest'],
  ['suggest', '--json'],
  ['review'],
  ['review', '--json'],
  ['review', '--month', HOSTILE],
  ['history', HOSTILE_IDS.call],
  ['history', HOSTILE_IDS.account],
  ['history', HOSTILE_IDS.call, '--json'],
  ['account', 'show', HOSTILE_IDS.account],
  ['account', 'show', HOSTILE_IDS.account, '--json'],
  ['account', 'rename', HOSTILE_IDS.account, HOSTILE],
  ['account', 'edit', HOSTILE_IDS.account, '--contact', HOSTILE],
  ['promises', '--all'],
  ['edit', HOSTILE_IDS.call, '--contact', HOSTILE],
  ['edit', HOSTILE_IDS.call, '--purpose', HOSTILE],
  ['move', HOSTILE_IDS.call, 'fri 9:00', '--because', HOSTILE],
  ['move', HOSTILE_IDS.call, HOSTILE, '--because', HOSTILE],
  ['cancel', HOSTILE_IDS.call, '--because', HOSTILE],
  ['copy', HOSTILE_IDS.call, 'fri 9:00', '--purpose', HOSTILE],
  ['close', HOSTILE_IDS.call, '--status', 'cancelled', '--because', HOSTILE],
  ['close', HOSTILE_IDS.call, '--outcome', 'advance', '--did', HOSTILE],
  ['undo'],
  ['undo', '--dry-run'],
  ['redo'],
  ['check', HOSTILE],
  ['check', '--explain', HOSTILE],
  ['check', '--json', HOSTILE],
  ['rules', HOSTILE],
  ['lint', 'reports'],
  ['lint', 'reports', '--summary'],
  ['lint', 'reports', '--format', 'json'],
  ['lint', HOSTILE],
  ['teach', '--rule', 'courtesy-call', '--fires', HOSTILE],
  [HOSTILE],
  ['list', `--${HOSTILE}`],
  ['list', '--data', HOSTILE, '--week', HOSTILE],
];

function hostileFolder(): string {
  const folder = freshFolder();
  fillHostileStore(folder);
  const reports = join(folder, 'reports');
  fs.mkdirSync(reports);
  const report = `---\naccount: ${JSON.stringify(HOSTILE)}\n---\n# Call report\n\n## Purpose\n\nCourtesy visit ${HOSTILE}\n`;
  fs.writeFileSync(join(reports, 'evil.md'), report);
  fs.writeFileSync(join(reports, `name${HOSTILE}.md`), report);
  fs.writeFileSync(join(reports, 'evil.csv'), `Account,Purpose\n"${HOSTILE}","Courtesy visit ${HOSTILE}"\n`);
  return folder;
}

describe.each(READING.map((argv) => ({ argv, command: argv.map(shown).join(' ') })))(
  'plan-call $command',
  ({ argv }) => {
    test('hands nothing to the terminal that it would obey', async () => {
      const { stdout, stderr } = await run(hostileFolder(), argv);
      expect(stdout + stderr).not.toBe('');
      // Records of CSV end with CR LF, and their cells may hold tabs.
      const results = argv.includes('csv') ? stdout.replace(/\r\n|\t/g, '') : stdout;
      expect([controlsIn(results), controlsIn(stderr)]).toEqual([[], []]);
      // Only JSON spells them; from what is read by people they are gone.
      const isJson = argv.some((word) => word.endsWith('json'));
      if (!isJson) expect(stdout + stderr).not.toMatch(/\\u[0-9a-f]{4}/);
    });

    test('nothing but its own colours, where there are any', async () => {
      const { stdout, stderr } = await run(hostileFolder(), argv, { env: { FORCE_COLOR: '1' } });
      const results = argv.includes('csv') ? stdout.replace(/\r\n|\t/g, '') : stdout;
      const both = [results, stderr].map((text) => controlsIn(text, { areColoursExpected: true }));
      expect(both).toEqual([[], []]);
      expect(stdout + stderr).not.toMatch(/\u001b\[31mEvil/);
    });
  },
);

test('JSON says what is stored all the same', async () => {
  const { stdout } = await run(hostileFolder(), ['list', '--json', '--all']);
  const calls: { purpose: string }[] = JSON.parse(stdout);
  expect(calls.map(({ purpose }) => purpose)).toEqual([HOSTILE, HOSTILE]);
});

test('a conversation offers accounts and reasons without what is hidden in them', async () => {
  const terminal = openTerminal(hostileFolder(), ['new']);
  const seen = [await terminal.see(/Account/), await terminal.see(/Evil/)];
  terminal.type('Evil');
  seen.push(await terminal.see(/new: Evil/));
  terminal.type(KEY.enter);
  // Something that we promised is past due, and this call is to do it.
  seen.push(await terminal.see(/What about it/));
  terminal.type(KEY.down);
  terminal.type(KEY.down);
  seen.push(await terminal.see(/❯ this call is to do it/));
  terminal.type(KEY.enter);
  seen.push(await terminal.see(/Contact/));
  terminal.type(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
  expect(terminal.raw()).not.toMatch(/\u001b\]|[\u0007\u0080-\u009f\u200f\u202e\u2066]|\u001b\[31m\u0085/);
  expect(seen.join('')).toContain('Evil');
});

function shown(word: string): string {
  return word.includes(HOSTILE) ? '…' : word;
}
