import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanForTerminal, cleanLine, cleanSameLength } from '../../src/text/clean.ts';

test.each([
  ['plain', 'plain'],
  ['a\u001b[31mred\u001b[0m', 'ared'],
  ['a\u001b]0;title\u0007b', 'ab'],
  ['a\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\', 'alink'],
  ['a\u009b2Jb', 'ab'],
  ['tab\tand\nline', 'tab\tand\nline'],
  ['a\rb\u0000c\u007f', 'abc'],
  ['right\u202eto left\u2069', 'rightto left'],
])('%j is shown as %j', (text, shown) => {
  expect(cleanForTerminal(text)).toBe(shown);
});

test('whatever is in it, nothing that a terminal obeys is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanForTerminal(text)).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
      );
      expect(cleanLine(text)).not.toMatch(/[\n\t]/);
      expect(cleanSameLength(text)).toHaveLength(text.length);
      expect(cleanSameLength(text)).not.toMatch(/\p{Cc}/u);
    }),
  );
});
