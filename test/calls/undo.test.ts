import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/calls/store.ts';
import type { Store } from '../../src/calls/store.ts';
import { move } from './scenes.ts';
import {
  aCall,
  aPromise,
  addAccount,
  addCall,
  addPromise,
  changesIn,
  filesIn,
  occasion,
  quietMachine,
  recordsIn,
  temporaryFolder,
  updateCall,
  write,
} from './temporary-store.ts';

const WEEK_48 = { year: 2026, week: 48 };
const FILE = 'calls/2026/W48/01kb1ncsw0q2v4x6z8a0c2e4g6.json';

function emptyStore() {
  const dir = temporaryFolder();
  return { dir, store: openStore(fs, dir, quietMachine()) };
}

const undo = (store: Store) => store.takeBackLast(occasion('undo'), 'undo');
const redo = (store: Store) => store.takeBackLast(occasion('redo'), 'redo');
const rename = (store: Store, purpose: string) =>
  updateCall(store, aCall(), (call) => ({ ...call, purpose }));

/** The purpose of the one call; nothing where it does not count. */
async function purposeIn(store: Store): Promise<string | undefined> {
  const { calls, problems } = await store.readWeek(WEEK_48);
  expect(problems).toEqual([]);
  return calls[0]?.purpose;
}

describe('the changes of a store', () => {
  const commandsIn = (store: Store) => changesIn(store).map(({ command }) => command);

  it('stand in their order when they are made in one millisecond', async () => {
    const { store } = emptyStore();
    const commands = Array.from({ length: 12 }, (_, index) => `plan-${index}`);
    for (const [index, command] of commands.entries()) {
      await store.change(occasion(command), (edit) => edit.addCall(aCall({ id: `c${index}` })));
    }
    expect(commandsIn(store)).toEqual(commands.toReversed());
  });

  it.each(['2025-12-31T23:00Z', '2026-11-25T05:59Z', '1999-01-01T00:00Z'])(
    'stand in their order when the clock is put back to %s',
    async (time) => {
      const { store } = emptyStore();
      await addCall(store, aCall());
      const now = new Date(time);
      await store.change(occasion('late', { now }), (edit) => edit.addPromise(aPromise()));
      await store.change(occasion('later', { now }), (edit) => edit.account('Nordic Pumps'));
      expect(commandsIn(store)).toEqual(['later', 'late', 'plan']);
    },
  );

  it('go on behind one that was made when the clock was years ahead', async () => {
    const { store } = emptyStore();
    const now = new Date('2090-01-01T00:00Z');
    await store.change(occasion('ahead', { now }), (edit) => edit.addCall(aCall()));
    await addPromise(store, aPromise());
    expect(commandsIn(store)).toEqual(['promise-add', 'ahead']);
  });

  it('are told from what to what, and why', async () => {
    const { store } = emptyStore();
    await addCall(store, aCall());
    await store.change(occasion('move', { because: 'Khách bận' }), (edit) =>
      edit.updateCall(aCall(), (call) => ({ ...call, startsAt: '2026-11-27' })),
    );
    const [moved, plan] = changesIn(store);
    expect(plan).toEqual({
      schema: 1,
      id: plan?.id,
      at: '2026-11-25T08:00',
      command: 'plan',
      files: [{ path: FILE, before: null, after: aCall() }],
    });
    expect(moved).toMatchObject({
      because: 'Khách bận',
      files: [{ path: FILE, before: aCall(), after: aCall({ startsAt: '2026-11-27' }) }],
    });
  });

  it('name their files in the order in which they were edited', async () => {
    const { store } = emptyStore();
    await addCall(store, aCall());
    await move(store);
    expect(changesIn(store)[0]?.files.map(({ path: file }) => file)).toEqual([
      FILE,
      'calls/2026/W49/later.json',
    ]);
  });

  it('of two computers are those of both when their folders are put together', async () => {
    const [office, home] = [emptyStore(), emptyStore()];
    const at = (time: string) => ({ now: new Date(time) });
    await office.store.change(occasion('plan', at('2026-11-24T08:00Z')), (edit) => edit.addCall(aCall()));
    fs.cpSync(office.dir, home.dir, { recursive: true });
    await home.store.change(occasion('promise-add', at('2026-11-24T09:00Z')), (edit) =>
      edit.addPromise(aPromise()),
    );
    await office.store.change(occasion('edit', at('2026-11-24T10:00Z')), (edit) =>
      edit.updateCall(aCall(), (call) => ({ ...call, purpose: 'Ký NDA' })),
    );
    fs.cpSync(home.dir, office.dir, { recursive: true, force: false });

    expect(commandsIn(office.store)).toEqual(['edit', 'promise-add', 'plan']);
    expect((await undo(office.store)).change.command).toBe('edit');
    expect((await undo(office.store)).change.command).toBe('promise-add');
    expect(await purposeIn(office.store)).toBe(aCall().purpose);
    expect((await office.store.promises()).promises).toEqual([]);
    expect((await redo(office.store)).change.command).toBe('undo');
    expect((await office.store.promises()).promises).toEqual([aPromise()]);
  });

  it('are not there when nothing has changed', async () => {
    const { dir, store } = emptyStore();
    await store.change(occasion(), () => {});
    expect(filesIn(dir)).toEqual([]);
  });
});

