import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../calls/temporary-store.ts';
import { freshFolder } from '../support/folders.ts';
import { environment, run } from '../support/program.ts';
import type { Setting } from '../support/program.ts';

const LANGUAGES = ['en', 'vi', 'ro'] as const;

/** Commands that change something, in a store where something is. */
const CHANGING: readonly (readonly string[])[] = [
  [
    'new',
    '--account',
    'Delta Print',
    '--when',
    'fri 14:00',
    '--stage',
    'negotiation',
    '--purpose',
    'Get sign-off on drawing C',
    '--benefit',
    'their line is back two days earlier',
    '--agenda',
    'drawing C',
  ],
  ['promise', 'add', '--account', 'Nordic Pumps', '--what', 'Send drawing D', '--due', 'fri'],
  ['promise', 'done', 'ID'],
];

/** What a disk does that is in a bad way; what it says in each language. */
const FAULTS: readonly {
  readonly name: string;
  readonly fault: (store: string) => Partial<typeof fs>;
  readonly says: Readonly<Record<(typeof LANGUAGES)[number], string>>;
}[] = [
  {
    name: 'a full disk',
    fault: () => failing(['writeFileSync'], 'ENOSPC'),
    says: { en: 'there is no room left', vi: 'ổ đĩa đã đầy', ro: 'nu mai este loc' },
  },
  {
    name: 'a disk that is read-only',
    fault: () =>
      failing(['mkdirSync', 'openSync', 'writeFileSync', 'linkSync', 'renameSync'], 'EROFS', isWriting),
    says: { en: 'cannot be written to', vi: 'không cho ghi', ro: 'nu se poate scrie' },
  },
  {
    name: 'a folder of somebody else',
    fault: () => failing(['mkdirSync', 'openSync'], 'EACCES', isWriting),
    says: { en: 'writing here is not allowed', vi: 'không được phép ghi', ro: 'nu ai voie să scrii' },
  },
  {
    name: 'a disk that breaks while it is written to',
    fault: () => failing(['fsyncSync'], 'EIO'),
    says: { en: 'Nothing was changed', vi: 'Chưa có gì thay đổi', ro: 'Nimic nu s-a schimbat' },
  },
];

describe.each(FAULTS)('on $name', ({ fault, says }) => {
  describe.each(CHANGING.map((argv) => ({ argv })))('plan-call $argv.0 $argv.1', ({ argv }) => {
    test.each(LANGUAGES)('says so in one sentence (%s), and nothing is lost', async (language) => {
      const { folder, store, id } = await aStore();
      const before = contentsOf(store);
      const words = argv.map((word) => (word === 'ID' ? id : word));
      const { code, stdout, stderr } = await run(folder, words, speaking(language, { fs: fault(store) }));
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(says[language]);
      expect(stderr).toContain(store);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(contentsOf(store)).toEqual(before);

      const again = await run(folder, words);
      expect(again).toMatchObject({ code: 0, stderr: '' });
    });
  });
});

test('a folder that vanishes between reading and writing is said to be gone, and nothing is half there', async () => {
  const { folder, store, id } = await aStore();
  const readFileSync = ((path: string, ...rest: []) => {
    const content: unknown = fs.readFileSync(path, ...rest);
    // A stick that is pulled out as soon as its promises are read.
    if (path.includes('promises')) fs.renameSync(store, `${store} elsewhere`);
    return content;
  }) as typeof fs.readFileSync;
  const before = contentsOf(store);
  const { code, stdout, stderr } = await run(folder, ['promise', 'done', id], { fs: { readFileSync } });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/promises.* it is not there any more\. Nothing was changed/);
  expect(contentsOf(`${store} elsewhere`)).toEqual(before);
  expect(filesIn(store)).toEqual([]);
});

test('a folder that vanishes while it is written to is said to be so, and the change is made when it is back', async () => {
  const { folder, store } = await aStore();
  const openSync = ((path: string, ...rest: ['r']) => {
    if (path.includes('.pending.') && fs.existsSync(store)) fs.renameSync(store, `${store} elsewhere`);
    return fs.openSync(path, ...rest);
  }) as typeof fs.openSync;
  const argv = ['promise', 'add', '--account', 'Nordic Pumps', '--what', 'Send drawing D', '--due', 'fri'];
  const { code, stderr } = await run(folder, argv, { fs: { openSync } });
  expect(code).toBe(2);
  expect(stderr).toContain(store);
  expect(stderr).toContain('Nothing was changed');
  fs.rmSync(store, { recursive: true, force: true });
  fs.renameSync(`${store} elsewhere`, store);
  // The lock that went with the folder is that of a process which has ended.
  const lock = join(store, '.lock');
  fs.writeFileSync(lock, fs.readFileSync(lock, 'utf8').replace(/"pid":\d+/, `"pid":${2 ** 30}`));
  expect((await run(folder, argv)).code).toBe(0);
  const { stdout } = await run(folder, ['promises']);
  expect(stdout.match(/Send drawing D/g)).toHaveLength(1);
});

test('a place where a file stands is no store, which is said of reading and writing', async () => {
  const folder = freshFolder();
  const file = join(folder, 'store');
  fs.writeFileSync(file, 'mine');
  const listed = await run(folder, ['list', '--data', file]);
  expect(listed.code).toBe(2);
  expect(listed.stderr).toContain(file);
  const promise = ['promise', 'add', '--account', 'Nordic Pumps', '--what', 'Send drawing D', '--due', 'fri'];
  const added = await run(folder, [...promise, '--data', file]);
  expect(added.code).toBe(2);
  expect(added.stderr).toContain(file);
  expect(fs.readFileSync(file, 'utf8')).toBe('mine');
});

/** A store with a promise in it. */
async function aStore(): Promise<{ folder: string; store: string; id: string }> {
  const folder = freshFolder();
  const argv = ['promise', 'add', '--account', 'Delta Print', '--what', 'Send drawing C', '--due', 'fri'];
  const { stdout } = await run(folder, [...argv, '--json']);
  const { id }: { id: string } = JSON.parse(stdout);
  const store = join(environment(folder)['XDG_DATA_HOME'] ?? '', 'plan-call');
  return { folder, store, id: id.slice(-6) };
}

function speaking(language: string, setting: Setting): Setting {
  return { ...setting, env: { PLAN_CALL_LANG: language } };
}

function contentsOf(store: string): Record<string, string> {
  return Object.fromEntries(filesIn(store).map((name) => [name, fs.readFileSync(join(store, name), 'utf8')]));
}

/** Whether a call of the file system would change anything: all but opening a file to read it. */
function isWriting(name: string, [, flags]: readonly unknown[]): boolean {
  return name !== 'openSync' || flags !== 'r';
}

/** Some calls of the file system, which fail. */
function failing(
  names: readonly ('mkdirSync' | 'openSync' | 'writeFileSync' | 'fsyncSync' | 'linkSync' | 'renameSync')[],
  code: string,
  applies: (name: string, args: readonly unknown[]) => boolean = () => true,
): Partial<typeof fs> {
  const entries = names.map((name) => {
    const real = fs[name] as (...args: unknown[]) => unknown;
    const faulty = (...args: unknown[]): unknown => {
      // A folder that is there already need not be made.
      const isThere = name === 'mkdirSync' && fs.existsSync(String(args[0]));
      if (isThere || !applies(name, args)) return real(...args);
      throw Object.assign(new Error(`${code}: ${name}`), { code });
    };
    return [name, faulty];
  });
  return Object.fromEntries(entries) as Partial<typeof fs>;
}
