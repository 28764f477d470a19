import * as fs from 'node:fs';
import { join } from 'node:path';
import { readRulebook } from '../data/read-rulebook.ts';
import { openModel } from '../model/model.ts';
import type { ModelInfo } from '../model/model.ts';
import { judgePurpose } from '../rules/judge-purpose.ts';
import { judgeReport } from '../rules/judge-report.ts';
import { readText } from '../rules/reading.ts';
import { indexRulebook, openRulebook } from '../rules/rulebook.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { wordsOf } from '../text/words.ts';
import { readExamples } from '../train/examples.ts';
import type { Example } from '../train/examples.ts';

/** Measures how long judging takes over all labelled texts, when everything that is kept is there: `npm run bench`. */
const ROUNDS = 7;

const data = join(process.cwd(), 'data');
const indexed = indexRulebook(readRulebook(fs, data));
const phrasesAlone = openRulebook(indexed);
// Written by the training.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const info = JSON.parse(fs.readFileSync(join(data, 'model', 'model.json'), 'utf8')) as ModelInfo;
const rulebook = openRulebook(indexed, openModel(info, fs.readFileSync(join(data, 'model', 'vectors.bin'))));

const examples = readExamples(fs, data);
const purposes = examples.filter(({ section }) => section === undefined);
const sentences = examples.filter(({ section }) => section !== undefined);

process.stdout.write(`Node ${process.version}, ${ROUNDS} rounds, µs a text: median, minimum\n`);
measure('folding words', purposes, ({ text }) => wordsOf(text));
measure('reading (phrases)', purposes, ({ text }) => readText(text, phrasesAlone));
measure('purpose, phrases alone', purposes, (example) => judged(example, phrasesAlone));
measure('purpose, with the model', purposes, (example) => judged(example, rulebook));
measure('line of a report', sentences, judgedLine);

function judged({ text, stage }: Example, by: Rulebook): unknown {
  return judgePurpose({ purpose: text, stage }, by);
}

/** Judges a sentence as the only one of its section. */
function judgedLine({ text, stage, section = 'discussion' }: Example): unknown {
  const blocks = text === '' ? [] : [{ start: 0, end: text.length }];
  const sections = [{ name: section, heading: { start: 0, end: 0 }, blocks }];
  return judgeReport({ source: text, stage, sections }, rulebook);
}

/** Prints how long a job takes for one of the texts; what the first round does once and for all is not counted. */
function measure(name: string, texts: readonly Example[], job: (example: Example) => unknown): void {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const begun = process.hrtime.bigint();
    for (const text of texts) job(text);
    const perText = Number(process.hrtime.bigint() - begun) / 1000 / texts.length;
    if (round > 0) times.push(perText);
  }
  times.sort((a, b) => a - b);
  const figures = [times[Math.floor(ROUNDS / 2)] ?? 0, times[0] ?? 0];
  process.stdout.write(
    `${name.padEnd(24)} ${figures.map((time) => time.toFixed(1).padStart(7)).join(' ')}\n`,
  );
}
