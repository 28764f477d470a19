import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { ROOT, freshFolder } from '../support/folders.ts';
import { environment } from '../support/program.ts';

const BIN = join(ROOT, 'bin', 'plan-call.cjs');

/** Runs the real executable in a folder of its own. */
function execute(command: string, input = '') {
  const folder = freshFolder();
  return spawnSync('sh', ['-c', command], {
    input,
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      NODE: process.execPath,
      BIN,
      ...environment(folder),
    },
  });
}

test('it says its version', () => {
  const { stdout, stderr, status } = execute('"$NODE" "$BIN" --version');
  expect(stdout).toBe(`${manifest.version}\n`);
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('it plans a call and lists it', () => {
  const plan =
    '"$NODE" "$BIN" new --account "Hòa Phát" --when "thu 9:30" --purpose "Chốt lịch giao 200 lọc dầu" --benefit "xưởng không dừng máy" --agenda "lịch giao"';
  const { stdout, stderr, status } = execute(`${plan} && "$NODE" "$BIN" list`);
  expect(stdout).toContain('✓ Planned');
  expect(stdout).toContain('09:30  Hòa Phát');
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('what was compiled is kept in the cache of the user, where Node can', () => {
  const canKeep = Number(process.versions.node.split('.')[0]) > 22;
  const { stdout } = execute(
    'unset NODE_DISABLE_COMPILE_CACHE; "$NODE" "$BIN" --version && ls -d "$HOME/.cache/plan-call" 2>/dev/null',
  );
  expect(stdout.includes('/.cache/plan-call')).toBe(canKeep);
});

test('its exit code is that of the program', () => {
  expect(execute('"$NODE" "$BIN" check "Courtesy call"').status).toBe(1);
  expect(execute('"$NODE" "$BIN" check --nope').status).toBe(2);
});

test('a reader that stops early is no error', () => {
  const { stdout, stderr, status } = execute('"$NODE" "$BIN" rules | head -n 1');
  expect(stdout.split('\n')).toHaveLength(2);
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('with nothing to ask on it says what is missing, and never hangs', () => {
  const { stdout, stderr, status } = execute('"$NODE" "$BIN" </dev/null');
  expect(stdout).toBe('');
  expect(stderr).toContain('Still needed: --account, --when, --purpose');
  expect(status).toBe(2);
});

test('a stream of ten thousand rows is answered in order', () => {
  const rows = Array.from({ length: 10_000 }, (_, id) =>
    JSON.stringify({ id, purpose: id % 2 === 0 ? 'Sign NDA' : 'Courtesy call' }),
  );
  const { stdout, status } = execute('"$NODE" "$BIN" check --ndjson', rows.join('\n'));
  const answers = stdout
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row));
  expect(answers.map(({ id }) => id)).toEqual(rows.map((_, id) => id));
  expect(answers.every(({ id, verdict }) => verdict === (id % 2 === 0 ? 'accept' : 'reject'))).toBe(true);
  expect(status).toBe(1);
});