describe('undo and redo', () => {
  it('go back step by step, and forth again', async () => {
    const { store } = emptyStore();
    await addCall(store, aCall({ purpose: 'one' }));
    await rename(store, 'two');
    await rename(store, 'three');
    const seen = [];
    for (const step of [undo, undo, undo]) {
      await step(store);
      seen.push(await purposeIn(store));
    }
    await expect(undo(store)).rejects.toMatchObject({ reason: 'nothing-to-undo' });
    for (const step of [redo, redo, redo]) {
      await step(store);
      seen.push(await purposeIn(store));
    }
    await expect(redo(store)).rejects.toMatchObject({ reason: 'nothing-to-undo' });
    expect(seen).toEqual(['two', 'one', undefined, 'one', 'two', 'three']);
  });

  it('undo takes back what redo has made again', async () => {
    const { store } = emptyStore();
    await addCall(store, aCall({ purpose: 'one' }));
    await rename(store, 'two');
    for (const step of [undo, redo, undo, redo, undo]) await step(store);
    expect(await purposeIn(store)).toBe('one');
    await undo(store);
    expect(await purposeIn(store)).toBeUndefined();
  });

  it('redo only while nothing was changed since', async () => {
    const { store } = emptyStore();
    await addCall(store, aCall({ purpose: 'one' }));
    await rename(store, 'two');
    await undo(store);
    await rename(store, 'other');
    await expect(redo(store)).rejects.toMatchObject({ reason: 'nothing-to-undo' });
    expect(await purposeIn(store)).toBe('other');
    await undo(store);
    expect(await purposeIn(store)).toBe('one');
  });

  it.each(['undo', 'redo'] as const)('%s says so where nothing was ever changed', async (direction) => {
    const { dir, store } = emptyStore();
    await expect(store.takeBackLast(occasion(direction), direction)).rejects.toMatchObject({
      reason: 'nothing-to-undo',
    });
    expect(filesIn(dir)).toEqual([]);
  });

  it('refuse what was changed by hand since, and take nothing of the change back', async () => {
    const { dir, store } = emptyStore();
    await store.change(occasion('plan'), (edit) => {
      edit.addCall(aCall());
      edit.addPromise(aPromise());
    });
    const byHand = JSON.stringify({ ...aPromise(), note: 'by hand' });
    write(dir, `promises/${aPromise().id}.json`, byHand);
    await expect(undo(store)).rejects.toMatchObject({
      reason: 'changed-since',
      path: path.join(dir, `promises/${aPromise().id}.json`),
    });
    expect(await purposeIn(store)).toBe(aCall().purpose);
    expect(fs.readFileSync(path.join(dir, `promises/${aPromise().id}.json`), 'utf8')).toBe(byHand);
  });

  it('do not mind a file that was only laid out anew', async () => {
    const { dir, store } = emptyStore();
    await addCall(store, aCall({ purpose: 'one' }));
    const { record } = await rename(store, 'two');
    write(dir, FILE, JSON.stringify(Object.fromEntries(Object.entries(record).toReversed())));
    await undo(store);
    expect(await purposeIn(store)).toBe('one');
  });

  it('keep fields that nobody here knows, at every depth', async () => {
    const { dir, store } = emptyStore();
    const text = JSON.stringify({
      $crm: { ref: '0063x', tags: [{ deep: { deeper: [null, 1.5] } }] },
      ...aCall(),
      overrides: [{ rule: 'missing-benefit', because: 'khách tự hỏi', by: { name: 'Lan' } }],
    }).replace('{', '{"__proto__": {"polluted": true}, ');
    write(dir, FILE, text);
    await updateCall(store, aCall(), (call) => ({
      ...call,
      overrides: [{ rule: 'x', because: 'y' }],
      contact: 'Lan',
    }));
    const edited = fs.readFileSync(path.join(dir, FILE), 'utf8');
    await undo(store);
    expect(fs.readFileSync(path.join(dir, FILE), 'utf8')).toBe(
      `${JSON.stringify(JSON.parse(text), null, 2)}\n`,
    );
    await redo(store);
    expect(fs.readFileSync(path.join(dir, FILE), 'utf8')).toBe(edited);
    expect(edited).toContain('"__proto__": {\n    "polluted": true');
  });

  it('remove a report that nobody has touched, and bring it back', async () => {
    const { dir, store } = emptyStore();
    await addCall(store, aCall());
    const report = await store.change(occasion('close'), (edit) => edit.addReport(aCall(), '# Báo cáo\n'));
    await undo(store);
    expect(recordsIn(dir)).toEqual([FILE]);
    await redo(store);
    expect(fs.readFileSync(path.join(dir, report), 'utf8')).toBe('# Báo cáo\n');
  });
});

