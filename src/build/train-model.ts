import * as fs from 'node:fs';
import { join } from 'node:path';
import { readRulebook } from '../data/read-rulebook.ts';
import { indexRulebook, openRulebook } from '../rules/rulebook.ts';
import { readTrainingData } from '../train/examples.ts';
import { train } from '../train/train.ts';

/** Learns from the labelled texts in `data/training` and writes `data/model`. */
const data = join(process.cwd(), 'data');
const rulebook = openRulebook(indexRulebook(readRulebook(fs, data)));
const material = { ...readTrainingData(fs, data), rulebook };
const { info, bytes } = train(material, (progress) => process.stderr.write(`learning: ${progress} …\n`));
fs.mkdirSync(join(data, 'model'), { recursive: true });
fs.writeFileSync(join(data, 'model', 'vectors.bin'), bytes);
fs.writeFileSync(join(data, 'model', 'model.json'), `${JSON.stringify(info)}\n`);
process.stdout.write(`${JSON.stringify(info.limits, undefined, 2)}\n`);
