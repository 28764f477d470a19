import { join } from 'node:path';
import { thisMachine } from '../calls/machine.ts';
import { addFile, replaceFile } from '../calls/write.ts';
import { readIfThere } from '../read-if-there.ts';
import { UserError } from '../user-error.ts';
import type { World } from '../world.ts';
import { disputeIn, lineOf, taughtRowsIn } from './rows.ts';
import type { Dispute, TaughtRow } from './rows.ts';

type FileSystem = World['fs'];

/** Where a company keeps what it has taught: one row of JSON a line, so that the file can be shared and merged. */
export const taughtPath = (folder: string): string => join(folder, 'taught.jsonl');
/** Where refusals are kept that somebody called wrong. */
export const disputedPath = (folder: string): string => join(folder, 'disputed.jsonl');

/** @throws UserError naming file and line of what cannot be read */
export function readTaught(fs: FileSystem, folder: string): TaughtRow[] {
  return rowsIn(fs, taughtPath(folder), taughtRowsIn).flat();
}

/** @throws UserError naming file and line of what cannot be read */
export function readDisputes(fs: FileSystem, folder: string): Dispute[] {
  return rowsIn(fs, disputedPath(folder), disputeIn);
}

/**
 * Reads a file of JSON rows.
 * @param name what the text is called in messages
 * @param rowIn makes a row of a line's value; nothing where it is none
 * @throws UserError naming file and line of what is no row
 */
export function parseRows<Row>(
  text: string,
  name: string,
  rowIn: (value: unknown) => Row | undefined,
): Row[] {
  const rows: Row[] = [];
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const row = rowIn(valueOf(line));
    if (row === undefined) throw new UserError('teach.row-wrong', { file: name, line: i + 1 });
    rows.push(row);
  }
  return rows;
}

/**
 * Writes all rows in the place of those that were there.
 * @throws StoreError when the file has changed since it was read, or cannot be written
 */
export function writeRows(fs: FileSystem, path: string, rows: readonly (TaughtRow | Dispute)[]): void {
  const text = rows.map((row) => `${lineOf(row)}\n`).join('');
  const before = readIfThere(fs, path);
  if (before === undefined) addFile(fs, thisMachine(), path, text);
  else replaceFile(fs, thisMachine(), path, before, text);
}

function rowsIn<Row>(fs: FileSystem, path: string, rowIn: (value: unknown) => Row | undefined): Row[] {
  return parseRows(readIfThere(fs, path)?.toString('utf8') ?? '', path, rowIn);
}

function valueOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
