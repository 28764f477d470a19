import { isDeepStrictEqual } from 'node:util';
import { controlCharacterIn } from './clean-text.ts';
import { StoreError } from './store-error.ts';

/** A JSON object as it stands in a file, with the fields that we know and those that we do not. */
export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a record's file: a field and an item a line, so that edits of different fields merge. */
export function formatRecord(record: JsonObject): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/**
 * An edited record laid over what its file holds. What was not edited stays as it is, in its place, above all the fields
 * that nobody here knows; fields in `known` that the edit left out are removed. New fields come where `known` has them,
 * then the rest.
 * @param path of the file, for errors
 * @throws {StoreError} `invalid` for a text with control characters, or a value that JSON cannot hold
 */
export function layOver(
  raw: JsonObject,
  edited: JsonObject,
  known: readonly string[],
  path: string,
): JsonObject {
  const edits = new Map(Object.entries(edited).filter(([, value]) => value !== undefined));
  const merged: [field: string, value: unknown][] = [];
  for (const [field, old] of Object.entries(raw)) {
    const now = edits.get(field);
    if (now !== undefined)
      merged.push([field, isDeepStrictEqual(now, old) ? old : storable(now, field, path)]);
    else if (!known.includes(field)) merged.push([field, old]);
    edits.delete(field);
  }
  for (const [index, field] of known.entries()) {
    const now = edits.get(field);
    if (now === undefined) continue;
    const before = known.slice(0, index);
    const place = merged.findLastIndex(([other]) => before.includes(other)) + 1;
    merged.splice(place, 0, [field, storable(now, field, path)]);
    edits.delete(field);
  }
  for (const [field, now] of edits) merged.push([field, storable(now, field, path)]);
  // Not by assignment: `__proto__` is a field like any other.
  return Object.fromEntries(merged);
}

/** Whether a number in a parsed file is not the one that was written there, so that rewriting the file would change it. */
export function hasLostDigits(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasLostDigits);
}

/** A value as it is written: texts composed (NFC), nothing that a reader of the file would not get back. */
function storable(value: unknown, field: string, path: string): unknown {
  if (typeof value === 'string') {
    const character = controlCharacterIn(value);
    if (character === undefined) return value.normalize('NFC');
    throw new StoreError(path, 'invalid', `${field} holds the control character ${character}`);
  }
  if (value === null || typeof value === 'boolean' || Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item) => storable(item, field, path));
  if (!isJsonObject(value)) {
    throw new StoreError(path, 'invalid', `${field} holds a ${typeof value} that JSON cannot hold`);
  }
  const fields: [string, unknown][] = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(fields.map(([name, inner]) => [name, storable(inner, `${field}.${name}`, path)]));
}
