import * as fs from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Change, Contents } from '../calls/change.ts';
import { contentsOf } from '../calls/edit.ts';
import { readChange } from '../calls/journal.ts';
import { fileNamed, pendingFile } from '../calls/layout.ts';
import type { Problem } from '../calls/read.ts';
import { openStore } from '../calls/store.ts';
import { StoreError } from '../calls/store-error.ts';
import { changeToTakeBack } from '../calls/undo.ts';
import type { Direction } from '../calls/undo.ts';
import type { Stock } from './actions.ts';

/** What is found in a store. */
export interface Inspection {
  readonly stock: Stock;
  /** The changes that are kept, the oldest first. */
  readonly changes: readonly Change[];
  /** Whether a lock, a pending change or something half written was left. */
  readonly isLeft: boolean;
  /** Whether a change waits to be finished or dropped. */
  readonly isPending: boolean;
  /** Whether some files of that change are written and others are not. */
  readonly isHalfMade: boolean;
  /** What is wrong, in plain English. */
  readonly faults: readonly string[];
}

/** Looks at every file of a store: is it whole, and does it hold what the changes say? */
export async function inspect(dir: string): Promise<Inspection> {
  const store = openStore(fs, dir);
  const problems: Problem[] = [];
  const { calls, problems: inCalls } = await store.readLatestCalls({ maxWeeks: Infinity });
  const { promises, problems: inPromises } = await store.promises();
  const { problems: inAccounts } = await store.accounts();
  const changes = [...store.changes(problems)].toReversed();
  problems.push(...inCalls, ...inPromises, ...inAccounts);
  const names = filesIn(dir);
  const pending = pendingIn(dir, problems);
  return {
    stock: {
      calls: calls.filter(({ status }) => status === 'planned'),
      promises: promises.filter(({ status }) => status === 'open'),
      canUndo: canTakeBack(dir, 'undo'),
      canRedo: canTakeBack(dir, 'redo'),
    },
    changes,
    isLeft: names.some((name) => basename(name).startsWith('.')),
    isPending: pending !== undefined,
    isHalfMade: pending !== undefined && isHalfMade(dir, pending),
    faults: [
      ...problems.map(({ path, detail }) => `${path}: ${detail}`),
      ...differences(dir, changes, pending, names),
    ],
  };
}

function canTakeBack(dir: string, direction: Direction): boolean {
  return changeToTakeBack({ fs, dir }, direction) !== undefined;
}

function pendingIn(dir: string, problems: Problem[]): Change | undefined {
  const path = pendingFile(dir);
  if (!fs.existsSync(path)) return undefined;
  const reading = readChange(fs, dir, path);
  if ('change' in reading) return reading.change;
  problems.push(reading.problem);
  return undefined;
}

function isHalfMade(dir: string, { files }: Change): boolean {
  const made = files.filter(({ path, after }) => isDeepStrictEqual(contentsIn(dir, path), after));
  return made.length > 0 && made.length < files.length;
}

/** Where a store does not hold what all its changes come to; a pending change may be made, or not, in each of its files. */
function differences(
  dir: string,
  changes: readonly Change[],
  pending: Change | undefined,
  names: readonly string[],
): string[] {
  const expected = new Map<string, Contents>();
  const found: string[] = [];
  for (const { id, files } of changes) {
    for (const { path, before, after } of files) {
      if (!isDeepStrictEqual(expected.get(path) ?? null, before))
        found.push(`${id}: not made of what ${path} held`);
      expected.set(path, after);
    }
  }
  const possible = new Map(pending?.files.map(({ path, after }) => [path, after]));
  const records = names.filter((name) => fileNamed(dir, name) !== undefined);
  for (const path of new Set([...records, ...expected.keys()])) {
    const contents = contentsIn(dir, path);
    if (contents === undefined) continue;
    const isPossible = possible.has(path) && isDeepStrictEqual(contents, possible.get(path));
    if (!isPossible && !isDeepStrictEqual(contents, expected.get(path) ?? null)) {
      found.push(`${path}: not what the changes say`);
    }
  }
  return found;
}

/** What a file holds; nothing where it is damaged, which the store itself tells. */
function contentsIn(dir: string, path: string): Contents | undefined {
  try {
    return contentsOf(fs, join(dir, path)).contents;
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}

function filesIn(dir: string): string[] {
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    );
}
