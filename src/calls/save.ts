import { incrementBase32 } from 'ulid';
import { SCHEMA } from './call.ts';
import type { Change, Occasion } from './change.ts';
import { makeChange } from './commit.ts';
import { makeFolder } from './disk.ts';
import { loadSchemas, openEdit } from './edit.ts';
import type { Edit, Staged } from './edit.ts';
import type { FileSystem } from './file-system.ts';
import { isChangeId, newestChangeId } from './journal.ts';
import { lockFile, pathInStore } from './layout.ts';
import { withLock } from './lock.ts';
import { thisMachine } from './machine.ts';
import type { Machine } from './machine.ts';
import { newId } from './new-id.ts';
import { settlePending } from './pending.ts';
import { stepOf } from './step.ts';
import { namingFile } from './store-error.ts';

/** Where a store is, and by what it is reached. */
export interface Place {
  readonly fs: FileSystem;
  /** Absolute. */
  readonly dir: string;
  readonly machine?: Machine | undefined;
}

/**
 * Changes a store, whole or not at all. A change that changes nothing writes nothing.
 * @param work is given the edit, while no other process writes; what it throws leaves everything as it was
 * @returns what the work returned
 * @throws {StoreError} `locked`, what the edit found wrong, or what kept it from being written
 */
export async function changeStore<T>(place: Place, occasion: Occasion, work: (edit: Edit) => T): Promise<T> {
  const { fs, dir, machine = thisMachine() } = place;
  const schemas = await loadSchemas();
  namingFile(dir, () => makeFolder(fs, dir));
  // From here to the end nothing may be awaited: the lock is held.
  return withLock(fs, machine, lockFile(dir), () => {
    settlePending(fs, machine, dir);
    const opened = openEdit(fs, dir, schemas);
    const result = work(opened.edit);
    const files = opened.staged();
    if (files.length > 0) {
      const change = changeOf(fs, dir, occasion, opened.undoes(), files);
      const steps = files.map(({ file, bytes, after }, index) => stepOf(change, index, file, bytes, after));
      makeChange(fs, machine, dir, change, steps);
    }
    return result;
  });
}

function changeOf(
  fs: FileSystem,
  dir: string,
  { command, at, now, because }: Occasion,
  undoes: string | undefined,
  files: readonly Staged[],
): Change {
  return {
    schema: SCHEMA,
    id: idBehind(newestChangeId(fs, dir), newId(now)),
    at,
    command,
    ...(because !== undefined && { because }),
    ...(undoes !== undefined && { undoes }),
    files: files.map(({ file, before, after }) => ({ path: pathInStore(dir, file), before, after })),
  };
}

/** Changes of one millisecond, or made after a clock was put back, still stand in their order. */
function idBehind(newest: string | undefined, id: string): string {
  if (newest === undefined || newest < id) return id;
  const next = incrementBase32(newest.toUpperCase()).toLowerCase();
  // Behind the last id of all there is none.
  return isChangeId(next) ? next : id;
}
