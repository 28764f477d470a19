import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Call } from '../../src/calls/call.ts';
import type { Account } from '../../src/calls/account.ts';
import type { Change, Occasion } from '../../src/calls/change.ts';
import type { Machine } from '../../src/calls/machine.ts';
import type { Promised } from '../../src/calls/promise.ts';
import type { Problem } from '../../src/calls/read.ts';
import type { Store } from '../../src/calls/store.ts';

/** A new empty folder that is gone when the test is over. */
export function temporaryFolder(parent = os.tmpdir()): string {
  const dir = fs.mkdtempSync(path.join(fs.realpathSync(parent), 'plan-call-'));
  onTestFinished(() => fs.rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export function aCall(changes: Partial<Call> = {}): Call {
  return {
    schema: 1,
    id: '01kb1ncsw0q2v4x6z8a0c2e4g6',
    account: 'Cơ khí Bình Minh',
    startsAt: '2026-11-26T09:30',
    timeZone: 'Asia/Ho_Chi_Minh',
    durationMinutes: 45,
    channel: 'visit',
    stage: 'negotiation',
    status: 'planned',
    purpose: 'Chốt ngày giao 200 bộ lọc',
    agenda: ['Lịch giao hàng'],
    preparation: [],
    ...changes,
  };
}

export function aPromise(changes: Partial<Promised> = {}): Promised {
  return {
    schema: 1,
    id: '01kb1ncsw0q2v4x6z8a0c2e4g7',
    account: 'Cơ khí Bình Minh',
    by: 'us',
    what: 'Gửi bản vẽ C',
    due: '2026-11-30',
    status: 'open',
    ...changes,
  };
}

/** When, and by what command, something is changed in a test. */
export function occasion(command = 'test', changes: Partial<Occasion> = {}): Occasion {
  return { command, at: '2026-11-25T08:00', now: new Date('2026-11-25T06:00Z'), ...changes };
}

/** A call, or another record, and the file in which it is kept. */
export interface Kept<T> {
  readonly path: string;
  readonly record: T;
}

/* One change of a store that does one thing. */

export async function addCall(store: Store, call: Call): Promise<Kept<Call>> {
  const record = await store.change(occasion('plan'), (edit) => edit.addCall(call));
  return { path: store.pathOf(record), record };
}

export async function updateCall(
  store: Store,
  call: Pick<Call, 'id' | 'startsAt'>,
  change: (call: Call) => Call,
): Promise<Kept<Call>> {
  const record = await store.change(occasion('edit'), (edit) => edit.updateCall(call, change));
  return { path: store.pathOf(record), record };
}

export function addPromise(store: Store, promised: Promised): Promise<Promised> {
  return store.change(occasion('promise-add'), (edit) => edit.addPromise(promised));
}

export function updatePromise(
  store: Store,
  promised: Promised,
  change: (promised: Promised) => Promised,
): Promise<Promised> {
  return store.change(occasion('promise-done'), (edit) => edit.updatePromise(promised, change));
}

export function addAccount(store: Store, name: string): Promise<Account> {
  return store.change(occasion('account-add'), (edit) => edit.account(name));
}

/** The changes that are kept, the newest first. */
export function changesIn(store: Store): Change[] {
  const problems: Problem[] = [];
  const changes = [...store.changes(problems)];
  expect(problems).toEqual([]);
  return changes;
}

/** Every path below a folder but those of the changes that were made. */
export function recordsIn(dir: string): string[] {
  return filesIn(dir).filter((file) => !file.startsWith(`changes${path.sep}`));
}

/** Every path below a folder, relative to it, sorted. */
export function filesIn(dir: string): string[] {
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .sort();
}

export function write(dir: string, name: string, content: string | Buffer): string {
  const file = path.join(dir, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  return file;
}

/** A machine on which time passes only while something waits. */
export function quietMachine(changes: Partial<Machine> = {}): Machine & { paused(): number } {
  let paused = 0;
  const start = Date.now();
  return {
    pid: 4711,
    host: 'here',
    isRunning: () => true,
    now: () => start + paused,
    pause: (milliseconds) => {
      paused += milliseconds;
    },
    ...changes,
    paused: () => paused,
  };
}
