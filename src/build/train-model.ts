import * as fs from 'node:fs';
import { join } from 'node:path';
import { readRulebook } from '../data/read-rulebook.ts';
import { indexRulebook, openRulebook } from '../rules/rulebook.ts';
import { readExamples } from '../train/examples.ts';
import { judge } from '../train/judged.ts';
import { examplesOfRules } from '../train/rule-examples.ts';
import { labelledRules, train } from '../train/train.ts';

/** Learns from the labelled texts in `data/training` and writes `data/model`. */
const data = join(process.cwd(), 'data');
const source = readRulebook(fs, data);
const rulebook = openRulebook(indexRulebook(source));
const judged = (part: 'known' | 'fresh') => {
  const { purposes, sentences } = readExamples(fs, data, part);
  return {
    purposes: purposes.map((one) => judge(one, rulebook)),
    sentences: sentences.map((one) => judge(one, rulebook)),
  };
};
const set = { ofRules: examplesOfRules(rulebook), known: judged('known'), fresh: judged('fresh') };

const { info, weights } = train(
  set,
  labelledRules(rulebook, 'error', set),
  labelledRules(rulebook, 'warn', set),
);
fs.mkdirSync(join(data, 'model'), { recursive: true });
fs.writeFileSync(join(data, 'model', 'weights.bin'), weights);
fs.writeFileSync(join(data, 'model', 'model.json'), `${JSON.stringify(info, undefined, 2)}\n`);
process.stdout.write(`${JSON.stringify(info.decision, undefined, 2)}\n`);
