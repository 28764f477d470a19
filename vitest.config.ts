import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const report = process.env['TEST_REPORT'];

export default defineConfig({
  test: {
    setupFiles: ['test/support/load-messages.ts'],
    include: ['test/**/*.test.ts'],
    // Tests keep no state in modules, so they need no process of their own.
    isolate: false,
    // Many wait for processes that they have started, so that two at once pay also on two processors.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    // Real terminals and processes on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
