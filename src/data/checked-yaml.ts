import { LineCounter, isNode, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import type * as z from 'zod';
import { errorText } from '../system-error.ts';

/** One thing that is wrong with a data file, and where. */
export interface DataProblem {
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  /** The path of keys, such as `phrases.en.3`; empty for the file as a whole. */
  readonly key: string;
  readonly problem: string;
}

/** A data file is not what it should be. The message names file, line and key of each problem. */
export class DataFileError extends Error {
  override name = 'DataFileError';
  readonly problems: readonly DataProblem[];

  constructor(problems: readonly DataProblem[]) {
    super(
      problems
        .map(({ file, line, key, problem }) => `${file}:${line}${key && ` ${key}`}: ${problem}`)
        .join('\n'),
    );
    this.problems = problems;
  }
}

/** The contents of a YAML file and a way to say in which line a key stands. */
export interface CheckedYaml<Value> {
  readonly value: Value;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** A YAML text, parsed as far as it can be; JSON is YAML, too. */
export interface OpenedYaml {
  /** The plain value; only to be relied on where there are no errors. */
  readonly value: unknown;
  readonly errors: readonly { readonly line: number; readonly problem: string }[];
  /** The line, counted from 1, in which the value at the path begins, or the nearest thing above it that exists. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

export function openYaml(text: string): OpenedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf: OpenedYaml['lineOf'] = (path) => lines.linePos(offsetOf(document, path)).line;
  const errors = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    problem: error.message.split('\n', 1)[0] ?? 'not YAML',
  }));
  if (errors.length > 0) return { value: undefined, errors, lineOf };
  try {
    return { value: document.toJS(), errors, lineOf };
  } catch (error) {
    // What `*` refers to is looked up only now: nothing, or far too much.
    return {
      value: undefined,
      errors: [{ line: lineOfAlias(document, lines), problem: errorText(error) }],
      lineOf,
    };
  }
}

/** The line of the first `*name`; a glob that begins so needs quotes in YAML. */
function lineOfAlias(document: Document, lines: LineCounter): number {
  let at = 0;
  visit(document, {
    Alias(_, { range }) {
      at = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return lines.linePos(at).line;
}

/**
 * Parses a YAML text and checks it by a schema.
 * @param file name for messages
 * @throws DataFileError naming file, line and key of everything that is wrong
 */
export function parseCheckedYaml<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): CheckedYaml<z.infer<Schema>> {
  const { value, errors, lineOf } = openYaml(text);
  if (errors.length > 0) throw new DataFileError(errors.map((error) => ({ file, key: '', ...error })));
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new DataFileError(
      result.error.issues.map((issue) => ({
        file,
        line: lineOf(issue.path),
        key: issue.path.join('.'),
        problem: issue.message,
      })),
    );
  }
  return { value: result.data, lineOf };
}

/** Where the value at the path begins, or the nearest thing above it that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
