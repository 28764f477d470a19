import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { Call } from '../../src/calls/call.ts';
import { callsIn, ending, planned } from '../support/calls.ts';
import { ROOT, freshFolder } from '../support/folders.ts';
import { environment, run } from '../support/program.ts';
import type { Run } from '../support/program.ts';

/** Edits a call in an editor that changes the text so. */
async function edited(
  folder: string,
  call: Call,
  change: (text: string, file: string) => string,
  ...options: string[]
): Promise<Run & { readonly file: string }> {
  let file = '';
  const done = await run(folder, ['edit', ending(call), '--editor', ...options], {
    env: { EDITOR: 'vi', TMPDIR: folder },
    runEditor: (_, path) => {
      file = path;
      fs.writeFileSync(path, change(fs.readFileSync(path, 'utf8'), path));
      return Promise.resolve(0);
    },
  });
  return { ...done, file };
}

/** Puts other fields in place of those of a call. */
function withFields(fields: object): (text: string) => string {
  return (text) => JSON.stringify({ ...JSON.parse(text), ...fields });
}

test('the call is handed out in a file that nobody else can read, and is gone when it was written', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  let modes: number[] = [];
  const { code, stdout, file } = await edited(folder, call, (text, path) => {
    modes = [path, dirname(path)].map((one) => fs.statSync(one).mode & 0o777);
    return withFields({ contact: ' Ion Dinu\u001b[31m ', crm: 7 })(text);
  });
  expect(modes).toEqual([0o600, 0o700]);
  expect(stdout).toContain('Contact: – → Ion Dinu');
  expect(code).toBe(0);
  expect(await callsIn(folder)).toEqual([{ ...call, contact: 'Ion Dinu', crm: 7 }]);
  expect(fs.existsSync(dirname(file))).toBe(false);
});

test('nothing changed is said, and leaves no file behind', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { code, stdout, stderr, file } = await edited(folder, call, (text) => text);
  expect(stdout).toBe('Nothing changed.\n');
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(fs.existsSync(dirname(file))).toBe(false);
});

test.each([
  [withFields({ channel: 'fax' }), 'channel'],
  [withFields({ durationMinutes: 'long' }), 'durationMinutes'],
  [withFields({ purpose: '  ' }), 'purpose'],
  [withFields({ id: 'another' }), '“id” is not changed here'],
  [withFields({ status: 'held' }), '“status” is not changed here'],
  [withFields({ withdrawn: true }), '“withdrawn” is not changed here'],
  [withFields({ startsAt: '2026-12-03T09:30' }), 'Use plan-call move'],
  [(text: string) => text.slice(0, -3), 'this is no JSON'],
  [() => '[]', 'this is no JSON'],
  [() => '', 'this is no JSON'],
])(
  'what is wrong with it is said, the call stays, and so does what was written (%#)',
  async (change, message) => {
    const folder = freshFolder();
    const call = await planned(folder);
    const { code, stdout, stderr, file } = await edited(folder, call, change);
    expect(stderr).toContain(message);
    expect(stderr).toContain(`What you wrote is kept in ${file}`);
    expect(stdout).toBe('');
    expect(code).toBe(2);
    expect(await callsIn(folder)).toEqual([call]);
    expect(fs.readFileSync(file, 'utf8')).toBe(change(`${JSON.stringify(call, null, 2)}\n`));
  },
);

test('a purpose that is no reason is refused, and what was written is kept', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { code, stderr, file } = await edited(folder, call, withFields({ purpose: 'Courtesy visit' }));
  expect(stderr).toContain('[courtesy-call, error]');
  expect(stderr).toContain(file);
  expect(code).toBe(1);
  expect(await callsIn(folder)).toEqual([call]);
});

test('a warning is kept with --force --because', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const without = withFields({ customerBenefit: '' });
  expect((await edited(folder, call, without)).code).toBe(1);
  const { code } = await edited(folder, call, without, '--force', '--because', 'agreed');
  expect(code).toBe(0);
  const [now] = await callsIn(folder);
  expect(now?.overrides).toEqual([{ rule: 'missing-benefit', because: 'agreed' }]);
  expect(now).not.toHaveProperty('customerBenefit');
});

test('what somebody else has changed while the editor was open is not written over', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const stored = join(folder, 'data', 'plan-call', 'calls', '2026', 'W48', `${call.id}.json`);
  const { code, stderr, file } = await edited(folder, call, (text) => {
    fs.writeFileSync(stored, JSON.stringify({ ...call, contact: 'Ana Pop' }));
    return withFields({ contact: 'Ion Dinu' })(text);
  });
  expect(stderr).toContain('changed by somebody else while the editor was open');
  expect(stderr).toContain(file);
  expect(code).toBe(2);
  expect(await callsIn(folder)).toEqual([{ ...call, contact: 'Ana Pop' }]);
});

test('an editor that fails changes nothing', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { code, stderr } = await run(folder, ['edit', ending(call), '--editor'], {
    env: { EDITOR: 'no-such-editor', TMPDIR: folder },
  });
  expect(stderr).toBe('The editor “no-such-editor” did not end well (exit code 127). Nothing was changed.\n');
  expect(code).toBe(2);
  expect(fs.readdirSync(folder).filter((name) => name.startsWith('plan-call-'))).toEqual([]);
});

test('the real executable opens $VISUAL before $EDITOR, as a command with arguments', async () => {
  const folder = freshFolder();
  const call = await planned(folder);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'bin', 'plan-call.cjs'), 'edit', ending(call), '--editor'],
    {
      encoding: 'utf8',
      cwd: folder,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        TMPDIR: folder,
        VISUAL: 'sed -i \'s/"visit"/"phone"/\'',
        EDITOR: 'false',
        ...environment(folder),
      },
    },
  );
  expect(stderr).toBe('');
  expect(stdout).toContain('Channel: visit → phone');
  expect(status).toBe(0);
  expect(await callsIn(folder)).toEqual([{ ...call, channel: 'phone' }]);
});
