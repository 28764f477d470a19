import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/calls/change.ts';
import { openStore } from '../../src/calls/store.ts';
import { hiddenIn } from './scenes.ts';
import {
  aCall,
  addCall,
  addPromise,
  aPromise,
  changesIn,
  occasion,
  quietMachine,
  recordsIn,
  temporaryFolder,
  write,
} from './temporary-store.ts';

const ID = '01m8bdwp00q2v4x6z8a0c2e4g8';
const OLD = aCall();
const MOVED = aCall({ status: 'moved', movedTo: 'later' });
const LATER = aCall({ id: 'later', startsAt: '2026-12-03', movedFrom: OLD.id });
const OLD_FILE = `calls/2026/W48/${OLD.id}.json`;
const LATER_FILE = 'calls/2026/W49/later.json';

/** The move of a call, as it is pending until both files are written. */
const MOVE: Change = {
  schema: 1,
  id: ID,
  at: '2026-11-25T08:00',
  command: 'move',
  files: [
    { path: LATER_FILE, before: null, after: LATER },
    { path: OLD_FILE, before: OLD, after: MOVED },
  ],
};

/** A store with a call in it, and a change that was pending when the program was killed. */
async function interrupted(pending: unknown) {
  const dir = temporaryFolder();
  const store = openStore(fs, dir, quietMachine());
  await addCall(store, OLD);
  const file = write(dir, '.pending.json', typeof pending === 'string' ? pending : JSON.stringify(pending));
  return { dir, store, file };
}

type Interrupted = Awaited<ReturnType<typeof interrupted>>;

const put = ({ dir }: Interrupted, file: string, record: object) => write(dir, file, JSON.stringify(record));
const next = ({ store }: Interrupted) => addPromise(store, aPromise());
const commands = ({ store }: Interrupted) => changesIn(store).map(({ command }) => command);

async function callsIn({ store }: Interrupted) {
  const { calls, problems } = await store.readLatestCalls({ maxWeeks: Infinity });
  expect(problems).toEqual([]);
  return calls;
}

describe('a pending change', () => {
  it('of which nothing is done is dropped by the next change, with what was prepared for it', async () => {
    const scene = await interrupted(MOVE);
    write(scene.dir, `calls/2026/W49/.later.${ID}-0.tmp`, 'half');
    write(scene.dir, `calls/2026/W48/.${OLD.id}.${ID}-1.tmp`, 'half');
    await next(scene);
    expect(await callsIn(scene)).toEqual([OLD]);
    expect(commands(scene)).toEqual(['promise-add', 'plan']);
    expect(hiddenIn(scene.dir)).toEqual([]);
  });

  it.each([
    ['the new call is there', LATER_FILE, LATER],
    ['the old call is marked', OLD_FILE, MOVED],
  ])('is finished by the next change when %s', async (_what, file, record) => {
    const scene = await interrupted(MOVE);
    put(scene, file, record);
    await next(scene);
    expect(await callsIn(scene)).toEqual([LATER, MOVED]);
    expect(commands(scene)).toEqual(['promise-add', 'move', 'plan']);
    expect(hiddenIn(scene.dir)).toEqual([]);
  });

  it('that is wholly done comes to its place, and can be undone at once', async () => {
    const scene = await interrupted(MOVE);
    put(scene, LATER_FILE, LATER);
    put(scene, OLD_FILE, MOVED);
    expect((await scene.store.takeBackLast(occasion('undo'), 'undo')).change.command).toBe('move');
    expect(await callsIn(scene)).toEqual([OLD]);
  });

  it('is finished also by a command that changes nothing itself', async () => {
    const scene = await interrupted(MOVE);
    put(scene, LATER_FILE, LATER);
    await scene.store.change(occasion(), () => {});
    expect(await callsIn(scene)).toEqual([LATER, MOVED]);
    expect(commands(scene)).toEqual(['move', 'plan']);
  });

  it('leaves alone what somebody has changed by hand since', async () => {
    const scene = await interrupted(MOVE);
    put(scene, LATER_FILE, LATER);
    const byHand = { ...OLD, purpose: 'by hand' };
    put(scene, OLD_FILE, byHand);
    await next(scene);
    expect(await callsIn(scene)).toEqual([LATER, byHand]);
  });

  it('leaves alone a file that is damaged', async () => {
    const scene = await interrupted(MOVE);
    put(scene, LATER_FILE, LATER);
    write(scene.dir, OLD_FILE, '{');
    await next(scene);
    expect(fs.readFileSync(path.join(scene.dir, OLD_FILE), 'utf8')).toBe('{');
    expect(commands(scene)).toEqual(['promise-add', 'move', 'plan']);
  });

  it('that stands among the others already is not made again', async () => {
    const scene = await interrupted(MOVE);
    put(scene, `changes/2026/W48/${ID}.json`, MOVE);
    put(scene, LATER_FILE, LATER);
    // Undone since: the old call is as it was.
    await next(scene);
    expect(await callsIn(scene)).toEqual([LATER, OLD]);
    expect(hiddenIn(scene.dir)).toEqual([]);
  });

  it.each([
    ['empty', ''],
    ['zeroes', '\0'.repeat(300)],
    ['cut', JSON.stringify(MOVE).slice(0, 100)],
    ['of something else', '{"schema": 1}'],
    ['out of the store', { ...MOVE, id: '01m8bdwp00/../../../../../' }],
    ['of files out of the store', { ...MOVE, files: [{ path: '../x.json', before: null, after: LATER }] }],
  ])('that cannot be read (%s) is put aside and told of once', async (_name, pending) => {
    const scene = await interrupted(pending);
    const content = fs.readFileSync(scene.file, 'utf8');
    const error: unknown = await next(scene).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ reason: 'set-aside' });
    const [aside = ''] = hiddenIn(scene.dir);
    expect(error).toHaveProperty('path', path.join(scene.dir, aside));
    expect(fs.readFileSync(path.join(scene.dir, aside), 'utf8')).toBe(content);
    expect(recordsIn(scene.dir)).toEqual([aside, OLD_FILE]);

    await next(scene);
    expect(commands(scene)).toEqual(['promise-add', 'plan']);
    expect(hiddenIn(scene.dir)).toEqual([aside]);
  });

  it('of a newer plan-call waits for that', async () => {
    const scene = await interrupted({ ...MOVE, schema: 2 });
    await expect(next(scene)).rejects.toMatchObject({ reason: 'newer-schema', path: scene.file });
    expect(fs.existsSync(scene.file)).toBe(true);
  });

  it('is no record: whoever reads does not mind it', async () => {
    const scene = await interrupted(MOVE);
    expect(await callsIn(scene)).toEqual([OLD]);
    expect(commands(scene)).toEqual(['plan']);
  });

  it('that was just being written when the program was killed leaves nothing', async () => {
    const scene = await interrupted(MOVE);
    fs.unlinkSync(scene.file);
    write(scene.dir, `..pending.${ID}.tmp`, JSON.stringify(MOVE).slice(0, 100));
    await next(scene);
    expect(await callsIn(scene)).toEqual([OLD]);
    expect(hiddenIn(scene.dir)).toEqual([]);
  });
});
