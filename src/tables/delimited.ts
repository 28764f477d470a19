import { lineStarts, positionAt } from '../lint/positions.ts';
import type { Chunks } from '../streams.ts';
import { offsetOf, recordAt } from './csv-record.ts';
import type { CsvRecord } from './csv-record.ts';
import { sniffDelimiter } from './delimiter.ts';
import type { Delimiter } from './delimiter.ts';
import type { Cell, Table, TableRow } from './row.ts';

/** So much of the text is looked at for the delimiter. */
const HEAD = 65_536;

/**
 * Reads CSV, TSV and the like. The delimiter is what the header has most of; line ends of all kinds, ragged rows and
 * stray quotes are taken as they come. Only the rows of one chunk are held at a time. Nothing is thrown for what is in
 * the text; an empty one has no columns.
 * @param chunks the decoded text, byte order mark included; some 64,000 characters each are a good length
 */
export async function openDelimited(chunks: Chunks): Promise<Table> {
  const pieces = takenFrom(chunks);
  const head = await takeHead(pieces);
  const { delimiter, skip } = sniffDelimiter(head);
  const line = lineStarts(head.slice(0, skip)).length;
  const rows = rowsOf(before(head.slice(skip), pieces), rowReader(delimiter, { line, number: line }));
  const header = await rows.next();
  if (header.done === true) return { columns: [], rows: [] };
  return { columns: header.value.cells.map(({ column }) => column), rows };
}

/** A text in pieces of a length that is good for `openDelimited`. */
export function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += HEAD) yield text.slice(at, at + HEAD);
}

interface Place {
  readonly line: number;
  readonly number: number;
}

/** Takes the next piece of a text, and gives the rows that end in it. */
type RowReader = (piece: string, isLast: boolean) => readonly TableRow[];

async function* rowsOf(pieces: AsyncIterable<string>, read: RowReader): AsyncGenerator<TableRow, void> {
  for await (const piece of pieces) for (const row of read(piece, false)) yield row;
  for (const row of read('', true)) yield row;
}

/** Blank lines are counted, and passed over. The first row is the header: its columns are called what they say. */
function rowReader(delimiter: Delimiter, start: Place): RowReader {
  let { line, number } = start;
  let columns: readonly string[] | undefined;
  let text = '';
  let wanted = 0;
  return (piece, isLast) => {
    text += piece;
    const rows: TableRow[] = [];
    if (text.length < wanted && !isLast) return rows;
    let at = 0;
    while (at < text.length) {
      const record = recordAt(text, at, delimiter, isLast);
      if (record === undefined) break;
      if (!isBlank(record)) {
        columns ??= record.fields.map(({ value }) => value.trim());
        rows.push(rowOf(text, record, { line, number }, columns));
      }
      line += lineStarts(text.slice(record.start, record.end)).length - 1;
      number += 1;
      at = record.end;
    }
    text = text.slice(at);
    // A record of many pieces is read again only when there is twice as much of it.
    wanted = text.length * 2;
    return rows;
  };
}

function isBlank({ fields: [first, ...others] }: CsvRecord): boolean {
  return others.length === 0 && first?.isQuoted === false && first.value === '';
}

function rowOf(
  text: string,
  { fields, start, end }: CsvRecord,
  { line, number }: Place,
  columns: readonly string[],
): TableRow {
  // Most cells are never asked for their place.
  let starts: readonly number[] | undefined;
  const cells = fields.map((field, i): Cell => ({
    column: columns[i] ?? String(i + 1),
    text: field.value,
    at: (offset) => {
      starts ??= lineStarts(text.slice(start, end));
      const position = positionAt(starts, offsetOf(text, field, offset) - start);
      return { line: position.line + line - 1, column: position.column };
    },
  }));
  return { number, line, cells };
}

async function* takenFrom(chunks: Chunks): AsyncGenerator<string> {
  yield* chunks;
}

async function takeHead(pieces: AsyncGenerator<string>): Promise<string> {
  let head = '';
  while (head.length < HEAD) {
    const { done, value } = await pieces.next();
    if (done === true) break;
    head += value;
  }
  return head;
}

async function* before(head: string, pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head;
  yield* pieces;
}
