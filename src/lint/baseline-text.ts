import { UserError } from '../user-error.ts';
import type { Baseline, Counts } from './baseline.ts';

const VERSION = 1;
const KEYS = ['version', 'files', 'rows'];

type Fields = Readonly<Record<string, unknown>>;

/** A baseline as it is written: the same bytes for the same counts, a line for each count, so that it merges well. */
export function baselineAsText({ files, rows }: Baseline): string {
  return `${JSON.stringify(
    {
      version: VERSION,
      files: sorted(files, (counts) => sorted(counts, (count) => count)),
      ...(rows.size > 0 && {
        rows: sorted(rows, (ofRows) => sorted(ofRows, (counts) => sorted(counts, (count) => count))),
      }),
    },
    undefined,
    2,
  )}\n`;
}

/**
 * Reads the text of a baseline.
 * @param file what it is called in messages
 * @throws UserError naming the file, and the key that is wrong
 */
export function parseBaseline(text: string, file: string): Baseline {
  const value = parseObject(text.replace(/^\uFEFF/, ''), file);
  const { version } = value;
  if (typeof version === 'number' && version > VERSION) throw new UserError('baseline.newer', { file });
  if (version !== VERSION) throw wrong(file, 'version', String(VERSION));
  for (const key of Object.keys(value)) {
    if (!KEYS.includes(key))
      throw new UserError('baseline.unknown-key', { file, key, keys: KEYS.join(', ') });
  }
  return {
    files: mapOf(value['files'] ?? {}, file, 'files', countsOf),
    rows: mapOf(value['rows'] ?? {}, file, 'rows', (rows, key) => mapOf(rows, file, key, countsOf)),
  };

  function countsOf(counts: unknown, at: string): Counts {
    return mapOf(counts, file, at, countOf);
  }

  function countOf(count: unknown, at: string): number {
    if (typeof count === 'number' && Number.isSafeInteger(count) && count > 0) return count;
    throw wrong(file, at, '1, 2, 3 …');
  }
}

function parseObject(text: string, file: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (isFields(value)) return value;
  } catch {
    // Said below, as for any other thing that is no object.
  }
  throw new UserError('baseline.not-json', { file });
}

function mapOf<Value>(
  value: unknown,
  file: string,
  at: string,
  read: (value: unknown, at: string) => Value,
): Map<string, Value> {
  if (!isFields(value)) throw wrong(file, at, '{…}');
  const map = new Map<string, Value>();
  for (const [key, inner] of Object.entries(value)) map.set(key, read(inner, `${at}.${key}`));
  return map;
}

function wrong(file: string, key: string, values: string): UserError {
  return new UserError('baseline.wrong-value', { file, key, values });
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with its keys in order of their characters (JSON puts whole numbers first, in their own order). */
function sorted<Value, Written>(
  map: ReadonlyMap<string, Value>,
  write: (value: Value) => Written,
): Record<string, Written> {
  const entries = [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, write(value)]));
}
