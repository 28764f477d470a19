import * as fs from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readRulebook } from '../data/read-rulebook.ts';
import { openModel } from '../model/model.ts';
import type { ModelInfo } from '../model/model.ts';
import { indexRulebook, openRulebook } from '../rules/rulebook.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { KINDS, evaluate, judgeAll, keyFigures } from '../train/evaluate.ts';
import type { Evaluation, Figures, Outcome } from '../train/evaluate.ts';
import { readExamples, readTrainingData, sampleOf } from '../train/examples.ts';
import type { Estimate, Share } from '../train/interval.ts';
import { judgeSet } from '../train/labelled-set.ts';
import { trainFolds } from '../train/train.ts';

/**
 * Tells how well plan-call judges: our own texts by cross-validation over their authors, or with `--set DIR` any labelled folder with
 * the model as shipped. `--json` prints everything, `--write` keeps the figures, those of `data/unseen` among them, in `data/model/figures.json`.
 */
const USAGE = 'npm run evaluate -- [--set DIR] [--json] [--write]';

const data = join(process.cwd(), 'data');
const source = readRulebook(fs, data);
const indexed = indexRulebook(source);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { set: { type: 'string' }, json: { type: 'boolean' }, write: { type: 'boolean' } },
  });
  if (values.set !== undefined && values.write === true)
    throw new Error(`--write keeps the figures of our own texts, not those of --set. ${USAGE}`);
  const evaluation = evaluate(
    values.set === undefined ? crossValidate() : await judgeSet(fs, values.set, shippedRulebook()),
  );
  if (values.write === true) {
    const rulebook = shippedRulebook();
    const unseen = evaluate(await judgeSet(fs, join(data, 'unseen'), rulebook));
    const shipped = evaluate(judgeAll(sampleOf(readExamples(fs, data)), rulebook));
    const figures = {
      unseen: keyFigures(unseen),
      crossValidation: keyFigures(evaluation),
      shipped: keyFigures(shipped),
    };
    fs.writeFileSync(join(data, 'model', 'figures.json'), `${JSON.stringify(figures, undefined, 2)}\n`);
  }
  process.stdout.write(
    values.json === true ? `${JSON.stringify(evaluation, undefined, 2)}\n` : show(evaluation),
  );
}

/** Each text is judged with a model that has learned nothing from its author. */
function crossValidate(): Outcome[] {
  const material = { ...readTrainingData(fs, data), rulebook: openRulebook(indexed) };
  const { folds } = trainFolds(material, (progress) => process.stderr.write(`learning: ${progress} …\n`));
  return folds.flatMap(({ trained: { info, bytes }, leftOut }) =>
    judgeAll(leftOut, openRulebook(indexed, openModel(info, bytes))),
  );
}

function shippedRulebook(): Rulebook {
  const folder = join(data, 'model');
  // Written by the training.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const info = JSON.parse(fs.readFileSync(join(folder, 'model.json'), 'utf8')) as ModelInfo;
  return openRulebook(indexed, openModel(info, fs.readFileSync(join(folder, 'vectors.bin'))));
}

function show(evaluation: Evaluation): string {
  const lines: string[] = ['Every share and F1 in %, with its 95 % interval.'];
  for (const kind of KINDS) {
    const figures = evaluation[kind];
    if (figures === undefined) continue;
    lines.push('', kind.toUpperCase());
    for (const [name, one] of [...Object.entries(figures.byLanguage), ['all', figures.all] as const])
      lines.push(summary(name, one));
    lines.push('', ruleTable(figures.all));
  }
  return `${lines.join('\n')}\n`;
}

function summary(name: string, { texts, verdicts, rules }: Figures): string {
  const parts = [`${name.padEnd(3)} ${texts} texts`];
  if (verdicts !== undefined)
    parts.push(
      `right verdicts ${counted(verdicts.right)}`,
      `false rejections ${counted(verdicts.falseRejections)}`,
      `missed rejections ${counted(verdicts.missedRejections)}`,
    );
  parts.push(`rules F1 ${percent(rules.f1)}`);
  return parts.join('\n    ');
}

function ruleTable({ byRule, rules }: Figures): string {
  const row = (...cells: readonly string[]): string =>
    cells.map((cell, i) => cell.padEnd([30, 20, 20, 20][i] ?? 0)).join('');
  return [
    row('rule', 'precision', 'recall', 'F1', 'n'),
    ...[...Object.entries(byRule), ['all', rules] as const].map(([rule, { precision, recall, f1 }]) =>
      row(rule, share(precision), share(recall), percent(f1), String(recall.of)),
    ),
  ].join('\n');
}

function counted(one: Share): string {
  return `${share(one)}  ${one.hits} of ${one.of}`;
}

/** Of nothing there is no share. */
function share(one: Share): string {
  return one.of === 0 ? '    –' : percent(one);
}

function percent({ value, low, high }: Estimate): string {
  const figure = (of: number): string => (100 * of).toFixed(1);
  return `${figure(value).padStart(5)} (${figure(low)}–${figure(high)})`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
