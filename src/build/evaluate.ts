import * as fs from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { readRulebook } from '../data/read-rulebook.ts';
import { lineStarts, positionAt } from '../lint/positions.ts';
import { readReportFile } from '../lint/read-report-file.ts';
import { openModel } from '../model/model.ts';
import type { Model, ModelInfo } from '../model/model.ts';
import { stageNamed } from '../reports/names.ts';
import { readReport } from '../reports/read-report.ts';
import { judgeReport } from '../rules/judge-report.ts';
import { LANGUAGES, STAGES } from '../rules/rule.ts';
import type { Language } from '../rules/rule.ts';
import { indexRulebook, openRulebook } from '../rules/rulebook.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { KINDS, evaluate, judgeAll, judgeOne, keyFigures, matchReport } from '../train/evaluate.ts';
import type { Evaluation, Figures, Outcome } from '../train/evaluate.ts';
import { readAccountNames, readExamples, sampleOf } from '../train/examples.ts';
import type { Estimate, Share } from '../train/interval.ts';
import { trainFolds } from '../train/train.ts';

/**
 * Tells how well plan-call judges: our own texts by cross-validation over their authors, or with `--set DIR` any labelled folder with
 * the model as shipped. `--json` prints everything, `--write` keeps the figures in `data/model/figures.json`.
 */
const USAGE = 'npm run evaluate -- [--set DIR] [--json] [--write]';

const data = join(process.cwd(), 'data');
const source = readRulebook(fs, data);
const indexed = indexRulebook(source);

const labelledPurpose = z.object({
  id: z.string(),
  stage: z.enum(STAGES),
  text: z.string(),
  expect: z.array(z.string()),
  verdict: z.enum(['accept', 'reject']),
});
const labelledReport = z.object({
  file: z.string(),
  expect: z.array(z.object({ rule: z.string(), excerpt: z.string().nullable() })),
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { set: { type: 'string' }, json: { type: 'boolean' }, write: { type: 'boolean' } },
  });
  if (values.set !== undefined && values.write === true)
    throw new Error(`--write keeps the figures of our own texts, not those of --set. ${USAGE}`);
  const evaluation = evaluate(values.set === undefined ? crossValidate() : await judgeSet(values.set));
  if (values.write === true) {
    const shipped = evaluate(
      judgeAll(sampleOf(readExamples(fs, data)), openRulebook(indexed, shippedModel())),
    );
    const figures = { crossValidation: keyFigures(evaluation), shipped: keyFigures(shipped) };
    fs.writeFileSync(join(data, 'model', 'figures.json'), `${JSON.stringify(figures, undefined, 2)}\n`);
  }
  process.stdout.write(
    values.json === true ? `${JSON.stringify(evaluation, undefined, 2)}\n` : show(evaluation),
  );
}

/** Each text is judged with a model that has learned nothing from its author. */
function crossValidate(): Outcome[] {
  const material = {
    examples: readExamples(fs, data),
    accountNames: readAccountNames(fs, data),
    rulebook: openRulebook(indexed),
  };
  const { folds } = trainFolds(material, (progress) => process.stderr.write(`learning: ${progress} …\n`));
  return folds.flatMap(({ trained: { info, bytes }, leftOut }) =>
    judgeAll(leftOut, openRulebook(indexed, openModel(info, bytes))),
  );
}

function shippedModel(): Model {
  const folder = join(data, 'model');
  // Written by the training.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const info = JSON.parse(fs.readFileSync(join(folder, 'model.json'), 'utf8')) as ModelInfo;
  return openModel(info, fs.readFileSync(join(folder, 'vectors.bin')));
}

/** @param dir holds `<lang>/purposes.jsonl`, and `<lang>/reports.jsonl` if there are reports */
async function judgeSet(dir: string): Promise<Outcome[]> {
  const rulebook = openRulebook(indexed, shippedModel());
  const outcomes: Outcome[] = [];
  for (const language of LANGUAGES) {
    const folder = join(dir, language);
    for (const purpose of readLines(join(folder, 'purposes.jsonl'), labelledPurpose))
      outcomes.push(judgeOne(purpose, language, rulebook));
    for (const { file, expect } of readLines(join(folder, 'reports.jsonl'), labelledReport))
      outcomes.push(await judgeFile(join(folder, file), expect, language, rulebook));
  }
  if (outcomes.length === 0)
    throw new Error(`${dir}: no ${LANGUAGES.join('/')} folder in it has labelled texts. ${USAGE}`);
  return outcomes;
}

/** Judges a report as `plan-call lint` does. */
async function judgeFile(
  path: string,
  expect: z.infer<typeof labelledReport>['expect'],
  language: Language,
  rulebook: Rulebook,
): Promise<Outcome> {
  const file = readReportFile(fs, path);
  if ('problem' in file) throw new Error(`${path}: ${file.problem.kind}`);
  const report = await readReport(file.decoded.text);
  const stage = report.fields.stage === undefined ? undefined : stageNamed(report.fields.stage.value);
  const starts = lineStarts(report.source);
  const found = judgeReport({ source: report.source, stage, sections: report.sections }, rulebook).map(
    ({ rule, start }) => ({ rule, line: positionAt(starts, start).line }),
  );
  const expected = expect.map(({ rule, excerpt }) => ({
    rule,
    line: excerpt === null ? undefined : lineOf(excerpt, report.source, path),
  }));
  return { kind: 'reports', language, rules: matchReport(found, expected) };
}

function lineOf(excerpt: string, text: string, path: string): number {
  const composed = text.normalize('NFC');
  const at = composed.indexOf(excerpt.normalize('NFC'));
  if (at === -1) throw new Error(`${path}: “${excerpt}” does not stand there`);
  return positionAt(lineStarts(composed), at).line;
}

/** The lines of a file; none where there is no file. */
function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  if (!fs.existsSync(file)) return [];
  const rows: T[] = [];
  for (const [i, line] of fs.readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const result = schema.safeParse(JSON.parse(line));
    if (!result.success) throw new Error(`${file}:${i + 1}: ${z.prettifyError(result.error)}`);
    rows.push(result.data);
  }
  return rows;
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
