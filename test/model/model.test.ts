import { expect, test } from 'vitest';
import type { ModelText } from '../../src/model/features.ts';
import { likeness, sketchOf } from '../../src/model/likeness.ts';
import { rulebook } from '../support/rulebook.ts';
import { learn } from '../../src/train/learn.ts';
import { wordsOf } from '../../src/text/words.ts';

const textOf = (text: string, cues: string[] = []): ModelText => ({
  words: wordsOf(text),
  cues,
  stage: 'service',
});

test('the shares of a score add up to it', () => {
  const { model } = rulebook;
  if (model === undefined) throw new Error('no model');
  for (const text of ['Courtesy call with the new buyer', 'ký biên bản nghiệm thu', 'Semnat PV', 'x']) {
    const modelText = textOf(text, ['courtesy-call/phrases', 'result', '+vague-purpose', 'results 1']);
    for (const output of ['verdict', 'courtesy-call', 'staff-blame']) {
      const read = model.read(modelText);
      const { start, words, cues } = read.shares(output);
      const sum = [...words, ...cues.values()].reduce((all, adds) => all + adds, start);
      expect(sum).toBeCloseTo(read.score(output) ?? NaN, 6);
    }
  }
});

test('a text without words has scores, too', () => {
  const { model } = rulebook;
  const read = model?.read({ words: [], cues: [] });
  for (const output of model?.info.outputs ?? []) expect(read?.score(output)).toBeTypeOf('number');
  expect(read?.score('no such output')).toBeUndefined();
});

test('learning finds what tells texts apart, and the same lessons give the same network', () => {
  const lessons = Array.from({ length: 60 }, (_, i) => ({
    text: textOf(i % 2 === 0 ? `say hello to firm ${i}` : `sign contract ${i}`),
    answers: [i % 2 === 0, i % 4 === 1 ? undefined : i % 2 === 1],
  }));
  const one = learn(lessons, 2);
  const two = learn(lessons, 2);
  expect(one).toEqual(two);
});

test('a text is most like itself, however it is typed, and not at all like other words', () => {
  const sketch = sketchOf('Chốt lịch giao 200 lọc dầu');
  expect(likeness(sketch, sketch)).toBeCloseTo(1, 9);
  expect(likeness(sketch, sketchOf('CHỐT  lich giao 300 lọc dầu!'))).toBeCloseTo(1, 9);
  expect(likeness(sketch, sketchOf('xyz'))).toBe(0);
  expect(likeness(sketch, sketchOf(''))).toBe(0);
});
