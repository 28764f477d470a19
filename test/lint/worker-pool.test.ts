import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startWorkers } from '../../src/lint/worker-pool.ts';
import { freshFolder } from '../support/folders.ts';

/** One thread, with this program. */
function poolOf(program: string) {
  const file = join(freshFolder(), 'worker.cjs');
  fs.writeFileSync(file, program);
  return startWorkers(file, 1, { programFolder: '', configFolder: '' });
}

const ENDS_AT_ONCE = 'process.exit(0);';
const ENDS_WHEN_ASKED = "require('node:worker_threads').parentPort.once('message', () => process.exit(0));";

test.each([
  [ENDS_AT_ONCE, 'ended before'],
  [ENDS_WHEN_ASKED, 'ended before'],
  ["throw new Error('no memory');", 'no memory'],
])('a thread that ends is an error for all that is asked, before and after: %j', async (program, said) => {
  const pool = poolOf(program);
  const asked = [pool.judge([]), pool.judge([])];
  for (const answer of await Promise.allSettled(asked))
    expect(answer).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining(said) } });
  await expect(pool.judge([])).rejects.toThrow(said);
  await pool.close();
});
