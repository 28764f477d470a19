import { Buffer } from 'node:buffer';
import { resolve } from 'node:path';
import type { FoundReports } from '../../lint/find-reports.ts';
import { isOpenByName, kindByContent, kindByName } from '../../lint/input-kind.ts';
import type { Item } from '../../lint/item.ts';
import { itemsOf, itemsOfBytes, itemsOfLines } from '../../lint/read-items.ts';
import type { Reading } from '../../lint/read-items.ts';
import { unreadItem } from '../../lint/unread-item.ts';
import { decodedUtf8, linesOf } from '../../streams.ts';
import { decodeTable } from '../../tables/decode-table.ts';
import type { Input } from '../../world.ts';

/** Everything in the files that were found, then what could not be had. */
export async function* itemsOfFiles(
  { files, problems }: FoundReports,
  reading: Reading,
): AsyncGenerator<Item> {
  for (const path of files) yield* itemsOf(path, reading);
  for (const problem of problems) yield unreadItem(problem, reading.speaker);
}

/**
 * Everything in standard input: rows of JSON as they come, anything else when it is there as a whole.
 * @param name what it is called; its ending says what it is, or else its beginning does
 */
export async function* itemsOfStdin(
  input: Input,
  cwd: string,
  name: string,
  reading: Reading,
): AsyncGenerator<Item> {
  const path = resolve(cwd, name);
  const chunks = bytesOf(input);
  const head = await untilLineEnd(chunks);
  async function* all(): AsyncGenerator<Buffer> {
    yield head;
    yield* chunks;
  }
  const kind =
    reading.kind ??
    (isOpenByName(name) ? await kindByContent(decodeTable(wholeLines(head)).text) : kindByName(name));
  if (kind === 'ndjson') yield* itemsOfLines(path, linesOf(decodedUtf8(all())), reading);
  else yield* itemsOfBytes(path, kind, await wholeOf(all()), reading);
}

async function* bytesOf(input: Input): AsyncGenerator<Buffer> {
  for await (const chunk of input) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** Takes chunks until there is a line of text among them, or there are no more. */
async function untilLineEnd(chunks: AsyncGenerator<Buffer>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (!/\S[^\n]*\n/.test(head.toString('latin1'))) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    head = Buffer.concat([head, value]);
  }
  return head;
}

/** What is cut within a character is no UTF-8. */
function wholeLines(head: Buffer): Buffer {
  const end = head.lastIndexOf('\n');
  return end < 0 ? head : head.subarray(0, end + 1);
}

async function wholeOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
