import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { judging } from './judging.ts';
import { lint } from './linting.ts';
import { timeOf } from './measure.ts';
import type { Environment } from './measure.ts';
import type { Bench, Figure, Row } from './row.ts';
import { check, help, list, version } from './starting.ts';
import { ndjson } from './streaming.ts';
import { team } from './team.ts';
import { openTexts } from './texts.ts';
import { NOW } from './work-set.ts';

/*
 * Measures how fast the program is, always against something on the same machine at the same time, and prints a table in
 * Markdown: `npm run bench -- [--rows list,check] [--quick] [--node PATH] [--keep]`.
 */

const ROWS: readonly Row[] = [list, check, help, version, lint, ndjson, team, judging];
const SEED = 48;

function main(): void {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string' },
      quick: { type: 'boolean' },
      keep: { type: 'boolean' },
      node: { type: 'string' },
    },
  });
  const rows = rowsNamed(values.rows);
  const folder = fs.mkdtempSync(join(tmpdir(), 'plan-call-bench-'));
  try {
    const bench = openBench(folder, resolve(values.node ?? process.execPath), values.quick === true);
    timeOf(bench.script('0'), bench.env);
    const figures = rows.flatMap((row) => {
      bench.note(`${row.name} …`);
      return row.measure(bench);
    });
    process.stdout.write(`${heading(bench)}\n\n${tableOf(figures)}\n`);
  } finally {
    if (values.keep === true) process.stderr.write(`Kept: ${folder}\n`);
    else fs.rmSync(folder, { recursive: true });
  }
}

function rowsNamed(given: string | undefined): readonly Row[] {
  if (given === undefined) return ROWS;
  return given.split(',').map((name) => {
    const row = ROWS.find((one) => one.name === name.trim());
    if (row === undefined)
      throw new Error(`There is no row “${name}”; there are ${ROWS.map((one) => one.name).join(', ')}.`);
    return row;
  });
}

function openBench(folder: string, node: string, isQuick: boolean): Bench {
  const root = process.cwd();
  const env: Environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_STATE_HOME: join(folder, 'state'),
    PLAN_CALL_NOW: NOW,
  };
  return {
    folder,
    texts: openTexts(fs, join(root, 'data'), SEED),
    env,
    node,
    isQuick,
    program: (...words) => ({ command: [node, join(root, 'bin', 'plan-call.cjs'), ...words] }),
    script: (code, ...words) => ({ command: [node, '-e', code, ...words] }),
    note: (text) => void process.stderr.write(`${text}\n`),
  };
}

function heading({ node, isQuick }: Bench): string {
  const release = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const processor = cpus()[0]?.model.trim() ?? 'unknown';
  return `Node ${release}, ${cpus().length} × ${processor}${isQuick ? '; small sizes, to see whether it runs' : ''}. Medians.`;
}

function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ work, runs, ours, against, ratio, goal, isMet }) => [
    work,
    String(runs),
    ours,
    against,
    ratio === undefined ? '–' : ratio.toFixed(ratio < 0.1 ? 4 : 2),
    goal,
    isMet === undefined ? '–' : isMet ? 'yes' : 'no',
  ]);
  const head = ['work', 'runs', 'plan-call', 'against', 'ratio', 'goal', 'met'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
