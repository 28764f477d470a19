import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDelimited, piecesOf } from '../../src/tables/delimited.ts';
import { delimitedRows, misplaced, rowsOf, textAt, valuesOf } from './reading.ts';

const delimiters = fc.constantFrom(',', ';', '\t');
const lineEnds = fc.constantFrom('\n', '\r\n', '\r');
/** Values with what is dangerous in them. */
const value = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom(...'ab"\r\n,;\t\' ăé𝒳'), maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const table = fc.record({
  rows: fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    ),
  delimiter: delimiters,
  lineEnd: lineEnds,
  quoted: fc.boolean(),
  bom: fc.constantFrom('', '\uFEFF'),
});

function written({
  rows,
  delimiter,
  lineEnd,
  quoted,
  bom,
}: typeof table extends fc.Arbitrary<infer T> ? T : never) {
  const header = rows[0]?.map((_, i) => `column${i}`) ?? [];
  return (
    bom +
    stringify([header, ...rows], {
      delimiter,
      record_delimiter: lineEnd,
      quoted,
      quoted_empty: true,
      // A lone CR ends a line wherever it stands.
      quoted_match: /[\r\n]/,
    })
  );
}

describe('a table of whatever values', () => {
  it('is read as it was written, each character at its place', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (given) => {
        const text = written(given);
        const { rows } = await delimitedRows(text);
        expect(valuesOf(rows)).toEqual(given.rows);
        expect(rows.flatMap(({ cells }) => cells.flatMap((cell) => misplaced(cell, text)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('begins each row at the line that it says', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (given) => {
        const { rows } = await delimitedRows(written(given));
        expect(rows.map(({ number }) => number)).toEqual(given.rows.map((_, i) => i + 2));
        expect(rows.map(({ line, cells }) => cells[0]?.at(0).line === line)).toEqual(rows.map(() => true));
      }),
      { numRuns: 100 },
    );
  });

  it('is read the same in pieces of any length', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (given, length) => {
        const text = written(given);
        const pieces = Array.from({ length: Math.ceil(text.length / length) }, (_, i) =>
          text.slice(i * length, (i + 1) * length),
        );
        const { rows } = await delimitedRows(text, pieces);
        expect(valuesOf(rows)).toEqual(given.rows);
        expect(rows.flatMap(({ cells }) => cells.flatMap((cell) => misplaced(cell, text)))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

it('any text at all is read, and no row lies outside it', async () => {
  const anything = fc.string({ unit: fc.constantFrom(...'a",;\t\r\n\uFEFF '), maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const { rows } = await delimitedRows(text);
      const lines = text.split(/\r\n|\r|\n/).length;
      expect(rows.filter(({ line }) => line < 1 || line > lines)).toEqual([]);
      expect(rows.flatMap(({ cells }) => cells.flatMap((cell) => misplaced(cell, text)))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('a long table comes through in many pieces, its characters whole', async () => {
  const text = `Subject,Notes\n${'Chốt 𝒳,"a ""b"" c\n"\n'.repeat(20_000)}`;
  const { rows } = await delimitedRows(text);
  expect(rows.length).toBe(20_000);
  expect(new Set(rows.map(({ cells }) => cells.map((cell) => cell.text).join('|')))).toEqual(
    new Set(['Chốt 𝒳|a "b" c\n']),
  );
  const last = rows.at(-1);
  expect(last?.number).toBe(20_001);
  expect(last?.line).toBe(40_000);
  const [, notes] = last?.cells ?? [];
  expect(notes && textAt(text, notes.at(5))).toBe(' c\n');
});

it('a value of many pieces is put together in good time', async () => {
  const pieces = Array.from({ length: 10_000 }, () => 'x'.repeat(1000));
  const started = process.cpuUsage();
  const { rows } = await delimitedRows('', ['A,B\n1,"', ...pieces, '"\n2,3']);
  expect(rows.map(({ cells }) => cells[1]?.text.length)).toEqual([10_000_000, 1]);
  // To read it again with each of them would take a minute.
  expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
});

it('rows are parsed as they are asked for', async () => {
  let taken = 0;
  function* counted(): Generator<string> {
    for (const piece of piecesOf(`Subject,Notes\n${'Sign,\n'.repeat(100_000)}`)) {
      taken += 1;
      yield piece;
    }
  }
  const opened = await openDelimited(counted());
  for await (const row of opened.rows) if (row.number === 5) break;
  expect(taken).toBeLessThan(4);
});

describe('what people do to a table', () => {
  it.each([
    ['a row with too few cells', 'A,B,C\n1\n2,3', [['1'], ['2', '3']]],
    ['a row with too many', 'A,B\n1,2,3', [['1', '2', '3']]],
    ['a quote for inches', 'A,B\n5" valve,x', [['5" valve', 'x']]],
    ['a quoted word at the beginning', 'A,B\n"pilot" dates,x', [['"pilot" dates', 'x']]],
    [
      'a quote that is never closed',
      'A,B\n"pilot,x\n1,2',
      [
        ['"pilot', 'x'],
        ['1', '2'],
      ],
    ],
    [
      'a quote that is never closed behind values with quotes',
      'A,B,C\n"1, 2","3\n4","5\n6,""7"",8',
      [
        ['1, 2', '3\n4', '"5'],
        ['6', '""7""', '8'],
      ],
    ],
    ['quotes that are closed too early', 'A,B\n"a, ""b"" c" d,"e" "f\n', [['"a, ""b"" c" d', '"e" "f']]],
    [
      'a quote that is never closed, at the end',
      'A,B\n1,2\n"3,4',
      [
        ['1', '2'],
        ['"3', '4'],
      ],
    ],
    [
      'blank lines',
      '\n\nA,B\n\n1,2\n\n\n3,4\n\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'line ends of all kinds',
      'A,B\r1,2\n3,4\r\n5,6',
      [
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    ['a line for Excel', 'sep=;\r\nA;B\r\n1,5;2', [['1,5', '2']]],
    ['one column with commas in it', 'Purpose\nCome, see, win', [['Come, see, win']]],
    ['a delimiter in a quoted header', '"A;b;c",B\n1,2', [['1', '2']]],
    ['a header alone', 'A,B\n', []],
  ])('%s', async (_, text, values) => {
    const { rows } = await delimitedRows(text);
    expect(valuesOf(rows)).toEqual(values);
    expect(rows.flatMap(({ cells }) => cells.flatMap((cell) => misplaced(cell, text)))).toEqual([]);
  });

  it('blank lines count as rows, as in a spreadsheet', async () => {
    const { rows } = await delimitedRows('\nA,B\n\n1,"2\n2"\n\n3,4');
    expect(rows.map(({ number, line }) => [number, line])).toEqual([
      [4, 4],
      [6, 7],
    ]);
  });

  it('a line that is read again keeps its number, and so do those below', async () => {
    const { rows } = await delimitedRows('A,B\n1,2\n"3,4\n\n5,6\n');
    expect(rows.map(({ number, line }) => [number, line])).toEqual([
      [2, 2],
      [3, 3],
      [5, 5],
    ]);
  });

  it('cells beyond the header are named by number', async () => {
    const { rows } = await delimitedRows('A,B\n1,2,3');
    expect(rows[0]?.cells.map(({ column }) => column)).toEqual(['A', 'B', '3']);
  });

  it.each(['', '\uFEFF', '\n\n'])('nothing at all has no columns: %j', async (text) => {
    const opened = await openDelimited([text]);
    expect(opened.columns).toEqual([]);
    expect(await rowsOf(opened)).toEqual([]);
  });
});
