import { isDeepStrictEqual } from 'node:util';
import { SCHEMA } from './call.ts';
import type { FileSystem } from './file-system.ts';
import { formatRecord, hasLostDigits, layOver } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Kind, RecordSchema } from './kinds.ts';
import { lockFile } from './layout.ts';
import { withLock } from './lock.ts';
import { thisMachine } from './machine.ts';
import type { Machine } from './machine.ts';
import { firstComplaint, isNewer, judge, readSource } from './read.ts';
import type { Problem } from './read.ts';
import { StoreError, namingFile } from './store-error.ts';
import { addFile, replaceFile } from './write.ts';

/** Where a store is, and by what it is reached. */
export interface Place {
  readonly fs: FileSystem;
  /** Absolute. */
  readonly dir: string;
  readonly machine?: Machine | undefined;
}

/** A record as it was written, and its file. */
export interface Saved<T> {
  readonly record: T;
  readonly path: string;
}

/**
 * Writes a new record to the file that its id (and date) call for. Needs no lock.
 * @throws {StoreError} `exists`, `invalid`, or what kept it from being written
 */
export async function addRecord<T extends JsonObject>(
  place: Place,
  kind: Kind<T>,
  record: T,
): Promise<Saved<T>> {
  const { fs, dir, machine = thisMachine() } = place;
  const schema = await kind.loadSchema();
  const path = kind.fileOf(dir, validated(schema, record, dir));
  const storable = layOver({}, record, Object.keys(schema.shape), path);
  addFile(fs, machine, path, formatRecord(storable));
  return { record: validated(schema, storable, path), path };
}

/**
 * Edits the record in a file, as the file stands now. What the change does not touch stays as it is; a change that changes
 * nothing writes nothing.
 * @param change is given a copy of the record, and returns the edited one
 * @throws {StoreError} `missing`, `damaged`, `newer-schema`, `locked`, `changed`, `invalid`, or what kept it from being
 *   written
 */
export async function editRecord<T extends JsonObject>(
  place: Place,
  kind: Kind<T>,
  path: string,
  change: (record: T) => T,
): Promise<Saved<T>> {
  const { fs, dir, machine = thisMachine() } = place;
  const schema = await kind.loadSchema();
  if (namingFile(path, () => fs.lstatSync(path, { throwIfNoEntry: false })) === undefined) {
    throw new StoreError(path, 'missing', 'there is no such record');
  }
  // From here to the end nothing may be awaited: the lock is held.
  return withLock(fs, machine, lockFile(dir), () => {
    const { raw, bytes, record } = readForEdit(place, kind, schema, path);
    const merged = layOver(raw, change(structuredClone(record)), Object.keys(schema.shape), path);
    const edited = validated(schema, merged, path);
    if (kind.fileOf(dir, edited) !== path) {
      throw new StoreError(
        path,
        'invalid',
        'an edit cannot give it another id or week; add a record and mark this one moved',
      );
    }
    if (!isDeepStrictEqual(merged, raw)) replaceFile(fs, machine, path, bytes, formatRecord(merged));
    return { record: edited, path };
  });
}

function readForEdit<T extends JsonObject>(
  { fs, dir }: Place,
  kind: Kind<T>,
  schema: RecordSchema<T>,
  path: string,
): { raw: JsonObject; bytes: Buffer; record: T } {
  const reading = readSource(fs, path);
  if ('problem' in reading) throw notEditable(reading.problem);
  const { raw, bytes } = reading.source;
  const judged = judge(kind, dir, reading.source, schema);
  if ('problem' in judged) throw notEditable(judged.problem);
  if (isNewer(raw)) throw new StoreError(path, 'newer-schema', 'it was written by a newer plan-call');
  if (hasLostDigits(raw)) {
    throw new StoreError(path, 'damaged', 'it holds a number too large to be written again without a loss');
  }
  return { raw, bytes, record: judged.record };
}

function notEditable({ path, problem, detail }: Problem): StoreError {
  return new StoreError(path, problem === 'newer-schema' ? 'newer-schema' : 'damaged', detail);
}

/** A record that is about to be written, if it may be. */
function validated<T extends JsonObject>(schema: RecordSchema<T>, record: JsonObject, path: string): T {
  const result = schema.safeParse(record);
  if (!result.success) throw new StoreError(path, 'invalid', firstComplaint(result.error));
  if (record.schema !== SCHEMA)
    throw new StoreError(path, 'invalid', `schema: this version writes ${SCHEMA}`);
  return result.data;
}
