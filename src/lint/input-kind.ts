import { extname } from 'node:path';

/** What can be linted: a report of its own, or a table in one of its forms. */
export const INPUT_KINDS = ['report', 'csv', 'json', 'ndjson'] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

const TABLES: Readonly<Record<string, InputKind>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.tab': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

/** What a file is by its name; what is not known for a table is a report. */
export function kindByName(path: string): InputKind {
  return TABLES[extname(path).toLowerCase()] ?? 'report';
}

/** Whether a name leaves open what the file is: a spreadsheet may be saved as text, too. */
export function isOpenByName(path: string): boolean {
  return OPEN.has(extname(path).toLowerCase());
}

const OPEN: ReadonlySet<string> = new Set(['', '.txt']);

/** `[{`, `["`, or a bracket with nothing more; a note may well begin with `[x]` or `[2026-06-12]`. */
const JSON_LIST = /^\[\s*(?:[{"]|\]\s*$|$)/;

/**
 * What a text is that has no telling name: rows of JSON, a JSON document, a table with a header that we know, or a report.
 * @param head its beginning, with the whole first line in it
 */
export async function kindByContent(head: string): Promise<InputKind> {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (JSON_LIST.test(text)) return 'json';
  const { beginsAsTable, holdsRecords } = await import('../tables/recognise.ts');
  if (text.startsWith('{')) {
    const first = parsed(text.split('\n', 1)[0] ?? '');
    return first === undefined || holdsRecords(first) ? 'json' : 'ndjson';
  }
  return (await beginsAsTable(text)) ? 'csv' : 'report';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
