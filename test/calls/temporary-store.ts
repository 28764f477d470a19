import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Call } from '../../src/calls/call.ts';
import type { Machine } from '../../src/calls/machine.ts';
import type { Promised } from '../../src/calls/promise.ts';

/** A new empty folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const dir = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'plan-call-'));
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
