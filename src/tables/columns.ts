import knownColumns from '../../data/columns.json' with { type: 'json' };
import { fieldNamed, sectionNamed } from '../reports/names.ts';
import { cleanLine } from '../text/clean.ts';
import { UserError } from '../user-error.ts';
import { bareColumnKey, columnKey, isForMachines } from './column-key.ts';
import { crmOf } from './crm.ts';
import type { Crm } from './crm.ts';
import { OUR_NAMES } from './our-names.ts';
import type { ColumnMap, OurName } from './our-names.ts';

/** What the columns of a table mean. */
export interface Columns {
  /** As written, each once, in the order of the table. */
  readonly names: readonly string[];
  readonly crm: Crm | undefined;
  /** For each of our names the columns that mean it, the most telling first; of a row the first that is not empty counts. */
  readonly meaning: ReadonlyMap<OurName, readonly string[]>;
  /** Those that mean nothing to us. Columns for machines only, such as Dynamics' checksums, are not among them. */
  readonly unknown: readonly string[];
}

/** What a column means, and how telling it is: the lowest rank is looked at first. */
interface Meaning {
  readonly name: OurName;
  readonly rank: number;
}

/** Ranks beside those of the lists: what the CRM is known for comes first, names of sections and fields of reports last. */
const OF_THE_CRM = -1;
const OF_REPORTS = 1000;

/**
 * Finds out what columns mean, in any of the languages and systems that `data/columns.json` lists.
 * @param map what the user says of them; it has the last word
 * @throws UserError where the map names a column that is not there
 */
export function columnsOf(names: readonly string[], map: ColumnMap = {}): Columns {
  const unique = [...new Set(names)];
  const crm = crmOf(unique);
  const mapped = mappedColumns(unique, map);
  const found = new Map<OurName, { column: string; rank: number }[]>();
  const unknown: string[] = [];
  for (const column of unique) {
    const meanings = meaningsOf(column, crm, mapped);
    for (const { name, rank } of meanings) found.set(name, [...(found.get(name) ?? []), { column, rank }]);
    if (meanings.length === 0 && !isForMachines(column)) unknown.push(column);
  }
  const meaning = new Map<OurName, readonly string[]>();
  for (const [name, ranked] of found) {
    meaning.set(
      name,
      ranked.sort((a, b) => a.rank - b.rank).map(({ column }) => column),
    );
  }
  return { names: unique, crm, meaning, unknown };
}

/**
 * Sees to it that there is something to judge.
 * @throws UserError where no column is a purpose or a text
 */
export function requireTexts({ names, meaning }: Columns): void {
  if (meaning.has('purpose') || meaning.has('discussion')) return;
  if (names.length === 0) throw new UserError('table.empty');
  throw new UserError('table.no-texts', { columns: listOf(names) });
}

/**
 * The columns of rows that each bring their own, as those of NDJSON do: every call takes the names in a row and gives
 * what is known of all columns so far. A column of the map may still come.
 */
export function growingColumns(map: ColumnMap = {}): (names: readonly string[]) => Columns {
  const seen = new Set<string>();
  let columns = columnsOf([]);
  return (names) => {
    const before = seen.size;
    for (const name of names) seen.add(name);
    if (seen.size > before) columns = columnsOf([...seen], presentIn(seen, map));
    return columns;
  };
}

function presentIn(columns: ReadonlySet<string>, map: ColumnMap): ColumnMap {
  const present: Partial<Record<OurName, string>> = {};
  for (const name of OUR_NAMES) {
    const wanted = map[name];
    if (wanted !== undefined && findColumn([...columns], wanted) !== undefined) present[name] = wanted;
  }
  return present;
}

function mappedColumns(columns: readonly string[], map: ColumnMap): ReadonlyMap<OurName, string> {
  const mapped = new Map<OurName, string>();
  for (const name of OUR_NAMES) {
    const wanted = map[name];
    if (wanted === undefined) continue;
    const column = findColumn(columns, wanted);
    if (column === undefined) {
      throw new UserError('table.no-such-column', {
        given: cleanLine(wanted),
        name,
        columns: listOf(columns),
      });
    }
    mapped.set(name, column);
  }
  return mapped;
}

/** The column of that very name, or one that is only written differently. */
function findColumn(columns: readonly string[], wanted: string): string | undefined {
  const key = columnKey(wanted);
  return columns.find((one) => one === wanted) ?? columns.find((one) => key !== '' && columnKey(one) === key);
}

function listOf(columns: readonly string[]): string {
  return columns.map(cleanLine).join(', ');
}

function meaningsOf(
  column: string,
  crm: Crm | undefined,
  mapped: ReadonlyMap<OurName, string>,
): readonly Meaning[] {
  const names = [...mapped].filter(([, one]) => one === column).map(([name]) => ({ name, rank: 0 }));
  if (names.length > 0) return names;
  const meaning = isForMachines(column) ? undefined : meaningOf(column, crm);
  return meaning === undefined || mapped.has(meaning.name) ? [] : [meaning];
}

/** A second language or a remark: "Purpose / Mục đích", "Notes (internal)". */
const ASIDE = /[/|()[\]]/;

function meaningOf(column: string, crm: Crm | undefined): Meaning | undefined {
  const known =
    (crm === undefined ? undefined : meaningFor(crm, column)) ??
    byKey.get(columnKey(column)) ??
    byKey.get(bareColumnKey(column));
  if (known !== undefined || !ASIDE.test(column)) return known ?? ofReports(column);
  const first = column.split(ASIDE).find((part) => columnKey(part) !== '');
  return (first === undefined ? undefined : byKey.get(bareColumnKey(first))) ?? ofReports(column);
}

function meaningFor({ names = {} }: Crm, column: string): Meaning | undefined {
  const key = bareColumnKey(column);
  const isMeant = (name: OurName): boolean => (names[name] ?? []).some((one) => columnKey(one) === key);
  const name = OUR_NAMES.find(isMeant);
  if (name === undefined) return undefined;
  const place = (names[name] ?? []).findIndex((one) => columnKey(one) === key);
  return { name, rank: OF_THE_CRM - 1 / (place + 1) };
}

function ofReports(column: string): Meaning | undefined {
  const word = sectionNamed(column) ?? fieldNamed(column);
  const name = OUR_NAMES.find((one) => one === word);
  return name === undefined ? undefined : { name, rank: OF_REPORTS };
}

const byKey = meaningsByKey();

function meaningsByKey(): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const name of OUR_NAMES) {
    for (const list of Object.values(knownColumns.names[name])) {
      for (const [rank, alias] of list.entries()) {
        for (const key of [columnKey(alias), bareColumnKey(alias)]) {
          if (!meanings.has(key)) meanings.set(key, { name, rank });
        }
      }
    }
  }
  return meanings;
}
