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

/**
 * What a text without a name is: rows of JSON, a JSON document, or a report. A table of another form cannot be told from
 * a report, so its form has to be given.
 * @param head its beginning
 */
export function kindByContent(head: string): InputKind {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('[')) return 'json';
  if (!text.startsWith('{')) return 'report';
  return isJson(text.split('\n', 1)[0] ?? '') ? 'ndjson' : 'json';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
