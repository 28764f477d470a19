import { setImmediate as untilIdle } from 'node:timers/promises';
import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf, readAll, textOf, writerTo } from '../src/streams.ts';
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

/** A stream that keeps what is written to it; a slow one is full now and then. */
function keeping({ isTTY = false, isSlow = false, room = 1 << 20 } = {}) {
  const written: string[] = [];
  const stream = new Writable({
    highWaterMark: room,
    decodeStrings: false,
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      if (isSlow) setImmediate(done);
      else done();
    },
  });
  return { written, stream: Object.assign(stream, { isTTY }) };
}

it('short texts go out together, as soon as there is nothing else to do', async () => {
  const { written, stream } = keeping();
  const writer = writerTo(stream);
  for (const text of ['one\n', '', 'two\n']) await writer.write(text);
  expect(written).toEqual([]);
  await untilIdle();
  expect(written).toEqual(['one\ntwo\n']);
  await writer.write('three\n');
  writer.flush();
  expect(written).toEqual(['one\ntwo\n', 'three\n']);
});

it('on a terminal every text is shown at once', async () => {
  const { written, stream } = keeping({ isTTY: true });
  await writerTo(stream).write('one\n');
  expect(written).toEqual(['one\n']);
});

it('whatever is written comes out whole and in order, however slow the reader is', async () => {
  const sizes = fc.array(fc.nat(40_000), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 1, max: 50_000 }), async (lengths, room) => {
      const { written, stream } = keeping({ isSlow: true, room });
      const writer = writerTo(stream);
      const parts = lengths.map((length, at) => String(at % 10).repeat(length));
      for (const part of parts) await writer.write(part);
      writer.flush();
      await new Promise<void>((resolve) => void stream.end(resolve));
      expect(written.join('')).toBe(parts.join(''));
    }),
    { numRuns: 50 },
  );
});
