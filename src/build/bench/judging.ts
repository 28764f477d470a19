import * as fs from 'node:fs';
import { join } from 'node:path';
import { openRules } from '../../open-rules.ts';
import { judgePurpose } from '../../rules/judge-purpose.ts';
import { judgeReport } from '../../rules/judge-report.ts';
import { readText } from '../../rules/reading.ts';
import type { Rulebook } from '../../rules/rulebook.ts';
import { wordsOf } from '../../text/words.ts';
import { readExamples } from '../../train/examples.ts';
import type { Example } from '../../train/examples.ts';
import type { Figure, Row } from './row.ts';

/** How long judging takes over labelled texts, when everything that is kept is there. */
export const judging: Row = {
  name: 'judging',
  measure({ isQuick }) {
    const { rulebook } = openRules(fs, join(process.cwd(), 'dist'));
    const phrasesAlone = { ...rulebook, model: undefined };

    const examples = readExamples(fs, join(process.cwd(), 'data'));
    const all = examples.filter(({ section }) => section === undefined);
    const some = all.filter((_, i) => i % ONE_OF === 0);
    const sentences = examples.filter(({ section }) => section !== undefined);
    const rounds = isQuick ? 1 : 7;
    const more = rounds * ONE_OF;
    return [
      perText('folding words', more, some, ({ text }) => wordsOf(text)),
      perText('reading a purpose (phrases)', more, some, ({ text }) => readText(text, phrasesAlone)),
      perText('judging a purpose, phrases alone', more, some, (example) => judged(example, phrasesAlone)),
      perText('judging a purpose', more, some, (example) => judged(example, rulebook), GOAL),
      perText('judging a purpose', rounds, all, (example) => judged(example, rulebook)),
      perText('judging a line of a report', rounds, sentences, (example) => judgedLine(example, rulebook)),
    ];
  },
};

/** As many texts as a team writes in a month. With all of them most of the time goes into waiting for memory. */
const ONE_OF = 8;

function judged({ text, stage }: Example, by: Rulebook): unknown {
  return judgePurpose({ purpose: text, stage }, by);
}

/** Judges a sentence as the only one of its section. */
function judgedLine({ text, stage, section = 'discussion' }: Example, by: Rulebook): unknown {
  const blocks = text === '' ? [] : [{ start: 0, end: text.length }];
  const sections = [{ name: section, heading: { start: 0, end: 0 }, blocks }];
  return judgeReport({ source: text, stage, sections }, by);
}

/** A purpose is to take less, in µs. */
const GOAL = 50;

/** So many texts are timed together. */
const TOGETHER = 100;

/**
 * How long a job takes for one of the texts, when what the first round does once and for all is done. Of every hundred texts
 * the best time counts: whatever else the machine does only adds to it.
 * @param goal in µs
 */
function perText(
  work: string,
  rounds: number,
  texts: readonly Example[],
  job: (example: Example) => unknown,
  goal?: number,
): Figure {
  const best: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (let from = 0; from < texts.length; from += TOGETHER) {
      const some = texts.slice(from, from + TOGETHER);
      const begun = process.hrtime.bigint();
      for (const text of some) job(text);
      const took = Number(process.hrtime.bigint() - begun) / 1000;
      best[from / TOGETHER] = Math.min(took, best[from / TOGETHER] ?? Infinity);
    }
  }
  const time = best.reduce((sum, one) => sum + one, 0) / texts.length;
  return {
    work: `${work}, ${texts.length.toLocaleString('en')} texts`,
    runs: rounds,
    ours: `${time.toFixed(1)} µs a text`,
    against: '–',
    goal: goal === undefined ? '–' : `< ${goal} µs`,
    ...(goal !== undefined && { isMet: time < goal }),
  };
}
