import type * as Fs from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { lineStarts, positionAt } from '../lint/positions.ts';
import { readReportFile } from '../lint/read-report-file.ts';
import { stageNamed } from '../reports/names.ts';
import { readReport } from '../reports/read-report.ts';
import { judgeReport } from '../rules/judge-report.ts';
import { LANGUAGES, STAGES } from '../rules/rule.ts';
import type { Language } from '../rules/rule.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { judgeOne, matchReport } from './evaluate.ts';
import type { Outcome } from './evaluate.ts';

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

/**
 * Judges a folder of labelled texts.
 * @param dir holds `<lang>/purposes.jsonl`, and `<lang>/reports.jsonl` if there are reports
 * @throws Error for what is not labelled as it should be, and where there is nothing
 */
export async function judgeSet(fs: typeof Fs, dir: string, rulebook: Rulebook): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const language of LANGUAGES) {
    const folder = join(dir, language);
    for (const purpose of readLines(fs, join(folder, 'purposes.jsonl'), labelledPurpose))
      outcomes.push(judgeOne(purpose, language, rulebook));
    for (const { file, expect } of readLines(fs, join(folder, 'reports.jsonl'), labelledReport))
      outcomes.push(await judgeFile(fs, join(folder, file), expect, language, rulebook));
  }
  if (outcomes.length === 0)
    throw new Error(`${dir}: no ${LANGUAGES.join('/')} folder in it has labelled texts`);
  return outcomes;
}

/** Judges a report as `plan-call lint` does. */
async function judgeFile(
  fs: typeof Fs,
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
function readLines<T>(fs: typeof Fs, file: string, schema: z.ZodType<T>): T[] {
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
