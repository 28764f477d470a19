import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate, judgeAll, keyFigures } from '../../src/train/evaluate.ts';
import type { KeyFigures } from '../../src/train/evaluate.ts';
import { readExamples, sampleOf } from '../../src/train/examples.ts';
import { judgeSet } from '../../src/train/labelled-set.ts';
import { ROOT } from '../support/folders.ts';
import { rulebook } from '../support/rulebook.ts';

/** `npm run evaluate -- --write` keeps them. */
const figures = JSON.parse(fs.readFileSync(join(ROOT, 'data', 'model', 'figures.json'), 'utf8')) as Record<
  'unseen' | 'shipped',
  KeyFigures
>;
const ONE_POINT = 0.01;

/** The figures that have become worse by more than a point. */
function worse(now: KeyFigures, before: KeyFigures): string[] {
  const isWorse = (figure: keyof KeyFigures): boolean =>
    figure === 'falseRejections'
      ? now[figure] > before[figure] + ONE_POINT
      : now[figure] < before[figure] - ONE_POINT;
  return FIGURES.filter(isWorse).map((figure) => `${figure}: ${now[figure]}, was ${before[figure]}`);
}

const FIGURES = ['rightVerdicts', 'falseRejections', 'purposesF1', 'sentencesF1', 'reportsF1'] as const;

test('texts from which nothing was learned are judged no worse than the figures say', async () => {
  const now = keyFigures(evaluate(await judgeSet(fs, join(ROOT, 'data', 'unseen'), rulebook)));
  expect(worse(now, figures.unseen)).toEqual([]);
});

// The model has learned from these, so the figures show what broke, not how good it is.
test('the labelled texts are judged no worse than the figures say', () => {
  const now = keyFigures(evaluate(judgeAll(sampleOf(readExamples(fs, join(ROOT, 'data'))), rulebook)));
  expect(worse(now, figures.shipped)).toEqual([]);
});
