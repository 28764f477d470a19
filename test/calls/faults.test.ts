import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/calls/store.ts';
import { StoreError } from '../../src/calls/store-error.ts';
import { faultyFs, quickFs, systemError } from './faulty-fs.ts';
import { OLD, SCENES, beginning, copyOf, hiddenIn, visibleIn } from './scenes.ts';
import type { Visible } from './scenes.ts';
import { quietMachine, updateCall } from './temporary-store.ts';

const CODES = ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EROFS', 'EINTR'];

describe.each(SCENES)('while $name', (scene) => {
  let template = '';
  let before: Visible;
  let after: Visible;
  /** The system calls that are made when nothing goes wrong. */
  let calls: string[] = [];
  let left: string[] = [];

  beforeEach(async () => {
    template = await beginning(scene);
    before = await visibleIn(template);
    const dir = copyOf(template);
    const { fs: watched, calls: made } = faultyFs(() => {});
    await scene.work(openStore(watched, dir, quietMachine()));
    after = await visibleIn(dir);
    calls = [...made];
    left = hiddenIn(dir);
  });

  it('nothing is left behind when all goes well', () => {
    expect(calls.length).toBeGreaterThan(20);
    expect(after).not.toEqual(before);
    expect([...before.problems, ...after.problems, ...left]).toEqual([]);
  });

  it.each(CODES)('a system call fails (%s): the error says truly what became of it', async (code) => {
    for (const [failing, name] of calls.entries()) {
      const where = `${code} at call ${failing}, ${name}`;
      const dir = copyOf(template);
      const { fs: faulty } = faultyFs((_name, index) => {
        if (index === failing) throw systemError(code);
      });
      const error = await outcome(scene.work(openStore(faulty, dir, quietMachine())));
      if (error !== undefined) expectStoreError(error, dir, where);
      const isMade = error === undefined || hasReason(error, 'unconfirmed');
      const expected = isMade ? after : before;
      const visible = await visibleIn(dir);
      if (!hasReason(error, 'unconfirmed', 'unfinished')) {
        expect(hiddenIn(dir), where).toEqual([]);
        expect(visible, where).toEqual(expected);
        continue;
      }
      // It may still have to come to its place among the others.
      expect({ ...visible, history: expected.history }, where).toEqual(expected);
      await expectWhole(dir, [expected], where);
    }
  });

  it('every system call fails from one on: each file is whole, and the next change makes the store so', async () => {
    expect.hasAssertions();
    for (const [failing, name] of calls.entries()) {
      const where = `call ${failing}, ${name}`;
      const dir = copyOf(template);
      const { fs: faulty } = faultyFs((_name, index) => {
        if (index >= failing) throw systemError('EIO');
      });
      const error = await outcome(scene.work(openStore(faulty, dir, quietMachine({ pid: 1000 }))));
      if (error !== undefined) expectStoreError(error, dir, where);
      await expectEachOldOrNew(dir, where);
      const isMade = error === undefined || hasReason(error, 'unconfirmed');
      const isOpen = hasReason(error, 'unfinished');
      const visible = await visibleIn(dir);
      if (isMade) expect({ ...visible, history: after.history }, where).toEqual(after);
      else if (!isOpen) expect(visible, where).toEqual(before);
      await expectWhole(dir, isOpen ? [before, after] : [isMade ? after : before], where);
    }
  });

  it('the program is killed: each file is whole, and the next change makes the store so', async () => {
    const found = new Set<Visible>();
    for (const [last, name] of calls.entries()) {
      const where = `killed at call ${last}, ${name}`;
      const dir = copyOf(template);
      const { fs: killed } = faultyFs((_name, index) => {
        if (index >= last) throw new Error('killed');
      });
      await outcome(scene.work(openStore(killed, dir, quietMachine({ pid: 1000 }))));
      await expectEachOldOrNew(dir, where);
      found.add(await expectWhole(dir, [before, after], where));
    }
    expect(found).toEqual(new Set([before, after]));
  });

  /** Every record is as it was or as it is to be, and nothing is damaged. */
  async function expectEachOldOrNew(dir: string, where: string): Promise<void> {
    const visible = await visibleIn(dir);
    expect(visible.problems, where).toEqual([]);
    for (const kind of ['calls', 'accounts', 'promises', 'reports'] as const) {
      const known = [...before[kind], ...after[kind]];
      for (const record of visible[kind]) expect(known, where).toContainEqual(record);
      // What is there before and after is there all the time.
      const ids = new Set(visible[kind].map(({ id }) => id));
      const lost = before[kind].filter(({ id }) => after[kind].some((one) => one.id === id) && !ids.has(id));
      expect(lost, where).toEqual([]);
    }
  }

  /** Once another change is made, and taken back, the store is one of those expected. */
  async function expectWhole(dir: string, expected: readonly Visible[], where: string): Promise<Visible> {
    forgetNameless(dir);
    const next = openStore(quickFs, dir, quietMachine({ pid: 2000, isRunning: (pid) => pid !== 1000 }));
    await updateCall(next, OLD, (call) => ({ ...call, preparation: ['next'] }));
    await updateCall(next, OLD, (call) => ({ ...call, preparation: [] }));
    expect(hiddenIn(dir), where).toEqual([]);
    const visible = await visibleIn(dir);
    const settled = { ...visible, history: visible.history.slice(2) };
    expect(expected, where).toContainEqual(settled);
    return expected.find(({ history }) => history.length === settled.history.length) ?? settled;
  }
});

/** Lets a second pass for a lock whose holder could not write its name. */
function forgetNameless(dir: string): void {
  const lock = path.join(dir, '.lock');
  if (fs.existsSync(lock) && !fs.readFileSync(lock, 'utf8').endsWith('}')) fs.utimesSync(lock, 1, 1);
}

function expectStoreError(error: unknown, dir: string, where: string): void {
  expect(error, where).toBeInstanceOf(StoreError);
  expect(error, where).toHaveProperty('message', expect.stringContaining(dir));
}

function hasReason(error: unknown, ...reasons: readonly string[]): boolean {
  return error instanceof StoreError && reasons.includes(error.reason);
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
