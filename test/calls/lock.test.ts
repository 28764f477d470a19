import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/calls/store.ts';
import type { Machine } from '../../src/calls/machine.ts';
import { thisMachine } from '../../src/calls/machine.ts';
import {
  aCall,
  addCall,
  filesIn,
  quietMachine,
  temporaryFolder,
  updateCall,
  write,
} from './temporary-store.ts';

const MINUTE_AGO_AND_MORE = 61;

/** A store with one call, and a lock that somebody left or holds. */
async function lockedStore(
  lock: object | string,
  secondsOld = 0,
): Promise<{ dir: string; lockPath: string }> {
  const dir = temporaryFolder();
  await addCall(openStore(fs, dir), aCall());
  const lockPath = write(dir, '.lock', typeof lock === 'string' ? lock : JSON.stringify(lock));
  const time = Date.now() / 1000 - secondsOld;
  fs.utimesSync(lockPath, time, time);
  return { dir, lockPath };
}

function hold(dir: string, machine: Machine) {
  return updateCall(openStore(fs, dir, machine), aCall(), (call) => ({ ...call, status: 'held' }));
}

async function statusIn(dir: string): Promise<string | undefined> {
  const { calls } = await openStore(fs, dir).readWeek({ year: 2026, week: 48 });
  return calls[0]?.status;
}

describe('a lock that somebody holds', () => {
  it('is waited for ten seconds, then its holder is named', async () => {
    const { dir, lockPath } = await lockedStore({ pid: 77, host: 'here' });
    const machine = quietMachine();
    await expect(hold(dir, machine)).rejects.toMatchObject({
      reason: 'locked',
      path: lockPath,
      message: `${lockPath}: process 77 on here is writing to the store. Nothing was changed. Wait a moment, then try again.`,
    });
    expect(machine.paused()).toBeGreaterThanOrEqual(10_000);
    expect(machine.paused()).toBeLessThan(10_100);
    expect(await statusIn(dir)).toBe('planned');
    expect(fs.existsSync(lockPath)).toBe(true);
  });

  it('is taken as soon as it is released', async () => {
    const { dir, lockPath } = await lockedStore({ pid: 77, host: 'here' });
    let pauses = 0;
    const machine = quietMachine({
      pause: () => {
        pauses += 1;
        if (pauses === 3) fs.unlinkSync(lockPath);
      },
    });
    await hold(dir, machine);
    expect(pauses).toBe(3);
    expect(await statusIn(dir)).toBe('held');
    expect(fs.existsSync(lockPath)).toBe(false);
  });

  it('is respected on another computer, whose processes cannot be seen', async () => {
    const { dir } = await lockedStore({ pid: 77, host: 'the office' });
    const machine = quietMachine({ isRunning: () => false });
    await expect(hold(dir, machine)).rejects.toThrow('process 77 on the office is writing');
  });

  it('is respected for a second while its holder is still writing its name', async () => {
    const { dir, lockPath } = await lockedStore('{"pid": 7');
    const machine = quietMachine({
      pause: () => {
        throw new Error('waited');
      },
    });
    await expect(hold(dir, machine)).rejects.toThrow('waited');
    expect(fs.existsSync(lockPath)).toBe(true);
  });

  it('is not taken by whoever was held up so long that another took it', async () => {
    const { dir, lockPath } = await lockedStore({ pid: 77, host: 'the office' });
    fs.unlinkSync(lockPath);
    const theirs = JSON.stringify({ pid: 99, host: 'the office' });
    const heldUp = {
      ...fs,
      closeSync: (file: number) => {
        fs.closeSync(file);
        fs.writeFileSync(lockPath, theirs);
      },
    };
    const late = updateCall(openStore(heldUp, dir, quietMachine()), aCall(), (call) => ({
      ...call,
      status: 'held',
    }));
    await expect(late).rejects.toThrow('process 99 on the office');
    expect(await statusIn(dir)).toBe('planned');
    expect(fs.readFileSync(lockPath, 'utf8')).toBe(theirs);
  });
});

describe('a lock that nobody holds any more', () => {
  it.each([
    ['its process is gone', { pid: 77, host: 'here' }, 0],
    ['it is a minute old', { pid: 78, host: 'here' }, MINUTE_AGO_AND_MORE],
    ['it is a minute old, from another computer', { pid: 77, host: 'the office' }, MINUTE_AGO_AND_MORE],
    ['it has been without a name for a while', '{"pid', 2],
  ])('is broken: %s', async (_why, lock, secondsOld) => {
    const { dir } = await lockedStore(lock, secondsOld);
    await hold(dir, quietMachine({ isRunning: (pid) => pid !== 77 }));
    expect(await statusIn(dir)).toBe('held');
    expect(filesIn(dir).filter((file) => path.basename(file).startsWith('.'))).toEqual([]);
  });

  it('is broken even when somebody was killed while breaking it', async () => {
    const { dir, lockPath } = await lockedStore({ pid: 77, host: 'here' });
    const guard = write(dir, '.lock.break', '');
    fs.utimesSync(guard, 1, 1);
    await hold(dir, quietMachine({ isRunning: () => false }));
    expect(await statusIn(dir)).toBe('held');
    expect([fs.existsSync(lockPath), fs.existsSync(guard)]).toEqual([false, false]);
  });

  it('is not broken by two at once: the second would remove the lock of the first', async () => {
    const { dir, lockPath } = await lockedStore({ pid: 77, host: 'here' });
    write(dir, '.lock.break', JSON.stringify({ pid: 78, host: 'here' }));
    await expect(hold(dir, quietMachine({ isRunning: (pid) => pid === 78 }))).rejects.toMatchObject({
      reason: 'locked',
    });
    expect(fs.existsSync(lockPath)).toBe(true);
  });
});

describe('releasing', () => {
  it('leaves a lock that somebody else has taken since', async () => {
    const dir = temporaryFolder();
    const store = openStore(fs, dir, quietMachine());
    await addCall(store, aCall());
    const theirs = JSON.stringify({ pid: 99, host: 'the office' });
    await updateCall(store, aCall(), (call) => {
      fs.writeFileSync(path.join(dir, '.lock'), theirs);
      return { ...call, status: 'held' };
    });
    expect(fs.readFileSync(path.join(dir, '.lock'), 'utf8')).toBe(theirs);
  });
});

describe('a file that Windows holds for a moment', () => {
  it('is replaced when it is let go', async () => {
    const dir = temporaryFolder();
    await addCall(openStore(fs, dir), aCall());
    let refused = 0;
    const scanned = {
      ...fs,
      renameSync: (from: string, to: string) => {
        refused += 1;
        if (refused <= 3) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
        fs.renameSync(from, to);
      },
    };
    const machine = quietMachine();
    await updateCall(openStore(scanned as typeof fs, dir, machine), aCall(), (call) => ({
      ...call,
      status: 'held',
    }));
    expect(machine.paused()).toBe(70);
    expect(await statusIn(dir)).toBe('held');
  });
});

describe('this machine', () => {
  it('knows which of its processes run', () => {
    const machine = thisMachine();
    expect(machine.pid).toBe(process.pid);
    expect(machine.isRunning(process.pid)).toBe(true);
    expect(machine.isRunning(1)).toBe(true);
    expect(machine.isRunning(2 ** 30)).toBe(false);
  });
});
