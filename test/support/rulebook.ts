import * as fs from 'node:fs';
import { join } from 'node:path';
import { readRulebook } from '../../src/data/read-rulebook.ts';
import { openModel } from '../../src/model/model.ts';
import type { ModelInfo } from '../../src/model/model.ts';
import { indexRulebook, openRulebook } from '../../src/rules/rulebook.ts';
import { ROOT } from './folders.ts';

const data = indexRulebook(readRulebook(fs, join(ROOT, 'data')));

/** The rules as their files say them, judged by phrases and structure alone. */
export const phrasesAlone = openRulebook(data);

/** The same with the trained model, as the program judges. */
export const rulebook = openRulebook(data, model());

function model() {
  const folder = join(ROOT, 'data', 'model');
  const info = JSON.parse(fs.readFileSync(join(folder, 'model.json'), 'utf8')) as ModelInfo;
  return openModel(info, fs.readFileSync(join(folder, 'vectors.bin')));
}
