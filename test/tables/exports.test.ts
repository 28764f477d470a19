import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { About } from '../../src/lint/document.ts';
import { aboutOf, callOf } from '../../src/tables/call-of.ts';
import { columnsOf, growingColumns } from '../../src/tables/columns.ts';
import type { Columns } from '../../src/tables/columns.ts';
import { dateOrderIn } from '../../src/tables/dates.ts';
import { decodeTable } from '../../src/tables/decode-table.ts';
import { openDelimited, piecesOf } from '../../src/tables/delimited.ts';
import { openJson } from '../../src/tables/json-table.ts';
import { ndjsonReader } from '../../src/tables/ndjson.ts';
import type { BrokenRow, TableRow } from '../../src/tables/row.ts';
import { ROOT } from '../support/folders.ts';
import { rowsOf, textAt } from './reading.ts';

const FOLDER = join(ROOT, 'test', 'fixtures', 'exports');

interface Export {
  readonly text: string;
  readonly columns: Columns;
  readonly rows: readonly (TableRow | BrokenRow)[];
}

async function open(name: string): Promise<Export> {
  const { text } = decodeTable(fs.readFileSync(join(FOLDER, name)));
  if (name.endsWith('.ndjson')) return openNdjson(text);
  const table = name.endsWith('.json') ? await openJson(text) : await openDelimited(piecesOf(text));
  return { text, columns: columnsOf(table.columns), rows: await rowsOf(table) };
}

async function openNdjson(text: string): Promise<Export> {
  const read = await ndjsonReader();
  const rows = text.split('\n').flatMap((line, i) => read(line, i + 1) ?? []);
  const names = rows.flatMap((row) => ('cells' in row ? row.cells.map(({ column }) => column) : []));
  return { text, columns: growingColumns()(names), rows };
}

/** Each row as one line: what is judged of it and where that stands, or why it is not judged. */
async function told({ text, columns, rows }: Export): Promise<string[]> {
  const lines: string[] = [];
  for (const row of rows) {
    const call = await callOf(row, columns);
    if (typeof call === 'string') {
      lines.push(`${row.number} ${call}`);
      continue;
    }
    const texts = Object.entries(call.texts).map(([name, cell]) => {
      const { line, column } = cell.at(0);
      const isThere = textAt(text, cell.at(0)).startsWith(cell.text.slice(0, 3));
      return `${name} ${line}:${column}${isThere ? '' : ' (elsewhere)'} ${cell.text.replaceAll('\n', '⏎')}`;
    });
    const stage = call.stage ?? (call.unknownStage === undefined ? '' : `unknown ${call.unknownStage}`);
    lines.push([row.number, stage, ...texts].filter((part) => part !== '').join(' | '));
  }
  return lines;
}

const abouts = ({ text, columns, rows }: Export): About[] =>
  rows.flatMap((row) => ('cells' in row ? [aboutOf(row, columns, dateOrderIn(text))] : []));

const names = fs.readdirSync(FOLDER);

describe.each(names)('%s', (name) => {
  it('is read as recorded', async () => {
    const exported = await open(name);
    const { columns } = exported;
    expect({
      crm: columns.crm?.name,
      meaning: Object.fromEntries(columns.meaning),
      unknown: columns.unknown,
      order: dateOrderIn(exported.text),
      rows: await told(exported),
      about: abouts(exported).map(({ account, owner, date }) => [account, owner, date].join(' | ')),
    }).toMatchSnapshot();
  });
});
