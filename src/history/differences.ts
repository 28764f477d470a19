import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../calls/json.ts';

/** A field that holds something else than before; `undefined` where it was, or is, not there. */
export interface Difference {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Told by the words for the change, by its reason, or of no interest to anybody but the store. */
const UNTOLD = new Set([
  'schema',
  'id',
  'status',
  'because',
  'moves',
  'movedFrom',
  'movedTo',
  'mergedInto',
  'overrides',
  'result',
  'endedOn',
  'withdrawn',
]);

/** Which fields of a record went from what to what, in the order in which they stand; none where it was added. */
export function differencesOf(before: JsonObject | undefined, after: JsonObject | undefined): Difference[] {
  if (before === undefined || after === undefined) return [];
  return [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .filter((field) => !UNTOLD.has(field))
    .map((field) => ({ field, from: valueOf(before, field), to: valueOf(after, field) }))
    .filter(({ from, to }) => !isDeepStrictEqual(from, to));
}

function valueOf(record: JsonObject, field: string): unknown {
  return Object.hasOwn(record, field) ? record[field] : undefined;
}
