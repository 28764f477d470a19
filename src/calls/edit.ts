import { isDeepStrictEqual } from 'node:util';
import type { Account } from './account.ts';
import { accountKey, slug } from './account.ts';
import { openAccountBook } from './account-book.ts';
import { SCHEMA } from './call.ts';
import type { Call } from './call.ts';
import type { Change, Contents, FileChange } from './change.ts';
import { exists } from './disk.ts';
import type { FileSystem } from './file-system.ts';
import { hasLostDigits, isJsonObject, layOver } from './json.ts';
import type { JsonObject } from './json.ts';
import { ACCOUNT, CALL, PROMISE } from './kinds.ts';
import type { Kind, RecordSchema } from './kinds.ts';
import {
  accountFile,
  accountsFolder,
  callFile,
  fileNamed,
  isRecordFile,
  pathInStore,
  promiseFile,
  reportFile,
} from './layout.ts';
import type { Promised } from './promise.ts';
import { errorFor, firstComplaint, isNewer, judge, namesIn, readSource, refuseUnread } from './read.ts';
import type { Problem } from './read.ts';
import { StoreError, namingFile } from './store-error.ts';

/** What a command does to a store. Nothing is written before all of it is known to be in order. */
export interface Edit {
  /** @throws {StoreError} `exists`, `invalid` */
  addCall(call: Call): Call;
  /**
   * Edits a call as it stands now; fields that the change does not touch stay, known or not.
   * @param change is given a copy, and returns the edited one, which has to be of the same id and week
   * @throws {StoreError} `missing`, `damaged`, `newer-schema`, `invalid`
   */
  updateCall(call: Pick<Call, 'id' | 'startsAt'>, change: (call: Call) => Call): Call;
  addPromise(promised: Promised): Promised;
  updatePromise(promised: Pick<Promised, 'id'>, change: (promised: Promised) => Promised): Promised;
  /** The account of that name; added when no known name has the same letters, whatever its case, marks and spaces. */
  account(name: string): Account;
  updateAccount(account: Pick<Account, 'id'>, change: (account: Account) => Account): Account;
  /**
   * Adds the report of a call.
   * @returns its path in the store
   */
  addReport(call: Pick<Call, 'id' | 'startsAt'>, text: string): string;
  /**
   * Takes back a change. What it added is marked as withdrawn. A report that it added goes, unless somebody has written in
   * it since: such a one is left where it is.
   * @returns the reports that are left, by their paths in the store
   * @throws {StoreError} `changed-since` when a record does not hold what the change left
   */
  takeBack(change: Change): string[];
}

/** The schemas of all kinds of records, loaded before the lock is taken. */
export interface Schemas {
  readonly call: RecordSchema<Call>;
  readonly account: RecordSchema<Account>;
  readonly promise: RecordSchema<Promised>;
}

export async function loadSchemas(): Promise<Schemas> {
  return {
    call: await CALL.loadSchema(),
    account: await ACCOUNT.loadSchema(),
    promise: await PROMISE.loadSchema(),
  };
}

/** A file that is to be written: what it held, byte for byte, and what it is to hold. */
export interface Staged {
  /** Absolute. */
  readonly file: string;
  /** Nothing when there is no such file. */
  readonly bytes: Buffer | undefined;
  readonly before: Contents;
  readonly after: Contents;
}

/** An edit, and what it has come to. */
export interface OpenedEdit {
  readonly edit: Edit;
  /** The files that are to hold something else, in the order in which they were edited. */
  readonly staged: () => Staged[];
  /** The id of the change that is taken back. */
  readonly undoes: () => string | undefined;
}

/** More accounts than this whose names make the same file name there are not. */
const ATTEMPTS = 20;

/**
 * Gathers what a command does to a store.
 * @param dir of the store, absolute
 */
