import { jsonRow } from './json-row.ts';
import type { BrokenRow, TableRow } from './row.ts';

/** Reads one line; nothing comes of a blank one. */
export type NdjsonReader = (text: string, line: number) => TableRow | BrokenRow | undefined;

/** The reader of NDJSON lines: `line` counts from 1, a byte order mark on the first line is passed over. */
export async function ndjsonReader(): Promise<NdjsonReader> {
  const { parseTree } = await import('jsonc-parser');
  return (text, line) => {
    const skipped = text.startsWith('\uFEFF') ? 1 : 0;
    const json = text.slice(skipped);
    if (json.trim() === '') return undefined;
    const at = (offset: number) => ({ line, column: offset + skipped + 1 });
    return jsonRow({ text: json, number: line, at }, parseTree);
  };
}
