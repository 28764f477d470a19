import { expect } from 'vitest';
import type { Call } from '../../src/calls/call.ts';
import { run } from './program.ts';

/** The options of a call that nothing is to be said against. */
const GOOD: Readonly<Record<string, string>> = {
  '--account': 'Nordic Pumps',
  '--when': 'thu 9:30',
  '--purpose': 'Get sign-off on drawing C',
  '--benefit': 'they can order the steel two weeks earlier',
  '--agenda': 'walk through drawing C',
  '--prepare': 'print drawing C',
};

/** Plans a call in a folder through the program; options replace those of a good one. */
export async function planned(folder: string, options: Readonly<Record<string, string>> = {}): Promise<Call> {
  const argv = Object.entries({ ...GOOD, ...options }).flat();
  const { code, stdout, stderr } = await run(folder, ['new', ...argv, '--json']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

/** All calls on file, by time, as the program lists them. */
export async function callsIn(folder: string): Promise<Call[]> {
  return JSON.parse((await run(folder, ['list', '--all', '--json'])).stdout);
}

/** The end of an id, as people type it. */
export function ending({ id }: Pick<Call, 'id'>): string {
  return id.slice(-6);
}
