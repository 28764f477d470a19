import * as fs from 'node:fs';
import { join } from 'node:path';
import { peakOf, race } from './measure.ts';
import { ratioFigure } from './row.ts';
import type { Bench, Figure, Row } from './row.ts';
import { writeRows } from './work-set.ts';

const ROWS = 100_000;
/** Of so many different texts; an export says the same in very many rows. */
const DIFFERENT = 5000;
const MOST_MEMORY = 120;
/** So much more may ten times the rows take: what the collector of garbage has not yet seen to, in MB. */
const NOISE = 15;
const PARSING =
  "for (const row of require('fs').readFileSync(0, 'utf8').split('\\n')) if (row !== '') JSON.parse(row)";

/** Rows of JSON through the filter. */
export const ndjson: Row = {
  name: 'ndjson',
  measure(bench) {
    const rows = bench.isQuick ? ROWS / 10 : ROWS;
    const once = rowsFile(bench, rows);
    const often = rowsFile(bench, rows * 10);
    const filter = (input: string) => ({
      ...bench.program('lint', '--no-config', '--as', 'ndjson', '--format', 'ndjson', '-'),
      input,
    });
    const runs = bench.isQuick ? 1 : 3;
    const [parsed = 0, judged = 0] = race(
      [{ ...bench.script(PARSING), input: once }, filter(once)],
      runs,
      bench.env,
    );
    const shown = rows.toLocaleString('en');
    bench.note(`ndjson: memory for ${(rows * 10).toLocaleString('en')} rows …`);
    const peak = peakOf(filter(once), bench.folder, bench.env);
    const peakOften = peakOf(filter(often), bench.folder, bench.env);
    fs.rmSync(often);
    return [
      ratioFigure(
        `\`lint -\`, ${shown} rows, ${DIFFERENT} different`,
        runs,
        [judged, parsed],
        '`JSON.parse` of every row',
        4,
      ),
      memoryFigure(`the same: peak memory`, peak, MOST_MEMORY),
      memoryFigure(`ten times the rows: peak memory`, peakOften, Math.min(MOST_MEMORY, peak + NOISE)),
    ];
  },
};

function rowsFile({ folder, texts }: Bench, rows: number): string {
  const file = join(folder, `rows-${rows}.ndjson`);
  writeRows(file, rows, DIFFERENT, texts);
  return file;
}

function memoryFigure(work: string, peak: number, most: number): Figure {
  return {
    work,
    runs: 1,
    ours: `${peak.toFixed(0)} MB`,
    against: '–',
    goal: `≤ ${most.toFixed(0)} MB`,
    isMet: peak <= most,
  };
}
