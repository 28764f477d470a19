import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { excerptRows } from '../../src/terminal/excerpt.ts';

/** The rows for the first place at which the words stand. */
function rowsFor(text: string, words: string, width: number) {
  const start = text.indexOf(words);
  return excerptRows(text, { start, end: start + words.length }, width);
}

test('a text that fits is shown whole', () => {
  expect(rowsFor('Was in the area, dropped in.', 'in the area', 40)).toEqual([
    { text: 'Was in the area, dropped in.', marks: '    ~~~~~~~~~~~' },
  ]);
});

test('a long text is cut around the words, at words', () => {
  const text = 'They asked for the night shift to be served as well and I told them no because of the van.';
  expect(rowsFor(text, 'told them no', 40)).toEqual([
    { text: '…well and I told them no because of the…', marks: '            ~~~~~~~~~~~~' },
  ]);
  expect(rowsFor(text, 'They asked', 40)).toEqual([
    { text: 'They asked for the night shift to be…', marks: '~~~~~~~~~~' },
  ]);
  expect(rowsFor(text, 'the van', 40)).toEqual([
    { text: '…and I told them no because of the van.', marks: '                               ~~~~~~~' },
  ]);
});

test('words that do not fit are shown alone, in a few rows', () => {
  const words = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen';
  expect(rowsFor(`zero ${words} sixteen`, words, 22)).toEqual([
    { text: 'one two three four', marks: '~'.repeat(18) },
    { text: 'five six seven eight', marks: '~'.repeat(20) },
    { text: 'nine ten eleven …', marks: '~'.repeat(17) },
  ]);
});

test('a word longer than the line is cut', () => {
  expect(rowsFor('x'.repeat(1_000_000), 'x'.repeat(1_000_000), 22)).toEqual([
    { text: `${'x'.repeat(19)}…`, marks: '~'.repeat(20) },
  ]);
});

test('whatever the text, rows fit, marks stand below something, and what is shown is in the text', () => {
  const parts = fc.array(
    fc.constantFrom('a', 'courtesy', '水泵', 'ghé thăm'.normalize('NFD'), '😀', ' ', '“', 'x'.repeat(90)),
    {
      minLength: 1,
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(parts, parts, parts, fc.integer({ min: 20, max: 60 }), (before, words, after, width) => {
      const head = before.join(' ');
      const marked = `w${words.join(' ')}`;
      const text = `${head}${marked}${after.join(' ')}`;
      const rows = excerptRows(text, { start: head.length, end: head.length + marked.length }, width);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(stringWidth(row.text)).toBeLessThanOrEqual(width);
        expect(row.marks).toMatch(/^ *~+$/);
        expect(stringWidth(row.marks)).toBeLessThanOrEqual(stringWidth(row.text));
        expect(text).toContain(row.text.replace(/^…| ?…( …)?$/g, '').trim());
      }
    }),
  );
});
