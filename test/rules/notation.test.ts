import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NotationError } from '../../src/rules/notation.ts';
import type { WordLists } from '../../src/rules/notation.ts';
import { openIndex } from '../../src/rules/phrase-index.ts';
import { weave } from '../../src/rules/weave.ts';
import { compilePhrase } from '../../src/rules/phrase.ts';
import { wordsOf } from '../../src/text/words.ts';
import { matchAt } from './match-at.ts';

/** The words of the text that the phrase covers where it is found first; nothing where it is not. */
function found(phrase: string, text: string, lists: WordLists = {}): string | undefined {
  const compiled = compilePhrase(phrase, lists);
  const words = wordsOf(text);
  for (let at = 0; at < words.length; at += 1) {
    const end = matchAt(compiled, words, at);
    if (end > at) return text.slice(words[at]?.start, words[end - 1]?.end);
  }
  return undefined;
}

test.each([
  // Words next to each other, whatever their case and what stands between them.
  ['courtesy call', 'A COURTESY  CALL today', 'COURTESY  CALL'],
  ['check in', 'monthly check-in', 'check-in'],
  ["haven't seen", 'havent seen him', 'havent seen'],
  ['havent seen', 'haven’t seen him', 'haven’t seen'],
  ['courtesy call', 'courtesy phone call', undefined],
  // Alternatives, also of several words.
  ['courtesy (call|sales visit)', 'courtesy sales visit', 'courtesy sales visit'],
  ['courtesy (call|sales visit)', 'courtesy visit', undefined],
  // Of many, the one that leads on, though others begin with the same word; of several that do, the longest.
  ['a (b|c|b d|b d e|f) g', 'a b d e g', 'a b d e g'],
  ['(visit|call|visit them|call*)', 'visit them', 'visit them'],
  ['(call*|visit|see|meet|visit us) them', 'visit us them', 'visit us them'],
  // Words that may be left out.
  ['[just] touching base', 'just touching base', 'just touching base'],
  ['[just|only] touching base', 'touching base', 'touching base'],
  ['see [the|our] customer', 'see our customer', 'see our customer'],
  ['a [b [c]] d', 'a b d', 'a b d'],
  // A gap of up to four words.
  ['order ... favour', 'order as a small personal favour', 'order as a small personal favour'],
  ['order ... favour', 'order as a very small personal favour', undefined],
  ['order … favour', 'order favour', 'order favour'],
  // Of several readings the one that passes over the fewest words.
  ['order ... favour', 'order a favour, favour', 'order a favour'],
  // Endings, numbers, lists.
  ['visit* them', 'visiting them', 'visiting them'],
  ['hit # visits', 'hit 25 visits', 'hit 25 visits'],
  ['# %', 'by 10,5 %', '10,5'],
  ['take <customer> out', 'take the buyer out', 'take the buyer out'],
  ['for # weeks', 'for two weeks', 'for two weeks'],
  // Where a text begins and ends.
  ['^ meeting $', 'Meeting.', 'Meeting'],
  ['^ meeting', 'the meeting', undefined],
  ['meeting $', 'meeting today', undefined],
  // Never over the end of a sentence, over a comma all the same.
  ['say hello', 'We say. Hello.', undefined],
  ['say hello', 'We say, hello', 'say, hello'],
  ['order ... favour', 'order. A favour', undefined],
  // Marks that are typed must be those of the phrase; marks that are not typed are no matter.
  ['cuộc gọi xã giao', 'cuoc goi xa giao', 'cuoc goi xa giao'],
  ['cuộc gọi xã giao', 'CUỘC GỌI XÃ GIAO', 'CUỘC GỌI XÃ GIAO'],
  ['bạn hàng', 'bán hàng', undefined],
  ['bạn hàng', 'ban hàng', 'ban hàng'],
  ['hòa phát', 'hoà phát', 'hoà phát'],
  ['vizită', 'vizita', 'vizita'],
  ['ședință', 'şedinţă', 'şedinţă'],
  ['đi ngang', 'di ngang', 'di ngang'],
  ['di ngang', 'đi ngang', undefined],
])('“%s” in “%s” finds %s', (phrase, text, expected) => {
  const lists = { customer: ['him', 'the buyer'], number: ['two'] };
  expect(found(phrase, text, lists)).toBe(expected);
  expect(found(phrase, text.normalize('NFD'), lists)).toBe(expected?.normalize('NFD'));
});

describe('what is not written in the notation is named', () => {
  test.each([
    ['courtesy (call', '“)” is missing'],
    ['courtesy [call', '“]” is missing'],
    ['courtesy call)', '“)” stands alone'],
    ['[courtesy] ... call', 'has to begin with a word'],
    ['take <nobody> out', 'there is no word list “nobody”'],
    ['ab*', 'at least three letters'],
    ['[maybe]', 'without any word'],
    ['...', 'without any word'],
    ['', 'has no words'],
    ['(call|)', 'an alternative without words'],
    ['down (# percent|%)', 'an alternative without words'],
  ])('%s', (phrase, problem) => {
    expect(() => compilePhrase(phrase)).toThrow(NotationError);
    expect(() => compilePhrase(phrase)).toThrow(problem);
  });

  test('whatever is written, it compiles or is refused in words', () => {
    const signs = fc.constantFrom(
      'a',
      'visit',
      '(',
      ')',
      '[',
      ']',
      '|',
      '...',
      '*',
      '#',
      '^',
      '$',
      '<x>',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
        try {
          const phrase = compilePhrase(parts.join(' '), { x: ['y'] });
          expect(matchAt(phrase, [], 0)).toBe(-1);
        } catch (error) {
          expect(error).toBeInstanceOf(NotationError);
        }
      }),
    );
  });
});

// Anything but linear time would take minutes.
test('a text that nearly matches thousands of times is done in good time', { timeout: 10_000 }, () => {
  const lists = { en: {}, vi: {}, ro: {} };
  const phrase = { owner: 'x', language: 'en', text: 'a ... [b] ... (c|d e) ... f' } as const;
  const index = openIndex(weave([phrase], lists));
  expect(index.find(wordsOf('a b d '.repeat(20_000)))).toEqual([]);
});
