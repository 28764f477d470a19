import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rolldown } from 'rolldown';
import type { OutputChunk } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/calls/store.ts';
import { aCall, filesIn, temporaryFolder, write } from './temporary-store.ts';

const SOURCE = path.resolve(import.meta.dirname, '../../src/calls/store.ts');
const PROCESSES = 16;
const ROUNDS = 5;

/** Adds calls of its own, and puts its mark on a call that all processes edit. */
const WORKER = `
import fs from 'node:fs';
import { openStore } from './store.mjs';
const [dir, worker, rounds, sample] = process.argv.slice(2);
const call = JSON.parse(sample);
const store = openStore(fs, dir);
async function patiently(work) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      // On a slow disk the queue can be longer than two seconds.
      if (error.reason !== 'locked' || tries === 20) throw error;
    }
  }
}
for (let round = 0; round < rounds; round += 1) {
  const mark = worker + '-' + round;
  await store.addCall({ ...call, id: 'own-' + mark });
  await patiently(() => store.updateCall(call, (found) => ({ ...found, agenda: [...found.agenda, mark] })));
  await store.addAccount(round % 2 ? 'Hòa Phát' : 'HOA PHAT');
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
    'lose nothing, even when they start at a lock that a dead process left',
    { timeout: 120_000 },
    async () => {
      const dir = temporaryFolder();
      const store = openStore(fs, dir);
      await store.addCall(aCall({ agenda: [] }));
      const stale = write(dir, '.lock', JSON.stringify({ pid: 1, host: 'a computer that is off' }));
      fs.utimesSync(stale, 1, 1);

      const workers = Array.from({ length: PROCESSES }, (_, worker) => run(dir, String(worker)));
      expect(await Promise.all(workers)).toEqual(workers.map(() => ({ code: 0, stderr: '' })));

      const { calls, problems } = await store.readWeek({ year: 2026, week: 48 });
      const marks = workers.flatMap((_, worker) =>
        Array.from({ length: ROUNDS }, (_round, round) => `${worker}-${round}`),
      );
      expect(problems).toEqual([]);
      const own = calls.filter(({ id }) => id.startsWith('own-')).map(({ id }) => id);
      expect(own.sort()).toEqual(marks.map((mark) => `own-${mark}`).sort());
      const shared = calls.find(({ id }) => id === aCall().id);
      expect([...(shared?.agenda ?? [])].sort()).toEqual(marks.sort());
      expect((await store.accounts()).accounts).toHaveLength(1);
      expect(filesIn(dir)).toHaveLength(PROCESSES * ROUNDS + 2);
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
    expect(names.filter((name) => /calls\/(save|lock|machine|write|schemas)\.ts$/.test(name))).toEqual([]);
    expect(names.some((name) => name.endsWith('calls/read.ts'))).toBe(true);
  });
});

function run(dir: string, worker: string): Promise<{ code: number | null; stderr: string }> {
  const { NODE_EXTRA_CA_CERTS: _slow, NODE_OPTIONS: _options, ...env } = process.env;
  const args = [path.join(bundle, 'worker.mjs'), dir, worker, String(ROUNDS), JSON.stringify(aCall())];
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
