import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rolldown } from 'rolldown';
import type { OutputChunk } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/calls/store.ts';
import { aCall, aPromise, addCall, changesIn, recordsIn, temporaryFolder, write } from './temporary-store.ts';

const SOURCE = path.resolve(import.meta.dirname, '../../src/calls/store.ts');
const PROCESSES = 32;
const ROUNDS = 3;

/** Plans and moves calls of its own, keeps promises, and puts its mark on a call that all processes edit. */
const WORKER = `
import fs from 'node:fs';
import { openStore } from './store.mjs';
const [dir, worker, rounds, sample] = process.argv.slice(2);
const { shared, promised } = JSON.parse(sample);
const store = openStore(fs, dir);
async function change(command, work) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await store.change({ command, at: '2026-11-25T08:00', now: new Date() }, work);
    } catch (error) {
      // On a slow disk the queue of so many can be longer than anybody waits; who is told so tries again.
      if (error.reason !== 'locked' || tries === 20) throw error;
    }
  }
}
for (let round = 0; round < rounds; round += 1) {
  const mark = worker + '-' + round;
  const own = { ...shared, id: 'own-' + mark };
  const due = { ...promised, id: 'due-' + mark };
  await change('plan', (edit) => {
    edit.account(round % 2 ? 'Hòa Phát' : 'HOA PHAT');
    edit.addCall(own);
    edit.addPromise(due);
  });
  await change('edit', (edit) =>
    edit.updateCall(shared, (found) => ({ ...found, agenda: [...found.agenda, mark] })));
  await change('move', (edit) => {
    edit.updateCall(own, (found) => ({ ...found, status: 'moved', movedTo: 'new-' + mark }));
    edit.addCall({ ...own, id: 'new-' + mark, startsAt: '2026-12-03', movedFrom: own.id });
  });
  await change('promise-done', (edit) => edit.updatePromise(due, (found) => ({ ...found, status: 'done' })));
}
`;

let bundle = '';
let chunks: OutputChunk[] = [];

beforeAll(async () => {
  bundle = fs.mkdtempSync(path.join(os.tmpdir(), 'plan-call-bundle-'));
  const build = await rolldown({ input: { store: SOURCE }, platform: 'node', logLevel: 'silent' });
  const { output } = await build.write({
    dir: bundle,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name].mjs',
  });
  await build.close();
  chunks = output.filter((file) => file.type === 'chunk');
  fs.writeFileSync(path.join(bundle, 'worker.mjs'), WORKER);
});

afterAll(() => fs.rmSync(bundle, { recursive: true, force: true }));

describe('many processes at once', () => {
  it(
    'all succeed and lose nothing, even when they start at a lock that a dead process left',
    { timeout: 180_000 },
    async () => {
      const dir = temporaryFolder();
      const store = openStore(fs, dir);
      await addCall(store, aCall({ agenda: [] }));
      const stale = write(dir, '.lock', JSON.stringify({ pid: 1, host: 'a computer that is off' }));
      fs.utimesSync(stale, 1, 1);

      const workers = Array.from({ length: PROCESSES }, (_, worker) => run(dir, String(worker)));
      expect(await Promise.all(workers)).toEqual(workers.map(() => ({ code: 0, stderr: '' })));

      const marks = workers
        .flatMap((_, worker) => Array.from({ length: ROUNDS }, (_round, round) => `${worker}-${round}`))
        .toSorted();
      const { calls, problems } = await store.readLatestCalls({ maxWeeks: Infinity });
      const marksOf = (start: string, status: string) =>
        calls
          .filter((call) => call.id.startsWith(start) && call.status === status)
          .map(({ id }) => id.slice(start.length))
          .toSorted();
      expect(problems).toEqual([]);
      expect(marksOf('own-', 'moved')).toEqual(marks);
      expect(marksOf('new-', 'planned')).toEqual(marks);
      expect(calls.find(({ id }) => id === aCall().id)?.agenda.toSorted()).toEqual(marks);
      const { promises } = await store.promises();
      expect(promises.map(({ id, status }) => `${status} ${id.slice(4)}`).toSorted()).toEqual(
        marks.map((mark) => `done ${mark}`),
      );
      expect((await store.accounts()).accounts).toHaveLength(1);
      expect(changesIn(store)).toHaveLength(marks.length * 4 + 1);
      expect(recordsIn(dir)).toHaveLength(marks.length * 3 + 2);
    },
  );
});

describe('start-up', () => {
  it('reading a week loads neither the schemas nor what writes', () => {
    const entry = chunks.find((chunk) => chunk.isEntry);
    const loaded = new Set<string>();
    const load = (chunk: OutputChunk | undefined): void => {
      for (const module of chunk?.moduleIds ?? []) loaded.add(module);
      for (const name of chunk?.imports ?? []) load(chunks.find((other) => other.fileName === name));
    };
    load(entry);
    const names = [...loaded].map((module) => module.replaceAll('\\', '/'));
    expect(names.filter((name) => /node_modules\/(zod|ulid)\//.test(name))).toEqual([]);
    expect(
      names.filter((name) => /calls\/(save|commit|pending|lock|machine|write|schemas)\.ts$/.test(name)),
    ).toEqual([]);
    expect(names.some((name) => name.endsWith('calls/read.ts'))).toBe(true);
  });
});

function run(dir: string, worker: string): Promise<{ code: number | null; stderr: string }> {
  const { NODE_EXTRA_CA_CERTS: _slow, NODE_OPTIONS: _options, ...env } = process.env;
  const args = [
    path.join(bundle, 'worker.mjs'),
    dir,
    worker,
    String(ROUNDS),
    JSON.stringify({ shared: aCall(), promised: aPromise() }),
  ];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stderr }));
  });
}
