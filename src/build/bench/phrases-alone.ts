import * as fs from 'node:fs';
import { join } from 'node:path';
import { readRules } from '../../open-rules.ts';
import { decode } from '../../reports/decode.ts';
import { stageNamed } from '../../reports/names.ts';
import { readReport } from '../../reports/read-report.ts';
import { judgeReport } from '../../rules/judge-report.ts';
import { openRulebook } from '../../rules/rulebook.ts';

/** Judges all reports in a folder by phrases and structure, without the model: something to measure. */
async function main(dir: string): Promise<void> {
  const rulebook = openRulebook(readRules(fs, join(process.cwd(), 'dist')));
  let findings = 0;
  for (const name of fs.readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.md')) continue;
    const { source, fields, sections } = await readReport(decode(fs.readFileSync(join(dir, name))).text);
    const stage = fields.stage === undefined ? undefined : stageNamed(fields.stage.value);
    findings += judgeReport({ source, stage, sections }, rulebook).length;
  }
  process.stdout.write(`${findings}\n`);
}

void main(process.argv[2] ?? '.');
