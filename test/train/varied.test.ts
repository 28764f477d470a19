import { expect, test } from 'vitest';
import type { Example } from '../../src/train/examples.ts';
import { variedExamples } from '../../src/train/varied.ts';

const example = (text: string): Example => ({
  id: 'en-a-p-0001',
  stage: 'service',
  text,
  expect: ['courtesy-call'],
});
const alike = {
  en: [
    ['pump', 'valve', 'boiler'],
    ['just looking in', 'only popping by'],
    ['looking', 'peering'],
  ],
  vi: [['hợp đồng', 'phụ lục']],
  ro: [],
};
/** All texts that come of one, with so many tries that each way is taken. */
const waysOf = (one: Example): Set<string> =>
  new Set(
    variedExamples(
      Array.from({ length: 400 }, () => one),
      alike,
    ).map(({ text }) => text),
  );

test('words are exchanged for others of their group, left out, or give way to any word of the texts', () => {
  const ways = ['Valve', 'Boiler', 'Pump', '7', ''].flatMap((first) =>
    ['7', 'Pump', ''].map((second) => `${first} ${second}:`),
  );
  expect(waysOf(example('Pump 7:'))).toEqual(new Set(ways.filter((way) => way !== 'Pump 7:')));
});

test('of phrases that begin alike the longest is meant', () => {
  expect(waysOf(example('Just looking in'))).toContain('Only popping by');
  expect(waysOf(example('looking ahead'))).toContain('peering ahead');
});

test('labels and all else stay, and the same texts give the same copies', () => {
  const examples = Array.from({ length: 20 }, () => example('Swap the pump'));
  const copies = variedExamples(examples, alike);
  expect(copies).toEqual(variedExamples(examples, alike));
  expect(copies.length).toBeGreaterThan(10);
  for (const { text, ...rest } of copies) {
    expect(text).not.toBe('Swap the pump');
    expect(rest).toEqual({ id: 'en-a-p-0001', stage: 'service', expect: ['courtesy-call'] });
  }
});

test('groups and words are those of the text’s own language', () => {
  const vietnamese = { ...example('Ký Hợp đồng'), id: 'vi-a-p-0001' };
  const copies = variedExamples(
    Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? vietnamese : example('sign'))),
    alike,
  );
  const texts = copies.filter(({ id }) => id === vietnamese.id).map(({ text }) => text);
  expect(texts).toContain('Ký Phụ lục');
  expect(texts.join(' ')).not.toContain('sign');
});