describe('what was added and undone', () => {
  async function undone() {
    const { dir, store } = emptyStore();
    await store.change(occasion('plan'), (edit) => {
      edit.account('Cơ khi Bình Minh');
      edit.addCall(aCall());
      edit.addPromise(aPromise());
    });
    await undo(store);
    return { dir, store };
  }

  it('is seen by nobody, and stays on the disk', async () => {
    const { dir, store } = await undone();
    const nothing = { calls: [], problems: [] };
    expect(await store.readWeek(WEEK_48)).toEqual(nothing);
    expect(await store.readWeeks([WEEK_48])).toEqual(nothing);
    expect(await store.readDays({ from: '2026-11-23', to: '2026-11-29' })).toEqual(nothing);
    expect(await store.readLatestCalls({ maxWeeks: 10 })).toEqual(nothing);
    expect(await store.findCalls(aCall().id)).toEqual(nothing);
    expect(await store.accounts()).toEqual({ accounts: [], problems: [] });
    expect(await store.promises()).toEqual({ promises: [], problems: [] });
    expect(recordsIn(dir)).toHaveLength(3);
    for (const file of recordsIn(dir)) {
      expect(JSON.parse(fs.readFileSync(path.join(dir, file), 'utf8'))).toHaveProperty('withdrawn', true);
    }
  });

  it('counts as absent when the account is added anew: the name is the new one, the file the old one', async () => {
    const { dir, store } = await undone();
    const file = 'accounts/co-khi-binh-minh.json';
    const known = JSON.parse(fs.readFileSync(path.join(dir, file), 'utf8'));
    write(dir, file, JSON.stringify({ ...known, stage: 'signed', crm: 7 }));
    const account = { schema: 1, id: 'co-khi-binh-minh', name: 'Cơ khí Bình Minh', crm: 7 };
    expect(await addAccount(store, 'Cơ khí Bình Minh')).toEqual(account);
    expect(await store.accounts()).toEqual({ accounts: [account], problems: [] });
    await undo(store);
    expect((await store.accounts()).accounts).toEqual([]);
  });

  it('does not come before an account of the same name that stands', async () => {
    const { dir, store } = await undone();
    const live = { schema: 1, id: 'a-live-one', name: 'Cơ khí Bình Minh' };
    write(dir, 'accounts/a-live-one.json', JSON.stringify(live));
    expect(await addAccount(store, 'co khi binh minh')).toEqual(live);
  });
});

