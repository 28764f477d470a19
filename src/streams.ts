import { once } from 'node:events';
import type { Input, Output } from './world.ts';

/** A text in pieces of any length. */
export type Chunks = AsyncIterable<string> | Iterable<string>;

/** What a stream of UTF-8 has to say, as it comes, in pieces that do not end within a character. */
export async function* textOf(input: Input): AsyncGenerator<string> {
  input.setEncoding('utf8');
  for await (const chunk of input) yield String(chunk);
}

/** Everything that a stream has to say, as one text. */
export async function readAll(input: Input): Promise<string> {
  let text = '';
  for await (const piece of textOf(input)) text += piece;
  return text;
}

/** The text in bytes of UTF-8, which may be cut within a character; a byte order mark stays. */
export async function* decodedUtf8(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const block of blocks) yield decoder.decode(block, { stream: true });
  yield decoder.decode();
}

/** The lines of a text, one at a time, without their line ends (LF or CRLF); a last line need not have one. */
export async function* linesOf(pieces: Chunks): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    rest += piece;
    // A long line is looked through only when it is whole.
    if (!piece.includes('\n')) continue;
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}

/** Writes many short texts. */
export interface Writer {
  /** Waits where the reader is slower than we are, so that nothing piles up in memory. */
  write(text: string): Promise<void>;
  /** Hands over what has not been yet. */
  flush(): void;
}

/** So many characters at most are gathered. */
const MOST_GATHERED = 1 << 14;

/**
 * Writes to a stream, of short texts many at once, which takes a fifth of the time. What is gathered goes out as soon as
 * there is nothing else to do: whoever waits for an answer before asking on gets it. On a terminal every text is shown at
 * once, because other things are written there, too.
 */
export function writerTo(output: Output): Writer {
  const most = output.isTTY === true ? 0 : MOST_GATHERED;
  let gathered = '';
  let isPlanned = false;
  const flush = (): boolean => {
    const text = gathered;
    gathered = '';
    return text === '' || output.write(text);
  };
  return {
    async write(text) {
      if (text === '') return;
      gathered += text;
      if (gathered.length >= most) {
        if (!flush()) await once(output, 'drain');
      } else if (!isPlanned) {
        isPlanned = true;
        setImmediate(() => {
          isPlanned = false;
          flush();
        });
      }
    },
    flush: () => void flush(),
  };
}
