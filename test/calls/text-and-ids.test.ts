import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, controlCharacterIn } from '../../src/calls/clean-text.ts';
import { isId, shownId } from '../../src/calls/id.ts';
import { newId } from '../../src/calls/new-id.ts';

describe('cleaning a text', () => {
  it.each([
    ['  Ký NDA \n', 'Ký NDA'],
    ['\u001b[1;31mred\u001b[0m', 'red'],
    ['\u009b31mred', 'red'],
    ['\u001b]0;title\u0007text', 'text'],
    ['\u001b]8;;https://example.org\u001b\\link\u001b]8;;\u001b\\', 'link'],
    ['\u001b7saved\u001b8', 'saved'],
    ['\u001b(Bline', 'line'],
    ['two\r\nlines\rthree\tcells', 'two\nlines\nthree\tcells'],
    ['a\u0000b\u0007c\u007fd\u0085e', 'abcde'],
    ['Hòa'.normalize('NFD'), 'Hòa'.normalize('NFC')],
    ['[1] not an escape', '[1] not an escape'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('leaves a text that can be stored, and nothing more to clean', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1 }),
      fc.constantFrom('\u001b', '[', ']', 'm', '\u0007', '\\'),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const clean = cleanText(text);
        expect(controlCharacterIn(clean)).toBeUndefined();
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe('ids', () => {
  it('sort by the time they were made, are never the same twice, and can name a file', () => {
    const noon = new Date('2026-11-26T12:00:00Z');
    const ids = [newId(noon), newId(noon), newId(new Date(noon.getTime() + 1))];
    expect(new Set(ids).size).toBe(3);
    expect(ids.every(isId)).toBe(true);
    expect(ids[0]?.slice(0, 10)).toBe(ids[1]?.slice(0, 10));
    expect([...ids].sort().at(-1)).toBe(ids[2]);
  });

  it('are shown by their last six characters', () => {
    expect(shownId('01kb1ncsw0q2v4x6z8a0c2e4g6')).toBe('c2e4g6');
  });

  it.each(['', '.', '..', 'a/b', 'a\\b', 'A', 'con', 'com1', '-x', 'x'.repeat(65), 'a b', 'é'])(
    '%j is none',
    (id) => {
      expect(isId(id)).toBe(false);
    },
  );
});
