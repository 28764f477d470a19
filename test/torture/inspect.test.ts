import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../src/calls/store.ts';
import { inspect } from '../../src/torture/inspect.ts';
import { OLD, beginning, move } from '../calls/scenes.ts';
import { aCall, write } from '../calls/temporary-store.ts';

const FILE = `calls/2026/W48/${OLD.id}.json`;

/** A store in which a call was moved. */
async function movedStore(): Promise<string> {
  const dir = await beginning({});
  await move(openStore(fs, dir));
  return dir;
}

/** Makes the last change of a store pending again. */
function makePending(dir: string): void {
  const folder = path.join(dir, 'changes/2026/W48');
  const [last = ''] = fs.readdirSync(folder).toSorted().toReversed();
  fs.renameSync(path.join(folder, last), path.join(dir, '.pending.json'));
}

it('nothing is wrong with a store that holds what its changes say', async () => {
  const { faults, isLeft, isPending, changes, stock } = await inspect(await movedStore());
  expect({ faults, isLeft, isPending }).toEqual({ faults: [], isLeft: false, isPending: false });
  expect(changes.map(({ command }) => command)).toEqual(['plan', 'move']);
  expect(stock.calls.map(({ id }) => id)).toEqual(['later']);
  expect(stock.promises).toHaveLength(1);
});

it.each([
  ['half of it is made', JSON.stringify(OLD), [], true],
  ['all of it is made', undefined, [], false],
  [
    'something else was made',
    JSON.stringify({ ...OLD, purpose: 'else' }),
    [`${FILE}: not what the changes say`],
    true,
  ],
])('with a pending change of which %s', async (_name, content, faults, isHalfMade) => {
  const dir = await movedStore();
  makePending(dir);
  if (content !== undefined) write(dir, FILE, content);
  expect(await inspect(dir)).toMatchObject({ faults, isHalfMade, isPending: true, isLeft: true });
});

it('a change that was made and forgotten is a fault in each of its files', async () => {
  const dir = await movedStore();
  makePending(dir);
  fs.unlinkSync(path.join(dir, '.pending.json'));
  const { faults } = await inspect(dir);
  expect(faults.toSorted()).toEqual([
    `${FILE}: not what the changes say`,
    'calls/2026/W49/later.json: not what the changes say',
  ]);
});

it('a record that is lost, and a file that is damaged, are faults', async () => {
  const dir = await movedStore();
  fs.unlinkSync(path.join(dir, FILE));
  const damaged = write(dir, 'promises/01kb1ncsw0q2v4x6z8a0c2e4g7.json', '{');
  write(dir, 'accounts/copy.json', JSON.stringify(aCall()));
  const { faults } = await inspect(dir);
  expect(faults).toContain(`${FILE}: not what the changes say`);
  expect(faults.some((fault) => fault.startsWith(`${damaged}: `))).toBe(true);
});
