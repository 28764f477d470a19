import { expect, test } from 'vitest';
import { isOpenByName, kindByContent, kindByName } from '../../src/lint/input-kind.ts';

test.each([
  ['a.CSV', 'csv'],
  ['a.tsv', 'csv'],
  ['a.tab', 'csv'],
  ['a.json', 'json'],
  ['a.ndjson', 'ndjson'],
  ['a.b.jsonl', 'ndjson'],
  ['a.md', 'report'],
  ['csv', 'report'],
])('%s is %s by its name', (name, kind) => {
  expect(kindByName(name)).toBe(kind);
});

test('a name without an ending, or that of any text, leaves it open', () => {
  expect(['<stdin>', 'notes', 'A.TXT', 'a.md', 'a.csv', '.txt.md'].filter(isOpenByName)).toEqual([
    '<stdin>',
    'notes',
    'A.TXT',
  ]);
});

test.each([
  ['', 'report'],
  ['# Call report\n', 'report'],
  ['---\naccount: Delta Print, Purpose, Notes\n---\n', 'report'],
  ['They asked for the purpose, the notes and the date.\n', 'report'],
  ['Purpose\nCourtesy call\n', 'report'],
  ['Purpose, weather\n', 'report'],
  ['Account,Date,Owner\n', 'report'],
  ['[x] call Delta Print\n', 'report'],
  ['[ ] call Delta Print\n', 'report'],
  ['[2026-06-12] Visit\n', 'report'],
  ['[Ana Pop](mailto:ana@example.invalid)\n', 'report'],
  ['"Purpose","Account"\r\n"Courtesy call","Delta Print"', 'csv'],
  ['\uFEFFAccount;Purpose', 'csv'],
  ['\nKhách hàng\tMục đích\tNgày\n', 'csv'],
  // Most of which mean nothing to us, but all to SuiteCRM.
  [
    '"Subject","Status","Location","Date","Date End","Duration Hours","Duration Minutes","Reminder Time"',
    'csv',
  ],
  ['[]', 'json'],
  ['[\n', 'json'],
  ['\uFEFF [ {"purpose": "x"}]', 'json'],
  ['["Courtesy call"]', 'json'],
  ['{\n  "purpose": "x"\n}', 'json'],
  ['{"value": [{"subject": "x"}]}\n', 'json'],
  ['{"purpose": "x", "value": ["a"]}\n', 'ndjson'],
  ['{"purpose": "x"}\r\n{"purp', 'ndjson'],
])('by its content %j is %s', async (head, kind) => {
  expect(await kindByContent(head)).toBe(kind);
});
