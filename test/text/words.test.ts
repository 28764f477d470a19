import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agrees } from '../../src/text/forms.ts';
import { wordsOf } from '../../src/text/words.ts';

const keys = (text: string): string[] => wordsOf(text).map((word) => word.key);

test.each([
  ['Haven’t SEEN them', ['havent', 'seen', 'them']],
  ['check-in, e-mail', ['check', 'in', 'e', 'mail']],
  ['10% of 1.500 by 25/11 at 9:30', ['10', 'of', '1.500', 'by', '25/11', 'at', '9:30']],
  ['Đã chốt HĐ ở Hoà Phát', ['da', 'chot', 'hd', 'o', 'hoa', 'phat']],
  ['n-am mai fost la şedinţă', ['n', 'am', 'mai', 'fost', 'la', 'sedinta']],
  ['', []],
  ['— … !', []],
])('“%s” has the words %j', (text, expected) => {
  expect(keys(text)).toEqual(expected);
  expect(keys(text.normalize('NFD'))).toEqual(expected);
});

const vietnamese = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ';
const romanian = 'ăâîșşțţ';
const letters = fc.constantFrom(
  ...vietnamese,
  ...vietnamese.toUpperCase(),
  ...romanian,
  ...romanian.toUpperCase(),
  'b',
  'Z',
);
const texts = fc
  .array(fc.oneof(letters, fc.constantFrom(' ', ', ', '. ', '-', "'", '7', '😀', 'ß', 'İ')))
  .map((parts) => parts.join(''));

describe('whatever is typed', () => {
  test('every word is where it says it is, and words do not overlap', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        let end = 0;
        for (const word of wordsOf(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          expect(keys(text.slice(word.start, word.end))).toEqual([word.key]);
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('the words of a text are the same when letters of another script follow', () => {
    const latin = fc
      .array(fc.integer({ min: 0, max: 0x1eff }).map((code) => String.fromCharCode(code)))
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(fc.oneof(texts, latin), (text) => {
        const words = wordsOf(text);
        const withAnother = wordsOf(`${text} Ж`);
        expect(withAnother.at(-1)?.key).toBe('ж');
        expect(withAnother.slice(0, -1)).toEqual(words);
      }),
    );
  });

  test('composed and decomposed are the same words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const bare = (form: string) =>
          wordsOf(text.normalize(form)).map(({ form: { key, shapes, tone }, sentence, clause }) => ({
            key,
            shapes,
            tone,
            sentence,
            clause,
          }));
        expect(bare('NFD')).toEqual(bare('NFC'));
      }),
    );
  });

  test('a word agrees with itself typed without marks, and not the other way round', () => {
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1 }).map((all) => all.join('')),
        (text) => {
          const [marked] = wordsOf(text);
          const plain = text.replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFD').replace(/\p{M}/gu, '');
          const [bare] = wordsOf(plain);
          if (marked === undefined || bare === undefined) throw new Error('a letter is a word');
          expect(agrees(bare.form, marked.form)).toBe(true);
          const isMarked = marked.form.shapes !== '' || marked.form.tone !== 0;
          expect(agrees(marked.form, bare.form)).toBe(!isMarked);
        },
      ),
    );
  });
});

test('sentences end at full stops, not at abbreviations and numbers', () => {
  const sentences = wordsOf('Met dl. Pop at 9.30. He signed!\nNext: v2.1 tests').map((word) => word.sentence);
  expect(sentences).toEqual([0, 0, 0, 0, 0, 1, 1, 2, 2, 2]);
});

test('clauses end at commas, colons and dashes', () => {
  const clauses = wordsOf('No agenda, just a check-in – to say: hi').map((word) => word.clause);
  expect(clauses).toEqual([0, 0, 1, 1, 1, 1, 2, 2, 3]);
});

test.each([
  ['25', true],
  ['1.500', true],
  ['10k', true],
  ['9:30', true],
  ['PO4412', false],
  ['two', false],
])('%s is a number: %s', (text, expected) => {
  const [word] = wordsOf(text);
  expect(word?.form.isNumber).toBe(expected);
});
