import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openJson } from '../../src/tables/json-table.ts';
import { ndjsonReader } from '../../src/tables/ndjson.ts';
import { UserError } from '../../src/user-error.ts';
import { rowsOf, textAt } from './reading.ts';

async function cellsOf(text: string): Promise<Record<string, string>[]> {
  const rows = await rowsOf(await openJson(text));
  return rows.map((row) =>
    'cells' in row ? Object.fromEntries(row.cells.map((cell) => [cell.column, cell.text])) : {},
  );
}

async function errorOf(text: string): Promise<UserError> {
  const error: unknown = await openJson(text).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof UserError) return error;
  throw new Error(`no UserError but ${String(error)}`);
}

describe('a list of records', () => {
  it.each([
    ['on top', '[{"a":"x"},{"a":"y"}]'],
    ['as Salesforce exports a tree', '{"records":[{"a":"x"},{"a":"y"}]}'],
    ['as OData', '{"@odata.context":"c","value":[{"a":"x"},{"a":"y"}]}'],
    ['under data', '{"data":[{"a":"x"},{"a":"y"}],"paging":{"data":[{"a":"z"}]}}'],
    ['as HubSpot', '{"total":2,"results":[{"properties":{"a":"x"}},{"properties":{"a":"y"}}]}'],
    ['with a byte order mark', '\uFEFF[{"a":"x"},{"a":"y"}]'],
  ])('is found %s', async (_, text) => {
    expect(await cellsOf(text)).toEqual([{ a: 'x' }, { a: 'y' }]);
  });

  it('may be empty', async () => {
    const table = await openJson('{"value":[]}');
    expect(table.columns).toEqual([]);
    expect(await rowsOf(table)).toEqual([]);
  });

  it('is a single row where there is but an object', async () => {
    expect(await cellsOf('{"purpose":"Sign"}')).toEqual([{ purpose: 'Sign' }]);
  });

  it('has the columns of all its rows', async () => {
    const { columns } = await openJson('[{"a":1},{"b":null,"a":2},3,{"c":{"d":true}}]');
    expect(columns).toEqual(['a', 'b', 'c.d']);
  });
});

describe('a value', () => {
  it('is a text, whatever it was', async () => {
    const text =
      '[{"a":null,"b":1.50,"c":false,"d":["x","",2,["y"]],"e":{"f":{"g":"h"}},"attributes":{"i":"j"}}]';
    expect(await cellsOf(text)).toEqual([{ a: '', b: '1.5', c: 'false', d: 'x\n2', 'e.f.g': 'h', i: 'j' }]);
  });

  it('of an item in a list is found at its place', async () => {
    const text = '[\n {"agenda": ["one", "", 7, "t\\u0077o"]}]';
    const [row] = await rowsOf(await openJson(text));
    const cell = row !== undefined && 'cells' in row ? row.cells[0] : undefined;
    expect(cell?.text).toBe('one\n7\ntwo');
    expect([0, 2, 4, 6, 8].map((offset) => cell && textAt(text, cell.at(offset)).slice(0, 3))).toEqual([
      'one',
      'e",',
      '7, ',
      't\\u',
      'o"]',
    ]);
  });

  it('of a property that is given twice is the last one, at its place', async () => {
    const text = '[{"a":"one","a":"two"}]';
    const [row] = await rowsOf(await openJson(text));
    const cell = row !== undefined && 'cells' in row ? row.cells[0] : undefined;
    expect(cell?.text).toBe('two');
    expect(cell && textAt(text, cell.at(0))).toBe('two"}]');
  });
});

const records = fc.array(
  fc.dictionary(
    fc
      .string({ minLength: 1, maxLength: 4 })
      .filter((key) => !['__proto__', 'properties', 'attributes'].includes(key)),
    fc.string({ unit: 'binary', maxLength: 12 }),
    { minKeys: 1, maxKeys: 4 },
  ),
  { minLength: 1, maxLength: 4 },
);

describe('any records', () => {
  it('are read as they were written, each character at its place', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.constantFrom(0, 1, '\t'), async (given, space) => {
        const text = JSON.stringify(given, undefined, space);
        const rows = await rowsOf(await openJson(text));
        expect(rows.map(({ number }) => number)).toEqual(given.map((_, i) => i + 1));
        for (const [i, row] of rows.entries()) {
          const cells = 'cells' in row ? row.cells : [];
          expect(Object.fromEntries(cells.map((cell) => [cell.column, cell.text]))).toEqual(given[i]);
          for (const cell of cells) {
            for (let offset = 0; offset < cell.text.length; offset += 1) {
              const rest = JSON.stringify(cell.text.slice(offset)).slice(1);
              // Half of a pair that stands alone is written as an escape, which it is not in the file.
              if (!/^\\ud[c-f]/.test(rest)) expect(textAt(text, cell.at(offset)).startsWith(rest)).toBe(true);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is no JSON', () => {
  it.each([
    ['[{"a":"x"},\n {"a":]', 2, 7],
    ['Subject,Notes\n', 1, 1],
    ['[{"a":"x",}]', 1, 11],
    ['[1] // one', 1, 5],
    ['\uFEFF[}', 1, 3],
  ])('is told with line and column: %j', async (text, line, column) => {
    const { key, values } = await errorOf(text);
    expect(key).toBe('table.not-json');
    expect([values['line'], values['column']]).toEqual([line, column]);
  });

  it('what ends too early is told so, with line and column', async () => {
    const { key, values } = await errorOf('[{"a":"x"}\n');
    expect(key).toBe('table.json-ends');
    expect(values).toEqual({ line: 2, column: 1 });
  });

  it.each(['', '\uFEFF', ' \n'])('nothing at all is told as nothing: %j', async (text) => {
    expect((await errorOf(text)).key).toBe('table.empty');
  });

  it('nested beyond reason is refused', async () => {
    expect((await errorOf('['.repeat(200_000))).key).toBe('table.not-json');
  });

  it.each(['3', '"text"', 'null'])('%s holds no list', async (text) => {
    expect((await errorOf(text)).key).toBe('table.no-list');
  });
});

describe('a line of NDJSON', () => {
  it('is a row', async () => {
    const read = await ndjsonReader();
    const row = read('\uFEFF{"Subject":"Sign \\"C\\"","Id":7}\r', 3);
    expect(row).toMatchObject({ number: 3, line: 3 });
    const cells = row !== undefined && 'cells' in row ? row.cells : [];
    expect(cells.map(({ column, text }) => [column, text])).toEqual([
      ['Subject', 'Sign "C"'],
      ['Id', '7'],
    ]);
    expect([0, 6].map((offset) => cells[0]?.at(offset))).toEqual([
      { line: 3, column: 14 },
      { line: 3, column: 21 },
    ]);
  });

  it.each([
    ['{"a":', 'not-json', 6],
    ['{"a": x}', 'not-json', 7],
    ['[1]', 'no-object', 1],
    ['7', 'no-object', 1],
  ])('that is none is broken, and it is said where: %s', async (text, broken, column) => {
    const read = await ndjsonReader();
    expect(read(text, 5)).toEqual({ number: 5, line: 5, broken, at: { line: 5, column } });
  });

  it.each(['', '  ', '\r'])('may be blank: %j', async (text) => {
    const read = await ndjsonReader();
    expect(read(text, 1)).toBeUndefined();
  });
});
