import { isAbsolute, relative, sep } from 'node:path';
import type { Speaker } from '../../messages.ts';
import { fit } from '../../terminal/layout.ts';
import { cleanLine } from '../../text/clean.ts';
import type { JudgedDocument, LintMessage } from '../document.ts';

/** Columns of a table's column name; a longer one would push the message away. */
const NAME_COLUMNS = 40;

/** A path as seen from the working folder; the name of standard input stays what it is. */
export function pathFrom(cwd: string, path: string): string {
  return isAbsolute(path) ? relative(cwd, path) || path : path;
}

/**
 * A path as programs name it that know the project's folder: from the working folder with `/`, or nothing where the
 * file does not lie in it.
 */
export function pathInside(cwd: string, path: string): string | undefined {
  const shown = pathFrom(cwd, path);
  const parts = shown.split(sep);
  return parts[0] === '..' || isAbsolute(shown) ? undefined : parts.join('/');
}

/** A function of a path that keeps its last answer: the documents of a file come one after the other. */
export function perFile<Answer>(of: (path: string) => Answer): (path: string) => Answer {
  let last: { readonly path: string; readonly answer: Answer } | undefined;
  return (path) => {
    if (last?.path !== path) last = { path, answer: of(path) };
    return last.answer;
  };
}

/** Where a message is, for people: `7:1` in a report, `row 12, column “Subject”` in a table. */
export function placeOf({ row }: JudgedDocument, { from, cell }: LintMessage, speaker: Speaker): string {
  if (row === undefined) return `${from.line}:${from.column}`;
  if (cell === undefined) return speaker.say('lint.row', { row });
  return speaker.say('lint.row-column', { row, column: fit(cleanLine(cell.column), NAME_COLUMNS) });
}

/** The words that a message is about, as far as they stand in its first line; empty where something is missing. */
export function wordsOf({ excerpt }: LintMessage): string {
  return excerpt === undefined ? '' : excerpt.text.slice(excerpt.start, excerpt.end);
}
