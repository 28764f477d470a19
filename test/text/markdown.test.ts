import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownText } from '../../src/text/markdown.ts';

test.each([
  ['# 1 priority', String.raw`\# 1 priority`],
  ['- or so', String.raw`\- or so`],
  ['+ 3 %', String.raw`\+ 3 %`],
  ['12. drawing', String.raw`12\. drawing`],
  ['4) drawing', String.raw`4\) drawing`],
  ['=== total', String.raw`\=== total`],
  ['C# *and* _C_ `x` [a](b) <b> a|b', String.raw`C\# \*and\* \_C\_ \`x\` \[a\](b) \<b\> a\|b`],
  ['R&amp;D ~~off~~', String.raw`R\&amp;D \~\~off\~\~`],
  ['one\ntwo\u001b[1m', 'one two'],
])('%j is a text and nothing else', (text, markdown) => {
  expect(markdownText(text)).toBe(markdown);
});

/** A text as Markdown shows it, with `!` for every letter that would have been taken for markup. */
function shown(markdown: string): string {
  return markdown
    .replace(/^\d{1,9}[.)]|^[-+=]/, '!')
    .replace(
      /\\([!-/:-@[-`{-~])|[\\`*_[\]<>|~&#]/g,
      (whole, escaped: string | undefined) => escaped ?? '!'.repeat(whole.length),
    );
}

test('whatever is written comes out letter by letter', () => {
  const letters = fc.string({ unit: fc.constantFrom(...String.raw`\`*_[]<>|~&#-+=.)1 aă!`) });
  fc.assert(
    fc.property(letters, (text) => {
      fc.pre(!/!/.test(text));
      expect(shown(markdownText(text))).toBe(text.trim());
    }),
  );
});
