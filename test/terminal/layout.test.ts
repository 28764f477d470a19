import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { expect, test } from 'vitest';
import { columnsOf, cut, fit, markedRows, wrap } from '../../src/terminal/layout.ts';

test('marks stand below the words, counted in columns', () => {
  expect(markedRows('Courtesy call', [{ start: 0, end: 13 }], 80)).toEqual([
    { text: 'Courtesy call', marks: '~'.repeat(13) },
  ]);
  // A wide character takes two columns, a combining mark none.
  expect(markedRows('水泵 ghé thăm', [{ start: 3, end: 11 }], 80)).toEqual([
    { text: '水泵 ghé thăm', marks: '     ~~~~~~~~' },
  ]);
  const decomposed = 'ghé thăm'.normalize('NFD');
  expect(markedRows(decomposed, [{ start: 0, end: decomposed.length }], 80)[0]?.marks).toBe('~'.repeat(8));
});

test('a range that runs over a break is marked in both rows', () => {
  expect(markedRows('one two three four five', [{ start: 4, end: 18 }], 20)).toEqual([
    { text: 'one two three four', marks: '    ~~~~~~~~~~~~~~' },
    { text: 'five', marks: '' },
  ]);
  expect(markedRows('aaaaaaaaaa bbbbbbbbbb cccc', [{ start: 11, end: 26 }], 21)).toEqual([
    { text: 'aaaaaaaaaa bbbbbbbbbb', marks: '           ~~~~~~~~~~' },
    { text: 'cccc', marks: '~~~~' },
  ]);
});

test('no row is wider than asked for, and nothing but spaces is lost', () => {
  const words = fc.array(fc.constantFrom('a', 'courtesy', '水泵', 'ghé', 'ệ', '😀'), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 60 }), (parts, width) => {
      const text = parts.join(' ');
      const rows = markedRows(text, [{ start: 0, end: text.length }], width);
      for (const row of rows) {
        expect(stringWidth(row.text)).toBeLessThanOrEqual(width);
        expect(row.marks.length).toBe(stringWidth(row.text));
      }
      expect(rows.map((row) => row.text).join(' ')).toBe(text);
      for (const row of wrap(text, width, '  ').split('\n'))
        expect(stringWidth(row)).toBeLessThanOrEqual(width);
    }),
  );
});

test('a text is cut to the columns there are, also in letters beyond Latin-1', () => {
  expect(fit('Đã sửa: bơm nước, 15 tệp nữa', 21)).toBe('Đã sửa: bơm nước, 15…');
  expect(fit('Courtesy call', 13)).toBe('Courtesy call');
  expect(fit('Courtesy call', 12)).toBe('Courtesy ca…');
  expect(cut('水泵水泵', 5)).toBe('水泵');
  const parts = fc.array(fc.constantFrom('a', ' ', 'Đ', 'ệ', 'ệ'.normalize('NFD'), '水', '😀', 'ș'));
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 30 }), (letters, columns) => {
      const text = letters.join('');
      const start = cut(text, columns);
      expect(text.startsWith(start)).toBe(true);
      expect(stringWidth(start)).toBeLessThanOrEqual(columns);
      expect(start === text).toBe(stringWidth(text) <= columns);
      expect(stringWidth(fit(text, columns))).toBeLessThanOrEqual(Math.max(10, columns));
    }),
  );
});

test('what is counted is as wide as what is measured', () => {
  const letters = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x1eff }).map((code) => String.fromCharCode(code)),
  });
  fc.assert(
    fc.property(letters, (text) => {
      expect(columnsOf(text)).toBe(stringWidth(text));
    }),
  );
  for (let code = 0x20; code <= 0x2fff; code += 1) {
    const letter = String.fromCharCode(code);
    expect([code, columnsOf(letter)]).toEqual([code, stringWidth(letter)]);
  }
});

test('a line that fits is shown as it is, in all three languages', () => {
  for (const line of [
    'Agree the start date',
    'Chốt lịch giao 200 lọc dầu',
    'Stabilește data pilotului, până joi',
  ])
    expect(wrap(line, line.length + 2, '  ')).toBe(`  ${line}`);
});

test('a long line is broken where the library breaks it', () => {
  const words = fc.array(fc.constantFrom('a', 'ghé', 'courtesy', 'relationship–building', '', '“ghé”,'));
  fc.assert(
    fc.property(words, fc.integer({ min: 10, max: 40 }), (parts, width) => {
      const line = parts.join(' ').trimStart();
      expect(wrap(line, width)).toBe(wrapAnsi(line, width));
    }),
  );
});
