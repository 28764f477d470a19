import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { FileSystem } from '../../src/calls/file-system.ts';
import { openStore } from '../../src/calls/store.ts';
import { move } from './scenes.ts';
import { aCall, addCall, quietMachine, temporaryFolder, updateCall } from './temporary-store.ts';

/** The real file system, and what it was told in the order that matters after a power cut. */
function recorded(dir: string): { fs: FileSystem; steps: string[] } {
  const steps: string[] = [];
  const opened = new Map<number, string>();
  const short = (file: string) =>
    path
      .relative(dir, file)
      .replace(/\.[^/]*\.tmp$/, 'temporary')
      .replace(/[0-9a-z]{26}\.json$/, (name) => (file.includes('/changes/') ? 'change' : name)) || 'store';
  const recording = {
    ...fs,
    openSync: (file: string, flags: string, mode?: number) => {
      const handle = fs.openSync(file, flags, mode);
      opened.set(handle, short(file));
      return handle;
    },
    fsyncSync: (handle: number) => {
      steps.push(`sync ${opened.get(handle)}`);
      fs.fsyncSync(handle);
    },
    linkSync: (from: string, to: string) => {
      steps.push(`link ${short(to)}`);
      fs.linkSync(from, to);
    },
    renameSync: (from: string, to: string) => {
      steps.push(`rename ${short(to)}`);
      fs.renameSync(from, to);
    },
    unlinkSync: (file: string) => {
      // That something is gone which nobody needs may be lost.
      if (!/\.(?:tmp|lock)$/.test(file)) steps.push(`unlink ${short(file)}`);
      fs.unlinkSync(file);
    },
  };
  return { fs: recording as FileSystem, steps };
}

const FILE = 'calls/2026/W48/01kb1ncsw0q2v4x6z8a0c2e4g6.json';
const PENDING = ['sync temporary', 'link .pending.json', 'sync store'];
const SETTLED = ['rename changes/2026/W48/change', 'sync changes/2026/W48'];

it('what was written is on the disk before it gets its name, and the name before the command ends', async () => {
  const dir = path.join(temporaryFolder(), 'store');
  const { fs: recording, steps } = recorded(dir);
  const store = openStore(recording, dir, quietMachine());

  await addCall(store, aCall());
  expect(steps.splice(0)).toEqual([
    'sync ..',
    'sync changes/2026',
    'sync changes',
    'sync store',
    ...PENDING,
    'sync calls/2026',
    'sync calls',
    'sync store',
    'sync calls/2026/W48/temporary',
    `link ${FILE}`,
    'sync calls/2026/W48',
    ...SETTLED,
  ]);

  await updateCall(store, aCall(), (call) => ({ ...call, status: 'held' }));
  expect(steps).toEqual([
    ...PENDING,
    'sync calls/2026/W48/temporary',
    `rename ${FILE}`,
    'sync calls/2026/W48',
    ...SETTLED,
  ]);
});

it('a change of several files is on the disk before the first is touched, and they before it is done', async () => {
  const dir = path.join(temporaryFolder(), 'store');
  const { fs: recording, steps } = recorded(dir);
  const store = openStore(recording, dir, quietMachine());
  await addCall(store, aCall());
  steps.splice(0);

  await move(store);
  expect(steps).toEqual([
    ...PENDING,
    'sync calls/2026',
    'sync calls/2026/W49/temporary',
    'sync calls/2026/W48/temporary',
    'link calls/2026/W49/later.json',
    `rename ${FILE}`,
    'sync calls/2026/W48',
    'sync calls/2026/W49',
    ...SETTLED,
  ]);
});

it('a change that was left half done is finished in the same order', async () => {
  const dir = path.join(temporaryFolder(), 'store');
  const { fs: recording, steps } = recorded(dir);
  const store = openStore(recording, dir, quietMachine());
  await addCall(store, aCall());
  await expect(move(openStore(diskThatFailsAt('renameSync'), dir, quietMachine()))).rejects.toMatchObject({
    reason: 'unfinished',
  });
  steps.splice(0);

  await addCall(store, aCall({ id: 'next' }));
  expect(steps.slice(0, 4)).toEqual([
    'sync calls/2026/W48/temporary',
    `rename ${FILE}`,
    'sync calls/2026/W48',
    'sync calls/2026/W49',
  ]);
  expect(steps.slice(4, 6)).toEqual(SETTLED);
});

/** A disk on which from the first call of that name on everything fails. */
function diskThatFailsAt(name: keyof FileSystem): FileSystem {
  let isBroken = false;
  return new Proxy<FileSystem>(fs, {
    get(target, key, receiver) {
      const real: unknown = Reflect.get(target, key, receiver);
      if (typeof real !== 'function') return real;
      return (...args: unknown[]): unknown => {
        isBroken ||= key === name;
        if (isBroken && key !== 'unlinkSync') throw Object.assign(new Error('EIO'), { code: 'EIO' });
        return Reflect.apply(real, target, args);
      };
    },
  });
}
