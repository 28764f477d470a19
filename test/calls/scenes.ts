import fs from 'node:fs';
import path from 'node:path';
import type { Account } from '../../src/calls/account.ts';
import type { Call } from '../../src/calls/call.ts';
import type { Edit } from '../../src/calls/edit.ts';
import type { Promised } from '../../src/calls/promise.ts';
import { openStore } from '../../src/calls/store.ts';
import type { Store } from '../../src/calls/store.ts';
import { quickFs } from './faulty-fs.ts';
import { aCall, aPromise, filesIn, occasion, temporaryFolder } from './temporary-store.ts';

/** A folder in memory, where the system has one: thousands of stores are made here. */
const MEMORY = '/dev/shm';
const parent = fs.existsSync(MEMORY) ? MEMORY : undefined;

/** Something that a rep does, in one change, to a store with a call, its account and a promise in it. */
export interface Scene {
  readonly name: string;
  /** What was done before. */
  readonly given?: (store: Store) => Promise<unknown>;
  readonly work: (store: Store) => Promise<unknown>;
}

export const OLD = aCall();
const OLD_PROMISE = aPromise();
const ACCOUNT = { id: 'co-khi-binh-minh' };
const LATER = aCall({ id: 'later', startsAt: '2026-12-03T10:00', movedFrom: OLD.id });
const NEW = aCall({ id: 'new', account: 'Nordic Pumps', startsAt: '2026-12-03T10:00', purpose: 'Sign NDA' });

export const move = (store: Store) =>
  store.change(occasion('move', { because: 'Khách bận' }), (edit) => {
    edit.updateCall(OLD, (call) => ({ ...call, status: 'moved', movedTo: LATER.id }));
    edit.addCall(LATER);
  });

const close = (store: Store) =>
  store.change(occasion('close'), (edit: Edit) => {
    const report = edit.addReport(OLD, '# Báo cáo\n\nĐã chốt ngày giao.\n');
    edit.updateCall(OLD, (call) => ({
      ...call,
      status: 'held',
      result: { closedOn: '2026-11-26', outcome: 'advance', agendaDone: [], done: [], requests: [], report },
    }));
    edit.updatePromise(OLD_PROMISE, (promised) => ({ ...promised, status: 'done', endedOn: '2026-11-26' }));
    edit.addPromise(aPromise({ id: 'send-contract', what: 'Gửi hợp đồng' }));
    edit.updateAccount(ACCOUNT, (account) => ({ ...account, stage: 'signed' }));
  });

const undo = (store: Store) => store.takeBackLast(occasion('undo'), 'undo');
const redo = (store: Store) => store.takeBackLast(occasion('redo'), 'redo');

export const SCENES: readonly Scene[] = [
  {
    name: 'adding',
    work: (store) =>
      store.change(occasion('plan'), (edit) => {
        edit.account(NEW.account);
        edit.addCall(NEW);
      }),
  },
  {
    name: 'editing',
    work: (store) =>
      store.change(occasion('edit'), (edit) => edit.updateCall(OLD, (call) => ({ ...call, contact: 'Lan' }))),
  },
  { name: 'moving', work: move },
  { name: 'closing', work: close },
  { name: 'undoing a close', given: close, work: undo },
  { name: 'redoing a close', given: async (store) => [await close(store), await undo(store)], work: redo },
];

/** A folder with the store that a scene begins with. */
export async function beginning({ given }: Pick<Scene, 'given'>): Promise<string> {
  const dir = path.join(temporaryFolder(parent), 'store');
  const store = openStore(quickFs, dir);
  await store.change(occasion('plan'), (edit) => {
    edit.account(OLD.account);
    edit.addCall(OLD);
    edit.addPromise(OLD_PROMISE);
  });
  await given?.(store);
  return dir;
}

/** A copy of a store, for one run. */
export function copyOf(dir: string): string {
  const copy = path.join(temporaryFolder(parent), 'store');
  fs.cpSync(dir, copy, { recursive: true });
  return copy;
}

/** What a rep sees of a store. */
export interface Visible {
  readonly calls: readonly Call[];
  readonly accounts: readonly Account[];
  readonly promises: readonly Promised[];
  readonly reports: readonly { readonly id: string; readonly text: string }[];
  /** The commands that were done, the newest first. */
  readonly history: readonly string[];
  /** What cannot be read. */
  readonly problems: readonly string[];
}

export async function visibleIn(dir: string): Promise<Visible> {
  const store = openStore(fs, dir);
  const { calls, problems: inCalls } = await store.readLatestCalls({ maxWeeks: Infinity });
  const { accounts, problems: inAccounts } = await store.accounts();
  const { promises, problems: inPromises } = await store.promises();
  const problems = [...inCalls, ...inAccounts, ...inPromises];
  const history = [...store.changes(problems)].map(({ command }) => command);
  const reports = filesIn(dir)
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({ id: file, text: fs.readFileSync(path.join(dir, file), 'utf8') }));
  return { calls, accounts, promises, reports, history, problems: problems.map((one) => one.path) };
}

/** Files that are no records: locks, pending changes, what was being written. */
export function hiddenIn(dir: string): string[] {
  return filesIn(dir).filter((file) => path.basename(file).startsWith('.'));
}
