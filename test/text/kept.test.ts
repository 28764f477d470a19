import { expect, test } from 'vitest';
import { formOf } from '../../src/text/forms.ts';
import { openKept } from '../../src/text/kept.ts';

test('what is found out of a word is found out once', () => {
  const asked: string[] = [];
  const lengthOf = openKept(({ key }) => {
    asked.push(key);
    return key.length;
  });
  const typed = ['Courtesy', 'call', 'COURTESY', 'ghé', 'thăm', 'courtesy'];
  expect(typed.map((word) => lengthOf(formOf(word)))).toEqual([8, 4, 8, 3, 4, 8]);
  expect(asked).toEqual(['courtesy', 'call', 'ghe', 'tham']);
});

test('the answer is that for the word, however many others there were before', () => {
  const keyOf = openKept(({ key }) => key);
  const wrong: string[] = [];
  for (let round = 0; round < 2; round += 1)
    for (let n = 0; n < 70_000; n += 1) if (keyOf(formOf(`w${n}`)) !== `w${n}`) wrong.push(`w${n}`);
  expect(wrong).toEqual([]);
});
