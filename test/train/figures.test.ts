import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate, judgeAll, keyFigures } from '../../src/train/evaluate.ts';
import type { KeyFigures } from '../../src/train/evaluate.ts';
import { readExamples, sampleOf } from '../../src/train/examples.ts';
import { ROOT } from '../support/folders.ts';
import { rulebook } from '../support/rulebook.ts';

/** `npm run evaluate -- --write` keeps them. The model has learned from these texts, so the figures show what broke, not how good it is. */
const { shipped } = JSON.parse(fs.readFileSync(join(ROOT, 'data', 'model', 'figures.json'), 'utf8')) as {
  shipped: KeyFigures;
};
const ONE_POINT = 0.01;

test('the program judges the labelled texts no worse than its figures say', () => {
  const now = keyFigures(evaluate(judgeAll(sampleOf(readExamples(fs, join(ROOT, 'data'))), rulebook)));
  expect(now.rightVerdicts).toBeGreaterThanOrEqual(shipped.rightVerdicts - ONE_POINT);
  expect(now.falseRejections).toBeLessThanOrEqual(shipped.falseRejections + ONE_POINT);
  expect(now.purposesF1).toBeGreaterThanOrEqual(shipped.purposesF1 - ONE_POINT);
  expect(now.reportsF1).toBeGreaterThanOrEqual(shipped.reportsF1 - ONE_POINT);
  expect(now.sentencesF1).toBeGreaterThanOrEqual(shipped.sentencesF1 - ONE_POINT);
});