describe('a change that cannot be trusted', () => {
  const CHANGE_ID = '01m8bdwp00q2v4x6z8a0c2e4g8';
  const CHANGE = `changes/2026/W48/${CHANGE_ID}.json`;
  const change = (changes: object = {}) => ({
    schema: 1,
    id: CHANGE_ID,
    at: '2026-11-27T08:00',
    command: 'edit',
    files: [{ path: FILE, before: aCall({ purpose: 'theirs' }), after: aCall() }],
    ...changes,
  });
  const files = (...list: object[]) => change({ files: list });

  const UNTRUSTED: [name: string, content: unknown][] = [
    ['a path out of the store', files({ path: '../outside.json', before: aCall(), after: aCall() })],
    [
      'a path through a week',
      files({ path: 'calls/2026/W48/../../../../x.json', before: null, after: null }),
    ],
    ['an absolute path', files({ path: '/etc/passwd', before: null, after: aCall() })],
    ['a path with backslashes', files({ path: 'calls\\2026\\W48\\x.json', before: null, after: aCall() })],
    ['the configuration', files({ path: 'config.json', before: {}, after: {} })],
    ['another change', files({ path: CHANGE, before: {}, after: {} })],
    ['what is no record', files({ path: FILE, before: { evil: true }, after: aCall() })],
    ['a record of another file', files({ path: FILE, before: aCall({ id: 'other' }), after: aCall() })],
    ['a record that is none', files({ path: FILE, before: aCall(), after: { ...aCall(), channel: 'fax' } })],
    ['a report that is no text', files({ path: 'reports/2026/W48/x.md', before: {}, after: 'x' })],
    ['no time', change({ at: 'yesterday' })],
    ['no files', change({ files: 'none' })],
    ['another id than its name', change({ id: '01m8bdwp00q2v4x6z8a0c2e4g9' })],
    ['an id that is a path', change({ id: '01m8bdwp00/../../../../../' })],
    ['a list', []],
  ];

  it.each(UNTRUSTED)('(%s) is named, and nothing is undone', async (_name, content) => {
    const { dir, store } = emptyStore();
    await addCall(store, aCall());
    const file = write(dir, CHANGE, JSON.stringify(content));
    const before = recordsIn(dir);
    await expect(undo(store)).rejects.toMatchObject({ reason: 'damaged', path: file });
    expect(recordsIn(dir)).toEqual(before);
    expect(await purposeIn(store)).toBe(aCall().purpose);
    const problems: object[] = [];
    expect([...store.changes(problems as never)].map(({ command }) => command)).toEqual(['plan']);
    expect(problems).toMatchObject([{ path: file }]);
  });

  it('of a newer plan-call is not undone', async () => {
    const { dir, store } = emptyStore();
    await addCall(store, aCall());
    write(dir, CHANGE, JSON.stringify(change({ schema: 2 })));
    await expect(undo(store)).rejects.toMatchObject({ reason: 'newer-schema' });
  });

  it('hinders no other change', async () => {
    const { dir, store } = emptyStore();
    write(dir, CHANGE, '<<<<<<< HEAD\n');
    await addCall(store, aCall());
    expect((await undo(store)).change.command).toBe('plan');
  });

  it('cannot reach out of the store through a report that is a link', async () => {
    const { dir, store } = emptyStore();
    const outside = write(temporaryFolder(), 'notes.txt', 'known');
    const report = path.join(dir, 'reports/2026/W48/x.md');
    fs.mkdirSync(path.dirname(report), { recursive: true });
    fs.symlinkSync(outside, report);
    write(
      dir,
      CHANGE,
      JSON.stringify(files({ path: 'reports/2026/W48/x.md', before: 'evil', after: 'known' })),
    );
    await expect(undo(store)).rejects.toMatchObject({ reason: 'damaged', path: report });
    expect(fs.readFileSync(outside, 'utf8')).toBe('known');
  });

  it.each(['0zzzzzzzzzzzzzzzzzzzzzzzzz', '7zzzzzzzzzzzzzzzzzzzzzzzzz'])(
    'does not keep others from being made, even when its id is %s',
    async (id) => {
      const { dir, store } = emptyStore();
      write(dir, `changes/9999/W53/${id}.json`, '{}');
      await addCall(store, aCall());
      await rename(store, 'two');
      expect(await purposeIn(store)).toBe('two');
      expect(fs.readFileSync(path.join(dir, `changes/9999/W53/${id}.json`), 'utf8')).toBe('{}');
    },
  );
});
