import { parseArgs } from 'node:util';
import { torture } from '../torture/torture.ts';
import type { Tally } from '../torture/torture.ts';

/** Kills the real executable at random moments of what it does to a store: `npm run torture -- --kills 500 --seed 7`. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];

if (Number.isSafeInteger(kills) && kills > 0 && Number.isSafeInteger(seed)) void run();
else {
  process.stderr.write('--kills is a number from 1, --seed a whole number.\n');
  process.exitCode = 2;
}

async function run(): Promise<void> {
  const begun = performance.now();
  const onFault = (fault: string): void => void process.stderr.write(`${fault}\n`);
  const onStoreDone = (killsDone: number): void =>
    void process.stderr.write(`${killsDone} of ${kills} kills\n`);
  const tallies = await torture({ root: process.cwd(), kills, seed, workers: 2, onFault, onStoreDone });
  const minutes = (performance.now() - begun) / 60_000;
  const rows = [...tallies].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const total = sumOf(rows.map(([, tally]) => tally));
  process.stdout.write(`Node ${process.version}, seed ${seed}, ${minutes.toFixed(1)} minutes\n`);
  process.stdout.write(row('', ['runs', 'refused', 'kills', 'while writing', 'between files', 'faults']));
  for (const [action, tally] of [...rows, ['all', total] as const]) {
    process.stdout.write(row(action, cellsOf(tally)));
  }
  process.exitCode = total.faults === 0 ? 0 : 1;
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (field: keyof Tally): number => tallies.reduce((total, tally) => total + tally[field], 0);
  return {
    runs: sum('runs'),
    refusals: sum('refusals'),
    kills: sum('kills'),
    killsWhileWriting: sum('killsWhileWriting'),
    killsBetweenFiles: sum('killsBetweenFiles'),
    faults: sum('faults'),
  };
}

function cellsOf({
  runs,
  refusals,
  kills: killed,
  killsWhileWriting,
  killsBetweenFiles,
  faults,
}: Tally): number[] {
  return [runs, refusals, killed, killsWhileWriting, killsBetweenFiles, faults];
}

function row(name: string, cells: readonly (string | number)[]): string {
  return `${name.padEnd(14)}${cells.map((cell) => String(cell).padStart(15)).join('')}\n`;
}
