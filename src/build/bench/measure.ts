import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';

/** A program to measure. */
export interface Contender {
  readonly command: readonly [program: string, ...words: string[]];
  readonly cwd?: string;
  /** A file that it is given as its standard input. */
  readonly input?: string;
  /** The exit code that says that something was found; 1 where nothing is said. */
  readonly found?: number;
}

/** Nothing of this machine: no settings, and no certificates, which Node would read at every start. */
export type Environment = Readonly<Record<string, string>>;

/**
 * How long one run takes, from start to end, in ms.
 * @throws Error where the program has not done its work
 */
export function timeOf(
  { command: [program, ...words], cwd, input, found = 1 }: Contender,
  env: Environment,
): number {
  const stdin = input === undefined ? 'ignore' : fs.openSync(input, 'r');
  const begun = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(program, words, {
    cwd,
    env,
    stdio: [stdin, 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
  });
  const took = Number(process.hrtime.bigint() - begun) / 1e6;
  if (typeof stdin === 'number') fs.closeSync(stdin);
  if (error !== undefined || (status !== 0 && status !== found))
    throw new Error(`${program} ${words.join(' ')} failed: ${error?.message ?? String(stderr)}`);
  return took;
}

/**
 * Runs programs against each other, one after the other in every round, so that whatever else the machine does meets
 * all of them. What the first round does once and for all is not counted.
 * @returns the median time of each, in ms
 */
export function race(contenders: readonly Contender[], rounds: number, env: Environment): number[] {
  const times = contenders.map<number[]>(() => []);
  for (let round = rounds === 1 ? 1 : 0; round <= rounds; round += 1)
    for (const [i, contender] of contenders.entries()) {
      const took = timeOf(contender, env);
      if (round > 0) times[i]?.push(took);
    }
  return times.map(median);
}

/** The most memory that a Node program holds at once, in MB. */
export function peakOf(
  { command: [program, ...words], ...rest }: Contender,
  folder: string,
  env: Environment,
): number {
  const said = join(folder, 'peak.txt');
  const hook = join(process.cwd(), 'scripts', 'peak-memory.cjs');
  timeOf({ command: [program, '--require', hook, ...words], ...rest }, { ...env, PEAK_MEMORY_FILE: said });
  return Number(fs.readFileSync(said, 'utf8')) / 1024;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}
