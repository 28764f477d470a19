import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, freshFolder } from '../support/folders.ts';
import { run } from '../support/program.ts';

const CLEAN = fs.readFileSync(join(ROOT, 'test', 'fixtures', 'reports', 'clean.md'), 'utf8');
const COURTESY = CLEAN.replace('Get sign-off on drawing C.', 'Courtesy call.');

test('what is saved is judged again, in the language of the user, until the program is ended', async () => {
  const folder = freshFolder();
  fs.writeFileSync(join(folder, 'a.md'), CLEAN);
  const ending = new AbortController();
  const steps = [
    () => fs.writeFileSync(join(folder, 'a.md'), COURTESY),
    () => fs.writeFileSync(join(folder, 'new.md'), CLEAN),
    () => fs.rmSync(join(folder, 'new.md')),
    () => ending.abort(),
  ];
  const { stdout, stderr, code } = await run(folder, ['lint', '.', '--watch', '--quiet', '--lang', 'vi'], {
    ending: ending.signal,
    // The line that says what is watched comes when all before it is done.
    onNote: (text) => text.includes('Ctrl-C') && steps.shift()?.(),
  });
  expect(code).toBe(0);
  expect(stdout.match(/\[courtesy-call\]/g)).toHaveLength(1);
  expect(stderr.split('\n').filter((line) => /\d\d:\d\d:\d\d/.test(line))).toEqual([
    expect.stringMatching(/a\.md$/),
    expect.stringMatching(/new\.md$/),
    expect.stringMatching(/new\.md$/),
  ]);
});

test('standard input comes but once', async () => {
  const { code, stderr } = await run(freshFolder(), ['lint', '-', '--watch']);
  expect(code).toBe(2);
  expect(stderr).toContain('--watch watches files');
});
