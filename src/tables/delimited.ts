import { Buffer } from 'node:buffer';
import { finished } from 'node:stream/promises';
import { lineStarts, positionAt } from '../lint/positions.ts';
import type { Position } from '../lint/positions.ts';
import { lineEndsOf, nextLine } from '../reports/lines.ts';
import { placesIn } from './cell-places.ts';
import { sniffDelimiter } from './delimiter.ts';
import type { Delimiter } from './delimiter.ts';
import { offsetIn } from './offset-map.ts';
import type { Chunks } from '../streams.ts';
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
  const source = wholeCharacters(chunks);
  const head = await takeHead(source);
  const { delimiter, skip } = sniffDelimiter(head);
  const lines = lineStarts(head.slice(0, skip)).length;
  const batches = recordsOf(
    before(head.slice(skip), source),
    { delimiter, isQuoting: true },
    { line: lines, number: lines },
  );
  for await (const [header, ...records] of untilEnd(batches)) {
    if (header === undefined) continue;
    const columns = header.values.map((name) => name.trim());
    return { columns, rows: rowsOf(records, batches, columns) };
  }
  return { columns: [], rows: [] };
}

/** A text in pieces of a length that is good for `openDelimited`. */
export function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += HEAD) yield text.slice(at, at + HEAD);
}

interface Place {
  readonly line: number;
  readonly number: number;
}

interface Format {
  readonly delimiter: Delimiter;
  /** Whether a quote has a meaning, or is a character like any other. */
  readonly isQuoting: boolean;
}

/** One row of the file, the header included. */
interface CsvRecord extends Place {
  readonly values: readonly string[];
  /** The record as it stands, its line end included. */
  readonly source: string;
  readonly isQuoting: boolean;
}

type Records = AsyncGenerator<CsvRecord[]>;

/** The same generator for a loop that may leave it and go on with it later. */
function untilEnd(batches: Records): AsyncIterable<CsvRecord[]> {
  return { [Symbol.asyncIterator]: () => ({ next: () => batches.next() }) };
}

async function* rowsOf(
  first: readonly CsvRecord[],
  batches: Records,
  columns: readonly string[],
): AsyncGenerator<TableRow> {
  for (const record of first) yield rowOf(record, columns);
  for await (const records of batches) {
    for (const record of records) yield rowOf(record, columns);
  }
}

function rowOf(record: CsvRecord, columns: readonly string[]): TableRow {
  const place = placeFinder(record);
  const cells = record.values.map((text, i): Cell => ({
    column: columns[i] ?? String(i + 1),
    text,
    at: (offset) => place(i, offset),
  }));
  return { number: record.number, line: record.line, cells };
}

/** Finds the values of a record in its source when they are first asked for: most never are. */
function placeFinder({ values, source, isQuoting, line }: CsvRecord): (i: number, at: number) => Position {
  let found: { maps: ReturnType<typeof placesIn>; starts: readonly number[] } | undefined;
  return (i, at) => {
    found ??= { maps: placesIn(source, values, isQuoting), starts: lineStarts(source) };
    const map = found.maps[i] ?? { from: [0], to: [0] };
    const position = positionAt(found.starts, offsetIn(map, at));
    return { line: position.line + line - 1, column: position.column };
  };
}

/**
 * The records of a text, chunk by chunk. A quote that is never closed would swallow all that follows: its line is read
 * again with quotes that mean nothing, and what follows as if nothing had been.
 */
async function* recordsOf(chunks: Chunks, format: Format, start: Place): Records {
  const { parse } = await import('csv-parse');
  const unread = unreadText();
  const count = placeCounter(start);
  let ready: CsvRecord[] = [];
  const parser = parse({
    delimiter: format.delimiter,
    quote: format.isQuoting ? '"' : null,
    escape: format.isQuoting ? '"' : null,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (values: string[], { bytes }) => {
      ready.push({ values, isQuoting: format.isQuoting, ...count(unread.takeUntil(bytes)) });
      return null;
    },
  });
  const end = finished(parser.resume());
  // Told apart below, whichever of the two waits for it.
  end.catch(() => undefined);
  const takeReady = (): CsvRecord[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  try {
    for await (const chunk of chunks) {
      const bytes = Buffer.from(chunk);
      unread.add(bytes);
      await new Promise<void>((resolve, reject) => {
        parser.write(bytes, (error) => (error ? reject(error) : resolve()));
      });
      yield takeReady();
    }
    parser.end();
    await end;
    yield takeReady();
  } catch (error) {
    if (!isUnclosedQuote(error)) throw error;
    yield takeReady();
    const { source, line, number } = count(unread.takeUntil(Infinity));
    const next = nextLine(source, lineEndsOf(source)(0));
    const after = { line: line + 1, number: number + 1 };
    yield* recordsOf([source.slice(0, next)], { ...format, isQuoting: false }, { line, number });
    yield* recordsOf(piecesOf(source.slice(next)), format, after);
  } finally {
    parser.destroy();
  }
}

function isUnclosedQuote(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED';
}

/** Keeps the bytes handed to the parser until it says how far it has read: the parser counts in bytes of UTF-8. */
function unreadText() {
  let pieces: Buffer[] = [];
  let start = 0;
  return {
    add: (bytes: Buffer): void => {
      pieces.push(bytes);
    },
    /** The text up to an offset in bytes from the very beginning, which is that of a character. */
    takeUntil: (end: number): string => {
      let text = '';
      let whole = 0;
      for (const piece of pieces) {
        const length = Math.min(piece.length, end - start);
        text += piece.toString('utf8', 0, length);
        start += length;
        if (length < piece.length) {
          pieces = [piece.subarray(length), ...pieces.slice(whole + 1)];
          return text;
        }
        whole += 1;
      }
      pieces = [];
      return text;
    },
  };
}

const BLANK_LINES = /^[\r\n]+/;

/** Counts lines and rows: each call takes the text from the end of the last record to the end of this one. */
function placeCounter({ line, number }: Place): (text: string) => Place & { readonly source: string } {
  let lines = line;
  let rows = number;
  return (text) => {
    const blank = BLANK_LINES.exec(text)?.[0] ?? '';
    const skipped = blank === '' ? 0 : lineStarts(blank).length - 1;
    const source = text.slice(blank.length);
    const place = { line: lines + skipped, number: rows + skipped };
    lines = place.line + lineStarts(source).length - 1;
    rows = place.number + 1;
    return { ...place, source };
  };
}

/** Chunks that do not end in the middle of a character, and none of which is empty. */
async function* wholeCharacters(chunks: Chunks): AsyncGenerator<string> {
  let half = '';
  for await (const chunk of chunks) {
    const text = half + chunk;
    const last = text.charCodeAt(text.length - 1);
    const length = last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length;
    half = text.slice(length);
    if (length > 0) yield text.slice(0, length);
  }
  if (half !== '') yield half;
}

async function takeHead(source: AsyncGenerator<string>): Promise<string> {
  let head = '';
  while (head.length < HEAD) {
    const { done, value } = await source.next();
    if (done === true) break;
    head += value;
  }
  return head;
}

async function* before(head: string, source: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head;
  yield* source;
}
