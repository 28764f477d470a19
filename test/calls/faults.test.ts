import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/calls/call.ts';
import type { FileSystem } from '../../src/calls/file-system.ts';
import { openStore } from '../../src/calls/store.ts';
import type { Store } from '../../src/calls/store.ts';
import { StoreError } from '../../src/calls/store-error.ts';
import { faultyFs, systemError } from './faulty-fs.ts';
import { aCall, filesIn, quietMachine, temporaryFolder } from './temporary-store.ts';

/** Something that a rep does to a store with one call in it, and what may be read afterwards. */
interface Scene {
  readonly name: string;
  readonly work: (store: Store) => Promise<unknown>;
  readonly before: readonly Call[];
  readonly after: readonly Call[];
}

const OLD = aCall();
const NEW = aCall({ id: 'new', startsAt: '2026-12-03T10:00', purpose: 'Sign NDA' });
const EDITED = aCall({ status: 'held' });

const SCENES: Scene[] = [
  { name: 'adding', work: (store) => store.addCall(NEW), before: [OLD], after: [NEW, OLD] },
  { name: 'editing', work: (store) => store.updateCall(OLD, () => EDITED), before: [OLD], after: [EDITED] },
];

async function storeWithOneCall(): Promise<string> {
  const dir = path.join(temporaryFolder(), 'store');
  await openStore(fs, dir).addCall(OLD);
  return dir;
}

/** The system calls that the work makes when nothing goes wrong. */
async function systemCalls({ work, after }: Scene): Promise<string[]> {
  const dir = await storeWithOneCall();
  const { fs: watched, calls } = faultyFs(() => {});
  await work(openStore(watched, dir, quietMachine()));
  expect((await readAll(fs, dir)).calls).toEqual(after);
  return calls;
}

function readAll(fileSystem: FileSystem, dir: string) {
  return openStore(fileSystem, dir).readLatestCalls({ maxWeeks: Infinity });
}

const hiddenFiles = (dir: string) => filesIn(dir).filter((file) => path.basename(file).startsWith('.'));

describe.each(SCENES)('when a system call fails while $name', (scene) => {
  it.each(['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EROFS', 'EINTR'])(
    '(%s) the old or the new stands, whole',
    async (code) => {
      const calls = await systemCalls(scene);
      expect(calls.length).toBeGreaterThan(8);
      for (const [failing, name] of calls.entries()) {
        const where = `${code} at call ${failing}, ${name}`;
        const dir = await storeWithOneCall();
        const { fs: faulty } = faultyFs((_name, index) => {
          if (index === failing) throw systemError(code);
        });
        const error = await outcome(scene.work(openStore(faulty, dir, quietMachine())));
        const found = await readAll(fs, dir);
        expect(found.problems, where).toEqual([]);
        expect(hiddenFiles(dir), where).toEqual([]);
        if (error === undefined) {
          expect(found.calls, where).toEqual(scene.after);
          continue;
        }
        expect(error, where).toBeInstanceOf(StoreError);
        expect(error, where).toHaveProperty('message', expect.stringContaining(dir));
        const isThere = error instanceof StoreError && error.reason === 'unconfirmed';
        expect(found.calls, where).toEqual(isThere ? scene.after : scene.before);
      }
    },
  );

  it('every call that fails from then on leaves the old or the new, whole', async () => {
    expect.hasAssertions();
    const calls = await systemCalls(scene);
    for (const [failing, name] of calls.entries()) {
      const dir = await storeWithOneCall();
      const { fs: faulty } = faultyFs((_name, index) => {
        if (index >= failing) throw systemError('EIO');
      });
      const error = await outcome(scene.work(openStore(faulty, dir, quietMachine())));
      if (error !== undefined) expect(error, name).toBeInstanceOf(StoreError);
      await expectOldOrNew(scene, dir, name);
    }
  });
});

describe.each(SCENES)('when the program is killed while $name', (scene) => {
  it('the old or the new stands, and the next command carries on', async () => {
    const calls = await systemCalls(scene);
    for (const [last, name] of calls.entries()) {
      const dir = await storeWithOneCall();
      const { fs: killed } = faultyFs((_name, index) => {
        if (index >= last) throw new Error('killed');
      });
      await outcome(scene.work(openStore(killed, dir, quietMachine({ pid: 1000 }))));
      await expectOldOrNew(scene, dir, name);

      const machine = quietMachine({ pid: 2000, isRunning: (pid) => pid !== 1000 });
      const next = openStore(fs, dir, machine);
      await next.updateCall(OLD, (call) => ({ ...call, contact: 'Chị Lan' }));
      const { calls: found } = await next.readLatestCalls({ maxWeeks: Infinity });
      expect(found.find(({ id }) => id === OLD.id)?.contact, name).toBe('Chị Lan');
    }
  });
});

async function expectOldOrNew({ before, after }: Scene, dir: string, where: string): Promise<void> {
  const { calls, problems } = await readAll(fs, dir);
  expect(problems, where).toEqual([]);
  expect([before, after], where).toContainEqual(calls);
}

/** What was thrown, if anything. */
async function outcome(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return error;
  }
}
