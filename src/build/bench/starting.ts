import * as fs from 'node:fs';
import { join } from 'node:path';
import { race } from './measure.ts';
import { ratioFigure } from './row.ts';
import type { Bench, Figure, Row } from './row.ts';
import { writeHistory, writeStore } from './work-set.ts';

const THIS_WEEK = 40;
const CALLS_A_WEEK = 4;
const TIMES = 100;

const rounds = ({ isQuick }: Bench): number => (isQuick ? 5 : 41);
const NODE = '`node -e 0`';

/** A store with this week's calls, and as many a week for ten years before. */
function store(
  bench: Bench,
  name: string,
  callsAWeek: number,
): { readonly dir: string; readonly history: number } {
  const dir = join(bench.folder, name);
  writeStore(dir, THIS_WEEK, bench.texts);
  return { dir, history: writeHistory(dir, callsAWeek, bench.texts) };
}

export const list: Row = {
  name: 'list',
  measure(bench) {
    const small = store(bench, 'ten-years', CALLS_A_WEEK);
    bench.note(`list: writing ${TIMES} times the history …`);
    const large = store(bench, 'much-history', CALLS_A_WEEK * (bench.isQuick ? 2 : TIMES));
    const runs = rounds(bench);
    const [node = 0, ofSmall = 0, ofLarge = 0] = race(
      [
        bench.script('0'),
        bench.program('list', '--data', small.dir),
        bench.program('list', '--data', large.dir),
      ],
      runs,
      bench.env,
    );
    fs.rmSync(large.dir, { recursive: true });
    const what = (history: number): string =>
      `\`list\`, ${THIS_WEEK} calls this week, ${history.toLocaleString('en')} in ten years before`;
    return [
      ratioFigure(what(small.history), runs, [ofSmall, node], NODE, 1.5),
      ratioFigure(
        what(large.history),
        runs,
        [ofLarge, ofSmall],
        `with ${small.history.toLocaleString('en')}`,
        1.05,
      ),
    ];
  },
};

function start(name: string, work: string, words: readonly string[], goal: number): Row {
  return {
    name,
    measure(bench): Figure[] {
      const runs = rounds(bench);
      const [node = 0, ours = 0] = race([bench.script('0'), bench.program(...words)], runs, bench.env);
      return [ratioFigure(work, runs, [ours, node], NODE, goal)];
    },
  };
}

export const check = start(
  'check',
  '`check "…"`, rules and model',
  ['check', 'Agree the start date of the pilot'],
  1.9,
);
export const help = start('help', '`--help`', ['--help'], 1.3);
export const version = start('version', '`--version`', ['--version'], 1.3);
