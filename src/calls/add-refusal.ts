import { resolve } from 'node:path';
import type { WallDate } from '../time/wall.ts';
import { SCHEMA } from './call.ts';
import type { FileSystem } from './file-system.ts';
import { formatRecord } from './json.ts';
import { refusalFile } from './layout.ts';
import { thisMachine } from './machine.ts';
import type { Machine } from './machine.ts';
import { newId } from './new-id.ts';
import type { Refusal } from './refusal.ts';
import { addFile } from './write.ts';

/**
 * Notes in a store that a purpose was refused. It is a file of its own that nothing else refers to, so it takes no lock,
 * and is no change that could be taken back.
 * @param dir of the store
 * @param rules ids
 * @throws {StoreError} what kept it from being written
 */
export function addRefusal(
  fs: FileSystem,
  dir: string,
  on: WallDate,
  rules: readonly string[],
  machine: Machine = thisMachine(),
): Refusal {
  // The id tells the day, and nothing about the time at which it happened.
  const refusal: Refusal = { schema: SCHEMA, id: newId(new Date(on)), on, rules: [...rules] };
  addFile(fs, machine, refusalFile(resolve(dir), refusal), formatRecord(refusal));
  return refusal;
}
