import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import type { z } from 'zod';
import { SCHEMA } from './call.ts';
import { cleanText } from './clean-text.ts';
import { errorCode, errorText } from '../system-error.ts';
import type { FileSystem } from './file-system.ts';
import { isJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Kind, RecordSchema } from './kinds.ts';
import { isRecordFile } from './layout.ts';
import type { Problem, ProblemKind } from './problem.ts';
import { StoreError } from './store-error.ts';

export type { Problem } from './problem.ts';

/** What a file holds, before it is known whether that is a record. */
export interface Source {
  readonly path: string;
  readonly bytes: Buffer;
  readonly raw: JsonObject;
}

export interface Records<T> {
  readonly records: T[];
  readonly problems: Problem[];
}

/**
 * The names in a folder, sorted; none when there is no such folder.
 * @param problems gets the folder when it cannot be read
 */
export function namesIn(fs: FileSystem, folder: string, problems: Problem[]): string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') {
      problems.push(problem(folder, 'unreadable', errorText(error)).problem);
    }
    return [];
  }
}

/**
 * All records of a kind in one folder but those whose adding was undone. A damaged file is named among the problems and
 * hides no other.
 */
export async function readFolder<T extends JsonObject>(
  fs: FileSystem,
  kind: Kind<T>,
  dir: string,
  folder: string,
): Promise<Records<T>> {
  const records: T[] = [];
  const problems: Problem[] = [];
  for (const name of namesIn(fs, folder, problems)) {
    if (!isRecordFile(name)) continue;
    const reading = await readFile(fs, kind, dir, join(folder, name));
    if ('problem' in reading) problems.push(reading.problem);
    else if (reading.record.withdrawn !== true) records.push(reading.record);
  }
  return { records, problems };
}

/** The record in one file. */
export async function readFile<T extends JsonObject>(
  fs: FileSystem,
  kind: Kind<T>,
  dir: string,
  path: string,
): Promise<{ record: T } | { problem: Problem }> {
  const record = readPlain(fs, kind, dir, path);
  if (record !== undefined) return { record };
  const reading = readSource(fs, path);
  return 'problem' in reading ? reading : judge(kind, dir, reading.source, await kind.loadSchema());
}

/** The record in a file that is plainly in order, which nearly all are; nothing where it takes a closer look. */
function readPlain<T extends JsonObject>(
  fs: FileSystem,
  kind: Kind<T>,
  dir: string,
  path: string,
): T | undefined {
  try {
    const text = fs.readFileSync(path, 'utf8');
    // Bytes that are no UTF-8 are read as this sign.
    if (text.includes('\uFFFD')) return undefined;
    const raw: unknown = JSON.parse(text);
    return isJsonObject(raw) && kind.isPlain(raw) && kind.fileOf(dir, raw) === path ? raw : undefined;
  } catch {
    return undefined;
  }
}

/** What a file holds, or what keeps it from being JSON. */
export function readSource(fs: FileSystem, path: string): { source: Source } | { problem: Problem } {
  let bytes;
  try {
    bytes = fs.readFileSync(path);
  } catch (error) {
    return problem(path, 'unreadable', errorText(error));
  }
  if (bytes.length === 0) return problem(path, 'not-json', 'the file is empty');
  if (!isUtf8(bytes)) return problem(path, 'not-json', 'the text is not UTF-8');
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    if (!/^(<{7}|={7}|>{7})/m.test(text)) return problem(path, 'not-json', errorText(error));
    return problem(path, 'conflict-markers', 'a merge was left half done; both versions are in the file');
  }
  if (!isJsonObject(raw)) return problem(path, 'not-json', 'it holds no JSON object');
  return { source: { path, bytes, raw } };
}

/** Whether what a file holds is a record, and in its place. */
export function judge<T extends JsonObject>(
  kind: Kind<T>,
  dir: string,
  { path, raw }: Source,
  schema: RecordSchema<T>,
): { record: T } | { problem: Problem } {
  const result = schema.safeParse(raw);
  if (!result.success) {
    const complaint = firstComplaint(result.error);
    if (!isNewer(raw)) return problem(path, 'invalid', complaint);
    return problem(path, 'newer-schema', `written by a newer plan-call (${complaint})`);
  }
  const place = kind.fileOf(dir, result.data);
  if (place !== path) return problem(path, 'invalid', `by its id and date it would be ${place}`);
  return { record: result.data };
}

/**
 * For whoever cannot go on without what could not be read.
 * @throws {StoreError} `failed`, `newer-schema`, `damaged`
 */
export function refuseUnread([first]: readonly Problem[]): void {
  if (first !== undefined) throw errorFor(first);
}

export function errorFor({ path, problem: kind, detail }: Problem): StoreError {
  if (kind === 'unreadable') return new StoreError(path, 'failed', detail);
  return new StoreError(path, kind === 'newer-schema' ? 'newer-schema' : 'damaged', detail);
}

export function isNewer(raw: JsonObject): boolean {
  return typeof raw.schema === 'number' && raw.schema > SCHEMA;
}

/** The first thing that is wrong, with the field that it is wrong in: `channel: Invalid option: …`. */
export function firstComplaint(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return error.message;
  return issue.path.length === 0 ? issue.message : `${issue.path.map(String).join('.')}: ${issue.message}`;
}

function problem(path: string, kind: ProblemKind, detail: string): { problem: Problem } {
  // The system and the JSON parser quote what they found, line breaks and all.
  return { problem: { path, problem: kind, detail: cleanText(detail).replace(/\s+/g, ' ') } };
}
