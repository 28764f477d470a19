import { expect, test } from 'vitest';
import type { Example } from '../../src/train/examples.ts';
import { namedExamples } from '../../src/train/named.ts';

const example = (n: number, section?: Example['section']): Example => ({
  id: `en-a-p-${String(n).padStart(4, '0')}`,
  stage: 'service',
  text: `Sign paper ${n}`,
  expect: ['courtesy-call'],
  section,
});

test('every purpose is learned from with a name as well, its labels unchanged', () => {
  const names = { en: { first: ['Harrow'], second: ['Foods'] } };
  const named = namedExamples(
    [...Array.from({ length: 40 }, (_, n) => example(n)), example(40, 'done')],
    names,
  );
  expect(named).toHaveLength(40);
  expect(new Set(named.map(({ text }) => text.replace(/\d+/, 'n')))).toEqual(
    new Set([
      'Harrow Foods - Sign paper n',
      'Harrow Foods: Sign paper n',
      'Sign paper n - Harrow Foods',
      'Sign paper n (Harrow Foods)',
      'harrow foods - Sign paper n',
    ]),
  );
  expect(named.every(({ expect: rules }) => rules.includes('courtesy-call'))).toBe(true);
});

test('a language without names has none', () => {
  expect(namedExamples([example(0)], {})).toEqual([]);
});
