import { expect, it } from 'vitest';
import { Recent } from '../src/recent.ts';

it('remembers what was asked for lately, and forgets the rest', () => {
  const recent = new Recent<number, string>(3);
  for (const key of [1, 2, 3]) recent.set(key, `answer ${key}`);
  recent.set(4, 'answer 4');
  expect(recent.get(1)).toBe('answer 1');
  for (const key of [5, 6]) recent.set(key, `answer ${key}`);
  expect([1, 2, 3, 4, 5, 6].map((key) => recent.get(key) !== undefined)).toEqual([
    true,
    false,
    false,
    true,
    true,
    true,
  ]);
});

it('never holds more than twice as many', () => {
  const recent = new Recent<number, number>(10);
  for (let key = 0; key < 1000; key += 1) recent.set(key, key);
  let held = 0;
  for (let key = 0; key < 1000; key += 1) if (recent.get(key) !== undefined) held += 1;
  expect(held).toBeLessThanOrEqual(20);
  expect(held).toBeGreaterThanOrEqual(10);
});