export function openEdit(fs: FileSystem, dir: string, schemas: Schemas): OpenedEdit {
  let undoes: string | undefined;
  const files = new Map<string, Staged>();

  const stage = (file: string, after: Contents, source?: { bytes: Buffer; contents: Contents }): void => {
    const known = files.get(file);
    files.set(file, {
      file,
      bytes: known === undefined ? source?.bytes : known.bytes,
      before: known === undefined ? (source?.contents ?? null) : known.before,
      after,
    });
  };

  const add = <T extends JsonObject>(kind: Kind<T>, schema: RecordSchema<T>, record: T): T => {
    const file = kind.fileOf(dir, validated(schema, record, dir));
    if (files.has(file) || exists(fs, file)) {
      throw new StoreError(file, 'exists', 'there is such a record already');
    }
    const storable = layOver({}, record, Object.keys(schema.shape), file);
    stage(file, storable);
    return validated(schema, storable, file);
  };

  const update = <T extends JsonObject>(
    kind: Kind<T>,
    schema: RecordSchema<T>,
    file: string,
    change: (record: T) => T,
  ): T => {
    const { raw, bytes, record } = readForEdit(file, kind, schema);
    const merged = layOver(raw, change(structuredClone(record)), Object.keys(schema.shape), file);
    const edited = validated(schema, merged, file);
    if (kind.fileOf(dir, edited) !== file) {
      throw new StoreError(file, 'invalid', 'an edit cannot give it another id or week');
    }
    stage(file, merged, { bytes, contents: raw });
    return edited;
  };

  const readForEdit = <T extends JsonObject>(
    file: string,
    kind: Kind<T>,
    schema: RecordSchema<T>,
  ): { raw: JsonObject; bytes: Buffer; record: T } => {
    const known = files.get(file);
    if (known === undefined && !exists(fs, file)) throw missing(file);
    const reading =
      known !== undefined && isJsonObject(known.after)
        ? { source: { path: file, bytes: known.bytes ?? Buffer.alloc(0), raw: known.after } }
        : readSource(fs, file);
    if ('problem' in reading) throw errorFor(reading.problem);
    const { raw, bytes } = reading.source;
    const judged = judge(kind, dir, reading.source, schema);
    if ('problem' in judged) throw errorFor(judged.problem);
    if (isNewer(raw)) throw new StoreError(file, 'newer-schema', 'it was written by a newer plan-call');
    if (hasLostDigits(raw)) {
      throw new StoreError(file, 'damaged', 'it holds a number too large to be written again without a loss');
    }
    return { raw, bytes, record: judged.record };
  };

  /** The accounts on file and those that this edit adds, also those whose adding was undone. */
  const allAccounts = (): Account[] => {
    const problems: Problem[] = [];
    const onFile = namesIn(fs, accountsFolder(dir), problems)
      .filter(isRecordFile)
      .map((name) => accountFile(dir, { id: name.replace(/\.json$/, '') }));
    refuseUnread(problems);
    return [...new Set([...onFile, ...files.keys()])].flatMap((file) => {
      const raw = files.get(file)?.after ?? sourceOf(file);
      if (!isJsonObject(raw)) return [];
      const judged = judge(ACCOUNT, dir, { path: file, bytes: Buffer.alloc(0), raw }, schemas.account);
      return 'record' in judged ? [judged.record] : [];
    });
  };
  const sourceOf = (file: string): JsonObject | undefined => {
    const reading = readSource(fs, file);
    return 'source' in reading ? reading.source.raw : undefined;
  };

  const edit: Edit = {
    addCall: (call) => add(CALL, schemas.call, call),
    updateCall: (call, change) => update(CALL, schemas.call, callFile(dir, call), change),
    addPromise: (promised) => add(PROMISE, schemas.promise, promised),
    updatePromise: (promised, change) => update(PROMISE, schemas.promise, promiseFile(dir, promised), change),
    updateAccount: (account, change) => update(ACCOUNT, schemas.account, accountFile(dir, account), change),

    account(name) {
      if (accountKey(name) === '') {
        throw new StoreError(accountsFolder(dir), 'invalid', 'the name of the account is empty');
      }
      const all = allAccounts();
      const known = openAccountBook(all.filter(({ withdrawn }) => withdrawn !== true)).find(name);
      if (known !== undefined) return known;
      const undone = all.find((account) => accountKey(account.name) === accountKey(name));
      if (undone !== undefined) {
        // It is added anew, in the file where it was: perhaps its name was why the adding was undone.
        return edit.updateAccount(undone, ({ schema, id }) => ({ schema, id, name }));
      }
      for (let attempt = 0; ; attempt += 1) {
        const account: Account = { schema: SCHEMA, id: slug(name, attempt), name };
        // Another account has the same file name, or one that cannot be read.
        const isTaken = files.has(accountFile(dir, account)) || exists(fs, accountFile(dir, account));
        if (!isTaken || attempt >= ATTEMPTS) return add(ACCOUNT, schemas.account, account);
      }
    },

    addReport(call, text) {
      for (let attempt = 0; ; attempt += 1) {
        const file = reportFile(dir, call, attempt);
        if (files.has(file) || exists(fs, file)) continue;
        stage(file, text);
        return pathInStore(dir, file);
      }
    },

    takeBack({ id, files: changed }) {
      undoes = id;
      return changed.filter((one) => takeBackFile(one) === 'left').map(({ path }) => path);
    },
  };

  const takeBackFile = ({ path, before, after }: FileChange): 'done' | 'left' => {
    const file = fileNamed(dir, path);
    if (file === undefined) throw new StoreError(path, 'invalid', 'it is no file of this store');
    const { bytes, contents } = contentsOf(fs, file);
    if (!isDeepStrictEqual(contents, after)) {
      if (before !== null || typeof after !== 'string') {
        throw new StoreError(file, 'changed-since', 'it has been changed since');
      }
      return contents === null ? 'done' : 'left';
    }
    const isAdded = before === null && isJsonObject(after);
    stage(file, isAdded ? { ...after, withdrawn: true } : before, bytes && { bytes, contents });
    return 'done';
  };

  return {
    edit,
    undoes: () => undoes,
    staged: () => [...files.values()].filter(({ before, after }) => !isDeepStrictEqual(before, after)),
  };
}

/**
 * What a file holds, as a change tells it.
 * @throws {StoreError} `damaged` for a record that cannot be read, and for a report that is no file
 */
export function contentsOf(
  fs: FileSystem,
  file: string,
): { readonly bytes: Buffer | undefined; readonly contents: Contents } {
  if (!exists(fs, file)) return { bytes: undefined, contents: null };
  if (file.endsWith('.md')) {
    // A link could lead out of the store.
    const isFile = namingFile(file, () => fs.lstatSync(file)).isFile();
    if (!isFile) throw new StoreError(file, 'damaged', 'it is a link or a folder');
    const bytes = namingFile(file, () => fs.readFileSync(file));
    return { bytes, contents: bytes.toString('utf8') };
  }
  const reading = readSource(fs, file);
  if ('problem' in reading) throw errorFor(reading.problem);
  return { bytes: reading.source.bytes, contents: reading.source.raw };
}

function missing(file: string): StoreError {
  return new StoreError(file, 'missing', 'there is no such record');
}

/** A record that is about to be written, if it may be. */
function validated<T extends JsonObject>(schema: RecordSchema<T>, record: JsonObject, path: string): T {
  const result = schema.safeParse(record);
  if (!result.success) throw new StoreError(path, 'invalid', firstComplaint(result.error));
  if (record.schema !== SCHEMA)
    throw new StoreError(path, 'invalid', `schema: this version writes ${SCHEMA}`);
  return result.data;
}
