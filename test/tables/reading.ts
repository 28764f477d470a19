import { lineStarts } from '../../src/lint/positions.ts';
import type { Position } from '../../src/lint/positions.ts';
import { openDelimited, piecesOf } from '../../src/tables/delimited.ts';
import type { BrokenRow, Cell, Table, TableRow } from '../../src/tables/row.ts';

/** All rows of a table at once. */
export async function rowsOf(table: Table): Promise<(TableRow | BrokenRow)[]> {
  const rows: (TableRow | BrokenRow)[] = [];
  for await (const row of table.rows) rows.push(row);
  return rows;
}

/** The rows of a delimited text, none of which can be broken. */
export async function delimitedRows(text: string, chunks: Iterable<string> = piecesOf(text)) {
  const table = await openDelimited(chunks);
  const rows: TableRow[] = [];
  for (const row of await rowsOf(table)) if ('cells' in row) rows.push(row);
  return { columns: table.columns, rows };
}

/** The values of rows, by column. */
export function valuesOf(rows: readonly TableRow[]): string[][] {
  return rows.map(({ cells }) => cells.map(({ text }) => text));
}

/** The rest of the line at a position of a text. */
export function textAt(source: string, { line, column }: Position): string {
  const starts = lineStarts(source);
  const start = (starts[line - 1] ?? NaN) + column - 1;
  return source.slice(start, starts[line] ?? source.length);
}

/**
 * The offsets of a cell at whose place in the file another character stands. A quote in quotes stands there twice, and
 * the place behind the last character is that of what follows.
 */
export function misplaced({ text, at }: Cell, source: string): number[] {
  const starts = lineStarts(source);
  return Array.from({ length: text.length }, (_, i) => i).filter((i) => {
    const { line, column } = at(i);
    return source.charAt((starts[line - 1] ?? NaN) + column - 1) !== text.charAt(i);
  });
}
