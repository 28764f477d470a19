import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openQuietCaller } from '../../src/lint/quiet-caller.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A caller whose calls last until they are let go. */
function slowCaller() {
  let calls = 0;
  let letGo = (): void => undefined;
  const errors: unknown[] = [];
  const task = (): Promise<void> => {
    calls += 1;
    return new Promise((resolve) => (letGo = resolve));
  };
  const caller = openQuietCaller(task, 100, (error) => errors.push(error));
  return { ...caller, task, calls: () => calls, letGo: () => letGo(), errors };
}

test('it calls once it has been quiet', async () => {
  const { touch, calls } = slowCaller();
  for (let i = 0; i < 10; i += 1) {
    touch();
    await vi.advanceTimersByTimeAsync(99);
  }
  expect(calls()).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(calls()).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(calls()).toBe(1);
});

test('what is touched during a call is answered by the next', async () => {
  const { start, task, touch, calls, letGo } = slowCaller();
  start(task);
  await vi.advanceTimersByTimeAsync(0);
  touch();
  touch();
  await vi.advanceTimersByTimeAsync(1000);
  expect(calls()).toBe(1);
  letGo();
  await vi.advanceTimersByTimeAsync(100);
  expect(calls()).toBe(2);
});

test('closing waits for the running call, and there is no other', async () => {
  const { touch, calls, letGo, close } = slowCaller();
  touch();
  await vi.advanceTimersByTimeAsync(100);
  touch();
  let isClosed = false;
  const closed = close().then(() => (isClosed = true));
  await vi.advanceTimersByTimeAsync(1000);
  expect(isClosed).toBe(false);
  letGo();
  await closed;
  touch();
  await vi.advanceTimersByTimeAsync(1000);
  expect(calls()).toBe(1);
});

test('what a call throws is told, and the next one comes', async () => {
  const { start, touch, calls, errors } = slowCaller();
  start(() => {
    throw new Error('once');
  });
  touch();
  await vi.advanceTimersByTimeAsync(100);
  expect(errors).toEqual([new Error('once')]);
  expect(calls()).toBe(1);
});
