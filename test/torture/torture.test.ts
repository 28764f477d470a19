import { expect, it } from 'vitest';
import { torture } from '../../src/torture/torture.ts';
import { ROOT } from '../support/folders.ts';

it(
  'the program, killed at random moments, loses nothing and leaves nothing half done',
  { timeout: 120_000 },
  async () => {
    const faults: string[] = [];
    let told = 0;
    const tallies = await torture({
      root: ROOT,
      kills: 40,
      seed: 1,
      workers: 2,
      onFault: (fault) => void faults.push(fault),
      onStoreDone: (killsDone) => {
        told = killsDone;
      },
    });
    expect(faults).toEqual([]);
    const kills = [...tallies.values()].map((tally) => tally.kills);
    expect(kills.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(told).toBe(40);
  },
);
