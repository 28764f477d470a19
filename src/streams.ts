import { once } from 'node:events';
import type { Input, Output } from './world.ts';

/** Everything that a stream has to say, as one text. */
export async function readAll(input: Input): Promise<string> {
  input.setEncoding('utf8');
  let text = '';
  for await (const chunk of input) text += String(chunk);
  return text;
}

/** The lines of a stream, one at a time, without their line ends; a last line need not have one. */
export function linesOf(input: Input): AsyncGenerator<string> {
  input.setEncoding('utf8');
  return linesIn(input);
}

/** The same of pieces of UTF-8, which may end in the middle of a character. */
export async function* linesIn(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const piece of pieces) {
    const text = typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** Writes a text and waits where the reader is slower than we are, so that nothing piles up in memory. */
export async function write(output: Output, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}
