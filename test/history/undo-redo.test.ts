import * as fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Call } from '../../src/calls/call.ts';
import { newId } from '../../src/calls/new-id.ts';
import { openStore } from '../../src/calls/store.ts';
import type { Store } from '../../src/calls/store.ts';
import { moveCall } from '../../src/plan/move-call.ts';
import { aCall, temporaryFolder } from '../calls/temporary-store.ts';

const AT = '2026-11-25T08:00';
const NOW = new Date('2026-11-25T08:00Z');

function occasion(command: string) {
  return { command, at: AT, now: NOW };
}

/** What a user sees of the calls: all that are not withdrawn, whatever their order in time. */
async function seen(store: Store): Promise<readonly Call[]> {
  const { calls, problems } = await store.readLatestCalls({ maxWeeks: 1000 });
  expect(problems).toEqual([]);
  return calls.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** Something that is done to a store: which call it is about is taken from those that can be changed. */
interface Step {
  readonly kind: 'plan' | 'move' | 'cancel' | 'edit';
  readonly which: number;
  readonly day: number;
}

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('plan', 'move', 'cancel', 'edit'),
    which: fc.nat(10),
    day: fc.integer({ min: 1, max: 28 }),
  }),
  { minLength: 1, maxLength: 8 },
);

/** @returns whether it changed anything */
async function take(store: Store, { kind, which, day }: Step): Promise<boolean> {
  const startsAt = `2026-12-${String(day).padStart(2, '0')}T10:00`;
  if (kind === 'plan') {
    const account = `Account ${which % 3}`;
    await store.change(occasion('plan'), (edit) => {
      edit.account(account);
      edit.addCall(aCall({ id: newId(NOW), account, startsAt, purpose: `Purpose ${which}` }));
    });
    return true;
  }
  const open = (await seen(store)).filter(({ status }) => status === 'planned');
  const call = open[which % Math.max(1, open.length)];
  if (call === undefined || (kind === 'move' && call.startsAt === startsAt)) return false;
  await store.change(occasion(kind), (edit) => {
    if (kind === 'move') moveCall(edit, call, { startsAt, because: 'x' }, newId(NOW), () => undefined);
    else if (kind === 'cancel')
      edit.updateCall(call, (one) => ({ ...one, status: 'cancelled', because: 'x' }));
    else edit.updateCall(call, (one) => ({ ...one, contact: `${one.contact ?? ''}x` }));
  });
  return true;
}

test('as many undos as changes give back what was there before each, and as many redos what was there after', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const store = openStore(fs, temporaryFolder());
      const states = [await seen(store)];
      for (const step of sequence) if (await take(store, step)) states.push(await seen(store));
      for (const state of states.slice(0, -1).toReversed()) {
        await store.takeBackLast(occasion('undo'), 'undo');
        expect(await seen(store)).toEqual(state);
      }
      await expect(store.takeBackLast(occasion('undo'), 'undo')).rejects.toMatchObject({
        reason: 'nothing-to-undo',
      });
      for (const state of states.slice(1)) {
        await store.takeBackLast(occasion('redo'), 'redo');
        expect(await seen(store)).toEqual(state);
      }
      await expect(store.takeBackLast(occasion('redo'), 'redo')).rejects.toMatchObject({
        reason: 'nothing-to-undo',
      });
    }),
    { numRuns: 15 },
  );
});

/** A store in which a call was closed, with a report. */
async function closed() {
  const dir = temporaryFolder();
  const store = openStore(fs, dir);
  const call = aCall();
  await store.change(occasion('plan'), (edit) => edit.addCall(call));
  const report = await store.change(occasion('close'), (edit) => {
    const path = edit.addReport(call, '# Report\n');
    edit.updateCall(call, (one) => ({ ...one, status: 'held' }));
    return path;
  });
  return { store, call, report, file: join(dir, report) };
}

test('a report that nobody has touched goes when the closing of its call is taken back, and comes again', async () => {
  const { store, call, file } = await closed();
  expect(await store.takeBackLast(occasion('undo'), 'undo')).toMatchObject({ leftReports: [] });
  expect(fs.existsSync(file)).toBe(false);
  expect(await seen(store)).toEqual([call]);
  await store.takeBackLast(occasion('redo'), 'redo');
  expect(fs.readFileSync(file, 'utf8')).toBe('# Report\n');
  expect(await seen(store)).toMatchObject([{ status: 'held' }]);
});

test('a report that was written in stays as it is, is named, and holds nothing up', async () => {
  const { store, call, report, file } = await closed();
  fs.appendFileSync(file, 'They want an offer.\n');
  expect(await store.takeBackLast(occasion('undo'), 'undo')).toMatchObject({ leftReports: [report] });
  expect(await seen(store)).toEqual([call]);
  await store.takeBackLast(occasion('redo'), 'redo');
  expect(await seen(store)).toMatchObject([{ status: 'held' }]);
  expect(fs.readFileSync(file, 'utf8')).toBe('# Report\nThey want an offer.\n');
});

test('a report that is gone holds nothing up either', async () => {
  const { store, call, file } = await closed();
  fs.unlinkSync(file);
  await store.takeBackLast(occasion('undo'), 'undo');
  expect(await seen(store)).toEqual([call]);
});
