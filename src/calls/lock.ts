import { dirname } from 'node:path';
import { errorCode } from '../system-error.ts';
import { remove } from './disk.ts';
import type { FileSystem } from './file-system.ts';
import { isJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Machine } from './machine.ts';
import { StoreError, namingFile } from './store-error.ts';

/** A lock older than this belongs to nobody: an edit takes milliseconds. */
const STALE_AFTER_MS = 60_000;
/** A lock without a name for so long belongs to nobody: the name is written as soon as the file is made. */
const NAMELESS_AFTER_MS = 1_000;
/** How long to wait for other processes before giving up: dozens of them, each of which waits for the disk. */
const PATIENCE_MS = 10_000;
const SHORTEST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 30;

/** Who has a lock, as far as its file tells. */
interface Holder {
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly pid: number | undefined;
  readonly host: string | undefined;
}

/**
 * Does work while no other process that asks for the same lock does.
 * @param path of the lock file
 * @throws {StoreError} `locked`, naming the holder, after ten seconds of waiting
 */
export function withLock<T>(fs: FileSystem, machine: Machine, path: string, work: () => T): T {
  // Where a lock cannot be made nothing can be written: it is the folder that matters.
  const text = namingFile(dirname(path), () => takeLock(fs, machine, path));
  try {
    return work();
  } finally {
    releaseLock(fs, path, text);
  }
}

/** @returns the text of the lock file, by which it is known again */
function takeLock(fs: FileSystem, machine: Machine, path: string): string {
  const random = Math.random().toString(36).slice(2);
  const time = new Date(machine.now()).toISOString();
  const text = JSON.stringify({ pid: machine.pid, host: machine.host, time, random });
  // Left by whoever was killed while it broke a lock.
  removeStale(fs, machine, guardOf(path), machine.now());
  let waited = 0;
  while (!createLock(fs, path, text)) {
    const holder = holderOf(fs, path);
    if (holder !== undefined && isStale(machine, holder, machine.now())) breakLock(fs, machine, path, text);
    if (waited >= PATIENCE_MS) {
      throw new StoreError(path, 'locked', `${describe(holder)} is writing to the store`);
    }
    // Who has waited longer looks more often, so that nobody waits in vain among many.
    const longest = LONGEST_PAUSE_MS * (1 - waited / PATIENCE_MS);
    const pause = SHORTEST_PAUSE_MS + Math.random() * longest;
    machine.pause(pause);
    waited += pause;
  }
  return text;
}

function releaseLock(fs: FileSystem, path: string, text: string): void {
  let found = text;
  try {
    found = fs.readFileSync(path, 'utf8');
  } catch {
    // Cannot be looked at: ours, as far as we know.
  }
  // After a minute's sleep of this computer it may be somebody else's.
  if (found === text) remove(fs, path);
}

function createLock(fs: FileSystem, path: string, text: string): boolean {
  let file: number;
  try {
    file = fs.openSync(path, 'wx', 0o600);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    try {
      fs.writeFileSync(file, text);
    } finally {
      fs.closeSync(file);
    }
    // Whoever was held up before the name was written may have lost it.
    return textOf(fs, path) === text;
  } catch (error) {
    remove(fs, path);
    throw error;
  }
}

function guardOf(path: string): string {
  return `${path}.break`;
}

/**
 * Removes a lock that nobody holds any more. Of several processes that find it, one may: otherwise a slow one would
 * remove the lock that a quick one has taken since.
 */
function breakLock(fs: FileSystem, machine: Machine, path: string, text: string): void {
  const guard = guardOf(path);
  if (!createLock(fs, guard, text)) {
    removeStale(fs, machine, guard, machine.now());
    return;
  }
  try {
    // By the clock of the disk, which on a network is another computer's and may be wrong.
    const now = fs.statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? machine.now();
    removeStale(fs, machine, path, now);
  } finally {
    remove(fs, guard);
  }
}

function removeStale(fs: FileSystem, machine: Machine, path: string, now: number): void {
  const holder = holderOf(fs, path);
  if (holder !== undefined && isStale(machine, holder, now)) remove(fs, path);
}

/** @param now milliseconds since 1970 */
function isStale(machine: Machine, { since, pid, host }: Holder, now: number): boolean {
  const age = now - since;
  if (age > STALE_AFTER_MS) return true;
  if (pid === undefined) return age > NAMELESS_AFTER_MS;
  return host === machine.host && !machine.isRunning(pid);
}

/** The holder of a lock; `undefined` when it has been released. */
function holderOf(fs: FileSystem, path: string): Holder | undefined {
  const since = fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const text = since === undefined ? undefined : textOf(fs, path);
  if (since === undefined || text === undefined) return undefined;
  const { pid, host } = parseLock(text);
  return {
    since,
    pid: typeof pid === 'number' && pid > 0 ? pid : undefined,
    host: typeof host === 'string' ? host : undefined,
  };
}

/** What is written in a lock file; `undefined` when there is none. */
function textOf(fs: FileSystem, path: string): string | undefined {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** What the text of a lock says; nothing while its holder is still writing it. */
function parseLock(text: string): JsonObject {
  try {
    const parsed: unknown = JSON.parse(text);
    return isJsonObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function describe(holder: Holder | undefined): string {
  if (holder?.pid === undefined) return 'another process';
  return `process ${holder.pid} on ${holder.host ?? 'another computer'}`;
}
