import { expect, it } from 'vitest';
import { torture } from '../../src/torture/torture.ts';
import { ROOT } from '../support/folders.ts';

it(
  'the program, killed at random moments, loses nothing and leaves nothing half done',
  { timeout: 120_000 },
  async () => {
    const faults: string[] = [];
    const tallies = await torture({
      root: ROOT,
      kills: 40,
      seed: 1,
      workers: 2,
      onFault: (fault) => void faults.push(fault),
    });
    expect(faults).toEqual([]);
    const kills = [...tallies.values()].map((tally) => tally.kills);
    expect(kills.reduce((sum, count) => sum + count, 0)).toBe(40);
  },
);
