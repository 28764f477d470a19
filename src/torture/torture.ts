import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../calls/change.ts';
import { randomFrom } from '../train/random.ts';
import type { Random } from '../train/random.ts';
import { commandsIn, ordersFor } from './actions.ts';
import type { Order } from './actions.ts';
import { execute, someManner } from './execute.ts';
import type { Durations, Manner, Outcome } from './execute.ts';
import { inspect } from './inspect.ts';

export interface Plan {
  /** The folder of the project, which is built. */
  readonly root: string;
  readonly kills: number;
  readonly seed: number;
  /** How many stores are worked on at once. */
  readonly workers: number;
  /** Told of every fault as it is found. */
  readonly onFault: (fault: string) => void;
  /** Told after each store how many kills are done. */
  readonly onStoreDone: (killsDone: number) => void;
}

/** What became of the runs of one command. */
export interface Tally {
  runs: number;
  /** Runs that asked for what cannot be done. */
  refusals: number;
  kills: number;
  /** Kills that left a lock, a pending change or something half written. */
  killsWhileWriting: number;
  /** Kills between two files of one change. */
  killsBetweenFiles: number;
  faults: number;
}

const HELP = { argv: ['--help'], now: '2026-11-25T08:00' };

/** Kills in one store, before a new one is begun. */
const KILLS_PER_STORE = 100;

/** A command that was run, and not looked for among the changes yet. */
interface Run {
  readonly order: Order;
  /** Whether it said that it was done. */
  readonly isTold: boolean;
}

/**
 * Does one thing after the other to stores with the real executable, kills it at random moments, and looks after each
 * kill whether everything in the store is whole, nothing is lost that was told to be done, and nothing is half done.
 * @returns a tally per command
 */
export async function torture(plan: Plan): Promise<Map<string, Tally>> {
  const tallies = new Map<string, Tally>();
  const { output } = await execute(plan.root, tmpdir(), HELP, { disk: 'quick' });
  const chooseOrder = ordersFor(commandsIn(output));
  let killsLeft = plan.kills;
  let killsDone = 0;
  const work = async (worker: number): Promise<void> => {
    const random = randomFrom(plan.seed + worker);
    const durations = { quick: { lasted: 300, held: 30 }, slow: { lasted: 350, held: 60 } };
    for (let round = 0; killsLeft > 0; round += 1) {
      const kills = Math.min(KILLS_PER_STORE, killsLeft);
      killsLeft -= kills;
      const scene = { ...plan, kills, random, durations, tallies, chooseOrder };
      await tortureStore(scene, `${worker}x${round}`);
      killsDone += kills;
      plan.onStoreDone(killsDone);
    }
  };
  await Promise.all(Array.from({ length: plan.workers }, (_, worker) => work(worker)));
  return tallies;
}

interface Scene extends Plan {
  readonly random: Random;
  readonly durations: Readonly<Record<Manner['disk'], Durations>>;
  readonly tallies: Map<string, Tally>;
  readonly chooseOrder: ReturnType<typeof ordersFor>;
}

async function tortureStore(scene: Scene, name: string): Promise<void> {
  const { root, random, durations, tallies } = scene;
  const dir = fs.mkdtempSync(join(fs.realpathSync(tmpdir()), 'plan-call-torture-'));
  let seen = await inspect(dir);
  let known = 0;
  let open: Run[] = [];
  let kills = 0;
  let faults = 0;
  for (let run = 0; kills < scene.kills; run += 1) {
    const order = scene.chooseOrder(seen.stock, `k${name}x${run}`, random);
    // What a killed command has left is settled by one that is not killed, or by one that is, too.
    const isSpared = seen.isLeft && random() < 0.5;
    const manner: Manner = isSpared ? { disk: 'quick' } : someManner(durations, random);
    const outcome = await execute(root, dir, order, manner);
    remember(durations[manner.disk], outcome);
    const isTold = /^[✓↶↷]/m.test(outcome.output);
    seen = await inspect(dir);
    open.push({ order, isTold });
    const found = [...seen.faults];
    const isRefused = !outcome.isKilled && !isTold;
    // Not because of what was asked for, such as a move to the time at which the call is.
    if (isRefused && isBroken(outcome.output, dir)) found.push(outcome.output.trim());
    if (isTold && !outcome.isKilled && seen.isLeft)
      found.push('something was left by a command that was not killed');
    if (!seen.isPending) {
      if (!isExplained(open, seen.changes.slice(known))) found.push(`lost or not asked for: ${told(open)}`);
      open = [];
      known = seen.changes.length;
    }
    const tally = tallyOf(tallies, order.action);
    tally.runs += 1;
    if (isRefused) tally.refusals += 1;
    tally.faults += found.length;
    if (outcome.isKilled) {
      kills += 1;
      tally.kills += 1;
      if (seen.isLeft) tally.killsWhileWriting += 1;
      if (seen.isHalfMade) tally.killsBetweenFiles += 1;
    }
    for (const fault of found) scene.onFault(`${dir}: ${order.argv.join(' ')}: ${fault}`);
    faults += found.length;
    // One fault brings others; the store is kept to be looked at.
    if (faults > 0) return;
  }
  fs.rmSync(dir, { recursive: true });
}

function tallyOf(tallies: Map<string, Tally>, action: string): Tally {
  const tally = tallies.get(action) ?? {
    runs: 0,
    refusals: 0,
    kills: 0,
    killsWhileWriting: 0,
    killsBetweenFiles: 0,
    faults: 0,
  };
  tallies.set(action, tally);
  return tally;
}

/** Whether a command says that something is wrong with the store, or with the program. */
function isBroken(output: string, dir: string): boolean {
  // A closing that was killed is finished by whoever comes next; to close that call again is refused with its report.
  if (output.startsWith('This call is closed.')) return false;
  return output.includes(dir) || /\n +at /.test(output);
}

/** Whether the new changes are those of the runs in their order: of all that said so, and of none that was not run. */
function isExplained([run, ...runs]: readonly Run[], changes: readonly Change[]): boolean {
  if (run === undefined) return changes.length === 0;
  const [change, ...others] = changes;
  if (change !== undefined && run.order.isDoneBy(change) && isExplained(runs, others)) return true;
  return !run.isTold && isExplained(runs, changes);
}

function told(runs: readonly Run[]): string {
  return runs.map(({ order, isTold }) => `${isTold ? '✓ ' : ''}${order.argv.join(' ')}`).join('; ');
}

/** Takes the last run into account when the next is killed. */
function remember(durations: Durations, { isKilled, lasted, held }: Outcome): void {
  if (isKilled) return;
  durations.lasted = 0.8 * durations.lasted + 0.2 * lasted;
  if (held !== undefined) durations.held = 0.8 * durations.held + 0.2 * held;
}
