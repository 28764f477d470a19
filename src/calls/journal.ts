import { join } from 'node:path';
import { SCHEMA } from './call.ts';
import type { Change } from './change.ts';
import type { FileSystem } from './file-system.ts';
import { isStartsAt } from './fields.ts';
import { isJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { ACCOUNT, CALL, PROMISE } from './kinds.ts';
import { changesFolder, fileNamed, isRecordFile } from './layout.ts';
import { namesIn, readSource, refuseUnread } from './read.ts';
import type { Problem } from './read.ts';
import { weekFoldersBackwards } from './weeks.ts';

/**
 * The changes of a store, the newest first; each is read when its turn comes.
 * @param problems gets what cannot be read, which is passed over
 */
export function* changesBackwards(fs: FileSystem, dir: string, problems: Problem[]): Generator<Change> {
  for (const folder of weekFoldersBackwards(fs, changesFolder(dir), problems)) {
    for (const name of namesIn(fs, folder, problems)
      .filter((one) => idOf(one) !== undefined)
      .toReversed()) {
      const path = join(folder, name);
      const reading = readChange(fs, dir, path);
      if ('problem' in reading) problems.push(reading.problem);
      else if (reading.change.id === idOf(name)) yield reading.change;
      else problems.push({ path, problem: 'invalid', detail: `it holds the change ${reading.change.id}` });
    }
  }
}

/** The name of a change's file is its id. */
function idOf(name: string): string | undefined {
  const id = name.replace(/\.json$/, '');
  return isRecordFile(name) && isChangeId(id) ? id : undefined;
}

/**
 * The id of the newest change, by the name of its file.
 * @throws {StoreError} `failed` when a folder on the way there cannot be read
 */
export function newestChangeId(fs: FileSystem, dir: string): string | undefined {
  const problems: Problem[] = [];
  for (const folder of weekFoldersBackwards(fs, changesFolder(dir), problems)) {
    const newest = namesIn(fs, folder, problems).findLast((name) => idOf(name) !== undefined);
    refuseUnread(problems);
    if (newest !== undefined) return idOf(newest);
  }
  refuseUnread(problems);
  return undefined;
}

/** A ULID in lower case. Those that begin with 0 are of the years before 3084, like everything in a store. */
export function isChangeId(id: string): boolean {
  return /^0[0-9a-hjkmnp-tv-z]{25}$/.test(id);
}

/** The change in a file. */
export function readChange(
  fs: FileSystem,
  dir: string,
  path: string,
): { readonly change: Change } | { readonly problem: Problem } {
  const reading = readSource(fs, path);
  if ('problem' in reading) return reading;
  const { raw } = reading.source;
  if (isChange(raw, dir)) return { change: raw };
  const isNewer = typeof raw.schema === 'number' && raw.schema > SCHEMA;
  const detail = isNewer ? 'written by a newer plan-call' : 'it holds no change';
  return { problem: { path, problem: isNewer ? 'newer-schema' : 'invalid', detail } };
}

/**
 * Also that it reaches for nothing but records and reports of this store, and makes nothing but that of them: changes
 * come from wherever a folder is synchronised.
 */
function isChange(raw: JsonObject, dir: string): raw is Change {
  return (
    raw.schema === SCHEMA &&
    typeof raw.id === 'string' &&
    isChangeId(raw.id) &&
    isStartsAt(raw.at) &&
    typeof raw.command === 'string' &&
    (raw.because === undefined || typeof raw.because === 'string') &&
    (raw.undoes === undefined || typeof raw.undoes === 'string') &&
    Array.isArray(raw.files) &&
    raw.files.every((file) => isFileChange(file, dir))
  );
}

function isFileChange(change: unknown, dir: string): boolean {
  if (!isJsonObject(change) || typeof change.path !== 'string') return false;
  const { path, before, after } = change;
  const file = fileNamed(dir, path);
  if (file === undefined) return false;
  return [before, after].every((contents) => contents === null || canHold(path, file, contents, dir));
}

function canHold(path: string, file: string, contents: unknown, dir: string): boolean {
  if (path.endsWith('.md')) return typeof contents === 'string';
  if (!isJsonObject(contents)) return false;
  if (path.startsWith('calls/')) return CALL.isPlain(contents) && CALL.fileOf(dir, contents) === file;
  if (path.startsWith('accounts/'))
    return ACCOUNT.isPlain(contents) && ACCOUNT.fileOf(dir, contents) === file;
  return PROMISE.isPlain(contents) && PROMISE.fileOf(dir, contents) === file;
}
