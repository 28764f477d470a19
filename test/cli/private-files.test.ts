import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, freshFolder } from '../support/folders.ts';
import { environment } from '../support/program.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

const PROGRAM = join(ROOT, 'bin', 'plan-call.cjs');
const BENEFIT = ['--benefit', 'their line is back two days earlier', '--agenda', 'the date'];

/** Runs the executable as a shell does where everybody may read and write everything. */
function execute(folder: string, ...argv: readonly string[]): void {
  const { status, stderr } = spawnSync(
    '/bin/sh',
    ['-c', 'umask 0; exec "$@"', 'sh', process.execPath, PROGRAM, ...argv],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder, ...environment(folder) },
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

/** What is below a folder, with who may do what to it: `rwx------ store`. */
function modesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${(fs.statSync(path).mode & 0o777).toString(8)} ${relative(folder, path)}`)
    .toSorted();
}

const isPrivate = (line: string): boolean => /^(?:600 .*\.\w+|700 .*)$/.test(line);

test('whatever the program writes for its user, nobody else may read', async () => {
  const folder = freshFolder();
  const when = ['--when', 'fri 14:00', '--purpose', 'Agree the delivery date of press 2'];
  execute(folder, 'new', '--account', 'Delta Print', ...when, ...BENEFIT);
  execute(folder, 'promise', 'add', '--account', 'Delta Print', '--what', 'Send drawing C', '--due', 'fri');
  execute(folder, 'teach', '--rule', 'courtesy-call', '--fires', 'Just popping by for a coffee');
  const terminal = openTerminal(folder, ['new'], {}, { umask: '0' });
  await terminal.see(/Account/);
  terminal.type('Nordic Pumps');
  await terminal.see(/new: Nordic Pumps/);
  terminal.type(KEY.enter);
  await terminal.see(/Contact/);
  terminal.type(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);

  const modes = modesIn(folder);
  expect(modes.filter((line) => !isPrivate(line))).toEqual([]);
  const kinds = ['calls', 'accounts', 'promises', 'changes', 'draft.json', 'taught.jsonl'];
  expect(kinds.filter((kind) => !modes.some((line) => line.includes(kind)))).toEqual([]);
});

test('a file that its user has opened to others stays so', () => {
  const folder = freshFolder();
  execute(folder, 'promise', 'add', '--account', 'Delta Print', '--what', 'Send drawing C', '--due', 'fri');
  const promises = join(environment(folder)['XDG_DATA_HOME'] ?? '', 'plan-call', 'promises');
  const [name = ''] = fs.readdirSync(promises);
  fs.chmodSync(join(promises, name), 0o664);
  execute(folder, 'promise', 'done', name.slice(-11, -5));
  expect((fs.statSync(join(promises, name)).mode & 0o777).toString(8)).toBe('664');
});
