import type { ChalkInstance } from 'chalk';
import { cleanLine } from '../text/clean.ts';

/** Lines around what changes. */
const CONTEXT = 2;

/**
 * What fixes would change in a file, as a unified diff, coloured and safe to show on a terminal; empty where nothing
 * changes. Line ends are shown as such, whatever they are in the file.
 * @param path as it is to be shown
 */
export async function diffOf(
  path: string,
  before: string,
  after: string,
  ink: ChalkInstance,
): Promise<string> {
  if (before === after) return '';
  const { createTwoFilesPatch, OMIT_HEADERS } = await import('diff');
  const name = cleanLine(path);
  // The library would write every letter with a mark as a number in the name.
  const patch = createTwoFilesPatch(name, name, shown(before), shown(after), undefined, undefined, {
    context: CONTEXT,
    headerOptions: OMIT_HEADERS,
  });
  return [
    ink.bold(`--- ${name}`),
    ink.bold(`+++ ${name}`),
    ...patch
      .trimEnd()
      .split('\n')
      .map((line) => inked(line, ink)),
  ].join('\n');
}

/** Lines that end with LF, without what a terminal would obey. */
function shown(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map(cleanLine)
    .join('\n');
}

function inked(line: string, ink: ChalkInstance): string {
  if (line.startsWith('@@')) return ink.cyan(line);
  if (line.startsWith('-')) return ink.red(line);
  return line.startsWith('+') ? ink.green(line) : line;
}
