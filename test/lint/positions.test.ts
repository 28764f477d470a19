import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineStarts, positionAt } from '../../src/lint/positions.ts';

/** Where the sign stands in the text, as an editor counts. */
function placeOf(sign: string, source: string): string {
  const { line, column } = positionAt(lineStarts(source), source.indexOf(sign));
  return `${line}:${column}`;
}

describe('the position of a sign', () => {
  it.each([
    ['at the beginning', '@', '1:1'],
    ['behind LF', 'one\n\n@', '3:1'],
    ['behind CRLF', 'one\r\ntwo @\r\n', '2:5'],
    ['behind a lone CR', 'one\rtwo\r@', '3:1'],
    ['behind all three', 'a\r\n\r\n\n\ra@', '5:2'],
    ['behind a byte order mark', '\uFEFF@', '1:2'],
    ['behind composed letters', 'Đường trễ @', '1:11'],
    ['behind decomposed letters', 'Đường trễ @'.normalize('NFD'), '1:16'],
    ['behind an astral character, which counts twice', '🙂 @', '1:4'],
    ['behind a tab, which counts once', '\t@', '1:2'],
    ['behind a line separator, which ends no line', 'a\u2028@', '1:3'],
    ['in front matter', '---\naccount: @\n---\n', '2:10'],
  ])('%s', (_, source, place) => {
    expect(placeOf('@', source)).toBe(place);
  });

  it('behind the end is on the last line', () => {
    expect(positionAt(lineStarts('one\ntwo'), 7)).toEqual({ line: 2, column: 4 });
    expect(positionAt(lineStarts('one\n'), 4)).toEqual({ line: 2, column: 1 });
    expect(positionAt(lineStarts(''), 0)).toEqual({ line: 1, column: 1 });
  });

  it('leads back to it, whatever the text', () => {
    const anyText = fc
      .array(fc.constantFrom('a', '🙂', '\n', '\r', '\r\n', '\t', 'ễ', '\u0301', '\uFEFF'), { maxLength: 50 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyText, fc.nat(60), (source, pick) => {
        const offset = Math.min(pick, source.length);
        const starts = lineStarts(source);
        const { line, column } = positionAt(starts, offset);
        expect((starts[line - 1] ?? NaN) + column - 1).toBe(offset);
        expect(starts.slice(line).every((start) => start > offset)).toBe(true);
        expect(starts).toHaveLength(source.split(/\r\n|\r|\n/).length);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['\n', '\r', '\r\n', 'a'])(
    'is found in good time in a megabyte of %j',
    { timeout: 4_000 },
    (part) => {
      const source = part.repeat(1_000_000 / part.length);
      const starts = lineStarts(source);
      const lines = part === 'a' ? 1 : 1_000_000 / part.length + 1;
      expect(positionAt(starts, source.length).line).toBe(lines);
    },
  );
});
