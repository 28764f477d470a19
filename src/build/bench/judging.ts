import * as fs from 'node:fs';
import { join } from 'node:path';
import { readRulebook } from '../../data/read-rulebook.ts';
import { openModel } from '../../model/model.ts';
import type { ModelInfo } from '../../model/model.ts';
import { judgePurpose } from '../../rules/judge-purpose.ts';
import { judgeReport } from '../../rules/judge-report.ts';
import { readText } from '../../rules/reading.ts';
import { indexRulebook, openRulebook } from '../../rules/rulebook.ts';
import type { Rulebook } from '../../rules/rulebook.ts';
import { wordsOf } from '../../text/words.ts';
import { readExamples } from '../../train/examples.ts';
import type { Example } from '../../train/examples.ts';
import { median } from './measure.ts';
import type { Figure, Row } from './row.ts';

/** How long judging takes over all labelled texts, when everything that is kept is there. */
export const judging: Row = {
  name: 'judging',
  measure({ isQuick }) {
    const data = join(process.cwd(), 'data');
    const indexed = indexRulebook(readRulebook(fs, data));
    const phrasesAlone = openRulebook(indexed);
    // Written by the training.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const info = JSON.parse(fs.readFileSync(join(data, 'model', 'model.json'), 'utf8')) as ModelInfo;
    const model = openModel(info, fs.readFileSync(join(data, 'model', 'vectors.bin')));
    const rulebook = openRulebook(indexed, model);

    const examples = readExamples(fs, data);
    const purposes = examples.filter(({ section }) => section === undefined);
    const sentences = examples.filter(({ section }) => section !== undefined);
    const rounds = isQuick ? 1 : 7;
    return [
      perText('folding words', rounds, purposes, ({ text }) => wordsOf(text)),
      perText('reading a purpose (phrases)', rounds, purposes, ({ text }) => readText(text, phrasesAlone)),
      perText('judging a purpose, phrases alone', rounds, purposes, (example) =>
        judged(example, phrasesAlone),
      ),
      perText('judging a purpose', rounds, purposes, (example) => judged(example, rulebook)),
      perText('judging a line of a report', rounds, sentences, (example) => judgedLine(example, rulebook)),
    ];
  },
};

function judged({ text, stage }: Example, by: Rulebook): unknown {
  return judgePurpose({ purpose: text, stage }, by);
}

/** Judges a sentence as the only one of its section. */
function judgedLine({ text, stage, section = 'discussion' }: Example, by: Rulebook): unknown {
  const blocks = text === '' ? [] : [{ start: 0, end: text.length }];
  const sections = [{ name: section, heading: { start: 0, end: 0 }, blocks }];
  return judgeReport({ source: text, stage, sections }, by);
}

/** How long a job takes for one of the texts; what the first round does once and for all is not counted. */
function perText(
  work: string,
  rounds: number,
  texts: readonly Example[],
  job: (example: Example) => unknown,
): Figure {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const begun = process.hrtime.bigint();
    for (const text of texts) job(text);
    if (round > 0) times.push(Number(process.hrtime.bigint() - begun) / 1000 / texts.length);
  }
  return {
    work: `${work}, ${texts.length.toLocaleString('en')} texts`,
    runs: rounds,
    ours: `${median(times).toFixed(1)} µs a text`,
    against: '–',
    goal: '–',
  };
}
