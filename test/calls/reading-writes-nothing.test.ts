import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../src/calls/store.ts';
import { faultyFs } from './faulty-fs.ts';
import {
  aCall,
  aPromise,
  addAccount,
  addCall,
  addPromise,
  temporaryFolder,
  write,
} from './temporary-store.ts';

const READING = new Set(['readFileSync', 'readdirSync']);

it('reading writes nothing, not even beside damaged files', async () => {
  const dir = temporaryFolder();
  const store = openStore(fs, dir);
  await addCall(store, aCall());
  await addPromise(store, aPromise());
  await addAccount(store, 'Bình Minh');
  write(dir, 'calls/2026/W48/broken.json', '{');
  write(dir, 'calls/2026/W48/newer.json', JSON.stringify({ ...aCall({ id: 'newer' }), schema: 9 }));
  write(dir, 'calls/2026/W48/.left.1.abc.tmp', 'half');
  write(dir, '.lock', '{}');
  const before = snapshot(dir);

  const { fs: readOnly, calls } = faultyFs((name) => {
    if (!READING.has(name)) throw new Error(`${name} while reading`);
  });
  const reader = openStore(readOnly, dir);
  expect((await reader.readWeek({ year: 2026, week: 48 })).calls).toHaveLength(2);
  await reader.readWeek({ year: 2026, week: 49 });
  await reader.readWeeks([{ year: 2026, week: 48 }]);
  await reader.readLatestCalls({ before: '2026-12-01', maxWeeks: 5 });
  await reader.accounts();
  await reader.promises();
  reader.pathOf(aCall());

  expect(calls.length).toBeGreaterThan(5);
  expect(snapshot(dir)).toEqual(before);
});

/** Every path with its size and the time of its last change, folders too. */
function snapshot(dir: string): string[] {
  const names = ['', ...fs.readdirSync(dir, { recursive: true, encoding: 'utf8' })];
  return names.sort().map((name) => {
    const { size, mtimeNs, ctimeNs } = fs.statSync(path.join(dir, name), { bigint: true });
    return `${name} ${size} ${mtimeNs} ${ctimeNs}`;
  });
}
