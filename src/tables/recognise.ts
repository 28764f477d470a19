import knownColumns from '../../data/columns.json' with { type: 'json' };
import { columnsOf } from './columns.ts';
import { openDelimited } from './delimited.ts';

/** So much of a text is looked at. A header is not longer. */
const HEAD = 4096;
/** So many columns that we know make a header of a line: a sentence with commas may have one by chance. */
const FEWEST = 2;

/**
 * Whether a text begins as a table of calls does, rather than as a report: with a line of several columns one of
 * which is judged, and most of which mean something to us unless they are those of a system that we know.
 * @param text without byte order mark
 */
export async function beginsAsTable(text: string): Promise<boolean> {
  const [header = ''] = text.slice(0, HEAD).split(/[\r\n]/, 1);
  if (!/[,;\t]/.test(header)) return false;
  const { columns } = await openDelimited([header]);
  const { crm, meaning, unknown } = columnsOf(columns);
  if (!meaning.has('purpose') && !meaning.has('discussion')) return false;
  const known = columns.length - unknown.length;
  return crm !== undefined || (known >= FEWEST && known > unknown.length);
}

/** Whether a JSON value is what CRMs hand out a list of records in, rather than a record. */
export function holdsRecords(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const lists: readonly string[] = knownColumns.json.lists;
  return Object.entries(value).some(
    ([key, list]) => lists.includes(key) && Array.isArray(list) && list.some(isRecord),
  );
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
