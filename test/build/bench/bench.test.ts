import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, freshFolder } from '../../support/folders.ts';

function bench(...words: string[]) {
  const tool = join(ROOT, 'dist-tools', 'bench.cjs');
  const env = { PATH: process.env['PATH'] ?? '', TMPDIR: freshFolder() };
  return spawnSync(process.execPath, [tool, ...words], { cwd: ROOT, encoding: 'utf8', env });
}

test('the rows that are asked for are a table, with what each is held against', () => {
  const { stdout, status } = bench('--quick', '--rows', 'version,help');
  const [heading, , head, , ...rows] = stdout.trimEnd().split('\n');
  expect(heading).toContain(`Node ${process.version}`);
  expect(head).toBe('| work | runs | plan-call | against | ratio | goal | met |');
  expect(rows).toEqual([
    expect.stringMatching(
      /^\| `--version` \| 5 \| [\d.]+ ms \| `node -e 0`: [\d.]+ ms \| [\d.]+ \| ≤ 1\.3 × \| (yes|no) \|$/,
    ),
    expect.stringMatching(/^\| `--help` \|/),
  ]);
  expect(status).toBe(0);
});

test('a row that there is not is named with those that there are', () => {
  const { stderr, status } = bench('--rows', 'lists');
  expect(stderr).toBe(
    'There is no row “lists”; there are list, check, help, version, lint, ndjson, team, judging.\n',
  );
  expect(status).toBe(2);
});
