import { lineStarts } from '../../src/lint/positions.ts';
import { freshFolder } from './folders.ts';
import { run } from './program.ts';
import type { Run, Setting } from './program.ts';

/** A message as the formats json and ndjson write it. */
export interface Message {
  readonly ruleId: string | null;
  readonly severity: number;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly row?: number;
  readonly id?: string;
  readonly columnName?: string;
  readonly cellStart?: number;
  readonly cellEnd?: number;
  readonly fatal?: boolean;
}

/** A line of the format ndjson. */
export interface Answer {
  readonly file?: string;
  readonly row?: number;
  readonly id?: string | null;
  readonly verdict?: 'accept' | 'reject';
  readonly messages?: readonly Message[];
  readonly skipped?: string;
  readonly error?: string;
}

export interface Answers extends Run {
  readonly answers: readonly Answer[];
}

/** Lints in a folder as `ndjson`. */
export async function answersTo(
  cwd: string,
  argv: readonly string[],
  setting: Setting = {},
): Promise<Answers> {
  const done = await run(freshFolder(), ['lint', '--format', 'ndjson', ...argv], { cwd, ...setting });
  return { ...done, answers: jsonLines(done.stdout) };
}

export function jsonLines(text: string): Answer[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line): Answer => JSON.parse(line));
}

/** Answers as they are for standard input, which has no file. */
export function withoutFile(answers: readonly Answer[]): Answer[] {
  return answers.map((answer) => {
    const copy: Answer & { file?: string } = { ...answer };
    delete copy.file;
    return copy;
  });
}

/** What stands in a text between the places that a message names. */
export function wordsAt(text: string, { line, column, endLine, endColumn }: Message): string {
  const starts = lineStarts(text);
  const offsetOf = (atLine: number, atColumn: number): number => (starts[atLine - 1] ?? NaN) + atColumn - 1;
  return text.slice(offsetOf(line, column), offsetOf(endLine, endColumn));
}

/** What became of each row: `2✗ 3✓ 4 empty`. */
export function rowsOf(answers: readonly Answer[]): string {
  return answers
    .map(({ row, verdict, skipped, error }) => {
      if (verdict !== undefined) return `${row}${verdict === 'accept' ? '✓' : '✗'}`;
      return `${row} ${skipped ?? (error === undefined ? 'nothing' : 'broken')}`;
    })
    .join(', ');
}

/** Every message with its row, its place in the cell, and what stands at its place in the file. */
export function findingsIn(text: string, answers: readonly Answer[]): string[] {
  return answers.flatMap(({ row, messages = [] }) =>
    messages.map((message) => {
      const { ruleId, columnName, cellStart, cellEnd, line, column } = message;
      if (columnName === undefined) return `${row} ${ruleId}`;
      const words = wordsAt(text, message);
      return `${row} ${ruleId}: ${columnName} ${cellStart}–${cellEnd}, ${line}:${column} “${words}”`;
    }),
  );
}
