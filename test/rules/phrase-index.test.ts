import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openIndex } from '../../src/rules/phrase-index.ts';
import { compilePhrase } from '../../src/rules/phrase.ts';
import { weave } from '../../src/rules/weave.ts';
import { wordsOf } from '../../src/text/words.ts';
import { matchAt } from './match-at.ts';

const LISTS = {
  en: {
    meal: ['lunch', 'a long dinner', 'din*', 'long [dinner]', 'b ... c', '^ two b'],
    number: ['two', 'a dozen'],
  },
  vi: {},
  ro: {},
};

/** A few letters, so that phrases and texts meet often. */
const word = fc.constantFrom(
  'a',
  'b',
  'c',
  'lunch',
  'long',
  'dinner',
  'dining',
  '25',
  '250',
  '7kg',
  'two',
  'dozen',
);
const part = fc.oneof(
  { weight: 4, arbitrary: word },
  fc.constantFrom(
    '(a|b c)',
    '[a]',
    '[a|b]',
    '...',
    '<meal>',
    '#',
    'din*',
    '(a ... b|c)',
    '[<meal>]',
    '... ...',
    '$',
  ),
);
const phrase = fc
  .tuple(word, fc.array(part, { maxLength: 4 }), fc.boolean())
  .map(([first, rest, turned]) => (turned ? [...rest, first] : [first, ...rest]).join(' '))
  .filter(isPhrase);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', ', ', '. ')), { maxLength: 14 })
  .map((pairs) => pairs.flat().join(''));

function isPhrase(source: string): boolean {
  try {
    compilePhrase(source, LISTS.en);
    return true;
  } catch {
    return false;
  }
}

test('the index finds what trying every phrase at every word finds', () => {
  fc.assert(
    fc.property(fc.array(phrase, { minLength: 1, maxLength: 6 }), text, (phrases, typed) => {
      const words = wordsOf(typed);
      const slow = phrases.flatMap((source, owner) => {
        const compiled = compilePhrase(source, LISTS.en);
        return [...words.keys()].flatMap((from) => {
          const to = matchAt(compiled, words, from);
          return to > from ? [{ owner, from, to }] : [];
        });
      });
      const owned = phrases.map((source, owner) => ({ owner, language: 'en' as const, text: source }));
      const fast = openIndex(weave(owned, LISTS)).find(words);
      const sorted = (hits: typeof slow) =>
        hits.map(({ owner, from, to }) => `${from}-${to} ${owner}`).sort();
      expect(sorted(fast)).toEqual(sorted(slow));
    }),
    { numRuns: 5000 },
  );
});
