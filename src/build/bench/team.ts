import { join } from 'node:path';
import { race } from './measure.ts';
import { ratioFigure } from './row.ts';
import type { Row } from './row.ts';
import { writeStore } from './work-set.ts';

const REPS = 1000;
const CALLS = 40;
const READING = `const fs = require('fs'), path = require('path');
  for (const rep of fs.readdirSync(process.argv[1])) {
    const week = path.join(process.argv[1], rep, 'calls', '2026', 'W48');
    for (const name of fs.readdirSync(week)) JSON.parse(fs.readFileSync(path.join(week, name), 'utf8'));
  }`;

/** A manager's week. */
export const team: Row = {
  name: 'team',
  measure(bench) {
    const reps = bench.isQuick ? REPS / 20 : REPS;
    const dir = join(bench.folder, 'team');
    bench.note(`team: writing ${(reps * CALLS).toLocaleString('en')} calls …`);
    for (let rep = 0; rep < reps; rep += 1) writeStore(join(dir, `rep-${rep}`), CALLS, bench.texts);
    const runs = bench.isQuick ? 1 : 5;
    const [read = 0, json = 0, table = 0] = race(
      [
        bench.script(READING, dir),
        bench.program('list', '--team', dir, '--format', 'ndjson'),
        bench.program('list', '--team', dir),
      ],
      runs,
      bench.env,
    );
    const what = `${reps.toLocaleString('en')} reps, ${(reps * CALLS).toLocaleString('en')} calls`;
    return [
      ratioFigure(
        `\`list --team --format ndjson\`, ${what}`,
        runs,
        [json, read],
        'reading and parsing the files',
        2,
      ),
      ratioFigure(`\`list --team\`, ${what}`, runs, [table, read], 'reading and parsing the files', 2),
    ];
  },
};
