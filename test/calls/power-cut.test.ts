import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { FileSystem } from '../../src/calls/file-system.ts';
import { openStore } from '../../src/calls/store.ts';
import { aCall, quietMachine, temporaryFolder } from './temporary-store.ts';

/** The real file system, and what it was told in the order that matters after a power cut. */
function recorded(dir: string): { fs: FileSystem; steps: string[] } {
  const steps: string[] = [];
  const opened = new Map<number, string>();
  const short = (file: string) => path.relative(dir, file).replace(/\.[^/]*\.tmp$/, 'temporary') || 'store';
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
  };
  return { fs: recording as FileSystem, steps };
}

it('what was written is on the disk before it gets its name, and the name before the command ends', async () => {
  const dir = path.join(temporaryFolder(), 'store');
  const { fs: recording, steps } = recorded(dir);
  const store = openStore(recording, dir, quietMachine());
  const file = 'calls/2026/W48/01kb1ncsw0q2v4x6z8a0c2e4g6.json';

  await store.addCall(aCall());
  expect(steps.splice(0)).toEqual([
    'sync calls/2026',
    'sync calls',
    'sync store',
    'sync ..',
    'sync calls/2026/W48/temporary',
    `link ${file}`,
    'sync calls/2026/W48',
  ]);

  await store.updateCall(aCall(), (call) => ({ ...call, status: 'held' }));
  expect(steps).toEqual(['sync calls/2026/W48/temporary', `rename ${file}`, 'sync calls/2026/W48']);
});
