import * as fs from 'node:fs';
import { basename, join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountKey } from '../../src/calls/account.ts';
import { cleanText } from '../../src/calls/clean-text.ts';
import { freshFolder } from '../support/folders.ts';
import { environment, run } from '../support/program.ts';
import type { Run } from '../support/program.ts';

/** A file that Linux, macOS and Windows can keep, and a path in the store that is one of its own. */
const SAFE = /^(?:calls\/2026\/W48|accounts|changes\/\d{4}\/W\d\d)\/[a-z0-9][a-z0-9-]{0,63}\.json$/;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)\.json$/;

function planFor(folder: string, account: string): Promise<Run> {
  const when = ['--when', 'fri 14:00', '--purpose', 'Get sign-off on drawing C', '--stage', 'negotiation'];
  const why = ['--benefit', 'their line is back two days earlier', '--agenda', 'drawing C'];
  return run(folder, ['new', '--account', account, ...when, ...why, '--json']);
}

/** Every file below a folder, seen from the store. */
function filesFrom(folder: string): string[] {
  const store = join(environment(folder)['XDG_DATA_HOME'] ?? '', 'plan-call');
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(store, join(entry.parentPath, entry.name)));
}

function expectSafe(files: readonly string[]): void {
  for (const file of files) {
    expect(file).toMatch(SAFE);
    expect(basename(file)).not.toMatch(DEVICE);
  }
}

describe('plan-call new --account', () => {
  test.each([
    ['a path out of the store', '../../etc'],
    ['an absolute path', '/etc/passwd'],
    ['a path of Windows', 'C:\\Windows\\System32'],
    ['400 letters', 'Xưởng '.repeat(67)],
    ['emoji', '🍜🏭'],
    ['a device', 'CON'],
    ['a device with an ending', 'com1.txt'],
    ['a dot behind it', 'S.C. Delta S.R.L.'],
    ['dots alone', '..'],
    ['a dot before it', '.pending'],
    ['written from right to left', 'شركة النور'],
    ['a direction turned around', 'abc\u202egnp.exe'],
    ['other letters', '株式会社'],
    ['a null character', 'a\u0000b'],
    ['a name of JavaScript', '__proto__'],
    ['what a shell would run', '$(rm -rf ~)'],
  ])('files a call on %s under a safe name, and shows the name as it is', async (_what, account) => {
    const folder = freshFolder();
    const { code, stdout, stderr } = await planFor(folder, account);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toHaveProperty('account', cleanText(account));
    const files = filesFrom(folder);
    expect(files).toHaveLength(3);
    expectSafe(files);
    const listed = await run(folder, ['accounts', '--json']);
    expect(JSON.parse(listed.stdout)).toMatchObject([{ name: cleanText(account) }]);
  });

  test.each([
    ['nothing', ''],
    ['spaces', ' \t '],
    ['marks alone', '\u0301\u0323'],
    ['what is invisible', '\u200b\u2060'],
    ['control characters', '\u0007\u001b[31m'],
  ])('refuses a name of %s, and writes nothing', async (_what, account) => {
    const folder = freshFolder();
    const { code, stdout, stderr } = await planFor(folder, account);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
    expect(stderr).not.toContain(' at ');
    expect(filesFrom(folder)).toEqual([]);
  });

  test('any name makes safe files, or none', async () => {
    const names = fc.string({ unit: 'binary', maxLength: 80 }).filter((name) => !name.startsWith('-'));
    await fc.assert(
      fc.asyncProperty(names, async (account) => {
        const folder = freshFolder();
        const { code } = await planFor(folder, account);
        const isName = accountKey(cleanText(account)) !== '';
        expect(code).toBe(isName ? 0 : 2);
        const files = filesFrom(folder);
        expect(files).toHaveLength(isName ? 3 : 0);
        expectSafe(files);
      }),
      { numRuns: 40 },
    );
  });
});
