import type { LintConfig } from '../config/lint-config.ts';
import { linesOf } from '../streams.ts';
import { decodeTable } from '../tables/decode-table.ts';
import { JUDGED, aboutOf, callOf, hasAmbiguousDate, valueIn } from '../tables/call-of.ts';
import type { Judged } from '../tables/call-of.ts';
import { columnsOf, growingColumns, requireTexts } from '../tables/columns.ts';
import type { Columns } from '../tables/columns.ts';
import { dateOrderIn } from '../tables/dates.ts';
import type { DateOrder } from '../tables/date-order.ts';
import type { ColumnMap } from '../tables/our-names.ts';
import { openDelimited, piecesOf } from '../tables/delimited.ts';
import type { BrokenRow, Table, TableRow } from '../tables/row.ts';
import type { InputKind } from './input-kind.ts';
import type { Item } from './item.ts';
import { unreadItem } from './unread-item.ts';
import type { Reading } from './read-items.ts';
import { openTextFile } from './text-file.ts';
import { columnNotes, countBroken, noRows, rowNotes } from './table-notes.ts';

/** The forms that a table can have. */
export type TableKind = Exclude<InputKind, 'report'>;

/**
 * The rows of a table in a file, one at a time; only of a JSON document the whole text is held.
 * @throws UserError where it is no table of calls
 */
export async function* tableItems(
  path: string,
  kind: TableKind,
  config: LintConfig,
  reading: Reading,
): AsyncGenerator<Item> {
  const opened = openTextFile(reading.fs, path);
  if ('problem' in opened) {
    yield unreadItem(opened.problem, reading.speaker);
    return;
  }
  const { pieces, close } = opened.file;
  try {
    if (kind === 'ndjson') yield* ndjsonItems(path, linesOf(pieces()), config, reading);
    else if (kind === 'json') yield* jsonItems(path, [...pieces()].join(''), config, reading);
    else yield* csvItems(path, pieces, config, reading);
  } finally {
    close();
  }
}

/**
 * The rows of a table that is there as a whole.
 * @throws UserError where it is no table of calls
 */
export async function* itemsOfTable(
  path: string,
  kind: Exclude<TableKind, 'ndjson'>,
  bytes: Uint8Array,
  config: LintConfig,
  reading: Reading,
): AsyncGenerator<Item> {
  const { text } = decodeTable(bytes);
  yield* kind === 'json'
    ? jsonItems(path, text, config, reading)
    : csvItems(path, () => piecesOf(text), config, reading);
}

async function* jsonItems(
  path: string,
  text: string,
  config: LintConfig,
  reading: Reading,
): AsyncGenerator<Item> {
  const { openJson } = await import('../tables/json-table.ts');
  const table = await openJson(text);
  yield* table.columns.length === 0
    ? rowsWithoutColumns(path, table, config, reading)
    : rowItems(path, table, dateOrderIn(text), config, reading);
}

/** A list that is empty, or has nothing but what is no row. */
function rowsWithoutColumns(
  path: string,
  table: Table,
  config: LintConfig,
  reading: Reading,
): AsyncGenerator<Item> {
  const columns = columnsOf([]);
  return itemsOfRows(path, table.rows, () => columns, undefined, config, reading);
}

/** @param pieces gives the text from its beginning each time */
async function* csvItems(
  path: string,
  pieces: () => Iterable<string>,
  config: LintConfig,
  reading: Reading,
): AsyncGenerator<Item> {
  yield* rowItems(path, await openDelimited(pieces()), dateOrderIn(pieces()), config, reading);
}

/** @param order of day and month in the dates of the table, where these tell it; what the user says of it counts more */
async function* rowItems(
  path: string,
  table: Table,
  order: DateOrder | undefined,
  config: LintConfig,
  reading: Reading,
): AsyncGenerator<Item> {
  const columns = columnsOf(table.columns, columnMap(reading, config));
  requireTexts(columns);
  noteColumns(path, columns, reading);
  const known = reading.dateOrder ?? order ?? config.dateOrder;
  yield* itemsOfRows(path, table.rows, () => columns, known, config, reading);
}

/**
 * Rows of JSON, each with columns of its own.
 * @throws UserError behind the last row, where none of them had a purpose or a text, or a column of the user's
 */
export async function* ndjsonItems(
  path: string,
  lines: AsyncIterable<string> | Iterable<string>,
  config: LintConfig,
  reading: Reading,
): AsyncGenerator<Item> {
  const { ndjsonReader } = await import('../tables/ndjson.ts');
  const read = await ndjsonReader();
  const map = columnMap(reading, config);
  const grow = growingColumns(map);
  async function* rows(): AsyncGenerator<TableRow | BrokenRow> {
    let number = 0;
    for await (const line of lines) {
      number += 1;
      const row = read(line, number);
      if (row !== undefined) yield row;
    }
  }
  let columns = grow([]);
  const columnsFor = (row: TableRow | BrokenRow): Columns =>
    (columns = grow('cells' in row ? row.cells.map(({ column }) => column) : []));
  yield* itemsOfRows(path, rows(), columnsFor, reading.dateOrder ?? config.dateOrder, config, reading);
  // Now all columns are known.
  if (columns.names.length === 0) return;
  requireTexts(columns);
  noteColumns(path, columns, reading);
  // Throws where a column that the user named never came.
  columnsOf(columns.names, map);
}

function noteColumns(path: string, columns: Columns, { speaker, note }: Reading): void {
  for (const sentence of columnNotes(columns, speaker)) note(path, undefined, sentence);
}

async function* itemsOfRows(
  path: string,
  rows: AsyncIterable<TableRow | BrokenRow> | Iterable<TableRow | BrokenRow>,
  columnsFor: (row: TableRow | BrokenRow) => Columns,
  order: DateOrder | undefined,
  config: LintConfig,
  { speaker, note }: Reading,
): AsyncGenerator<Item> {
  yield { kind: 'begin', path };
  const counts = noRows();
  for await (const row of rows) {
    if ('broken' in row) countBroken(counts, row);
    const columns = columnsFor(row);
    const call = await callOf(row, columns);
    const id = 'broken' in row ? undefined : valueIn(row, columns, 'id');
    if (typeof call === 'string' || 'broken' in row) {
      yield { kind: 'skipped', path, row: row.number, id, why: typeof call === 'string' ? call : 'broken' };
      continue;
    }
    if (order === undefined && hasAmbiguousDate(row, columns)) counts.ambiguousDates += 1;
    const { stage, unknownStage, texts } = call;
    if (unknownStage !== undefined)
      counts.unknownStages.set(unknownStage, (counts.unknownStages.get(unknownStage) ?? 0) + 1);
    const about = aboutOf(row, columns, order);
    const { meaning } = columns;
    const judged: Partial<Record<Judged, string>> = {};
    for (const name of JUDGED) if (texts[name] !== undefined) judged[name] = texts[name].text;
    const task = {
      kind: 'row',
      texts: judged,
      asked: JUDGED.filter((name) => meaning.has(name)),
      account: about.account,
      stage,
    } as const;
    yield { kind: 'row', path, config, task, about, row, id, texts };
  }
  for (const sentence of rowNotes(counts, speaker)) note(path, undefined, sentence);
  yield { kind: 'end', path };
}

function columnMap({ columns }: Reading, config: LintConfig): ColumnMap {
  return { ...config.columns, ...columns };
}
