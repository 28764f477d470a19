import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf, readAll, textOf } from '../src/streams.ts';
import { cutAt } from './support/cut.ts';

const texts = fc.string({ unit: fc.constantFrom(...'a \r\nếầ𝒳\uFEFF'), maxLength: 30 });
const cuts = fc.array(fc.nat(60), { maxLength: 8 });

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const item of items) taken.push(item);
  return taken;
}

it('a stream cut anywhere gives its text, no character in two pieces', async () => {
  await fc.assert(
    fc.asyncProperty(texts, cuts, async (text, places) => {
      const stream = () => Readable.from(cutAt(Buffer.from(text), places), { objectMode: false });
      const pieces = await all(textOf(stream()));
      expect(pieces.join('')).toBe(text);
      expect(pieces.filter((piece) => /\p{Cs}/u.test(piece))).toEqual([]);
      expect(await readAll(stream())).toBe(text);
    }),
  );
});

it('a text cut anywhere has the lines of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(texts, cuts, async (text, places) => {
      const lines = text.split(/\r?\n/);
      const last = lines.pop() ?? '';
      expect(await all(linesOf(cutAt(text, places)))).toEqual(last === '' ? lines : [...lines, last]);
    }),
  );
});

it('a line of many pieces is put together once', async () => {
  const pieces = Array.from({ length: 20_000 }, () => 'x'.repeat(1000));
  const started = process.cpuUsage();
  expect(await all(linesOf([...pieces, '\n', 'end']))).toEqual([pieces.join(''), 'end']);
  // To look through all that is there with each piece would take minutes.
  expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
});
