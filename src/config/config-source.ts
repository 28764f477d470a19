import type * as Fs from 'node:fs';
import { basename } from 'node:path';
import type { MessageKey, MessageValues } from '../messages.ts';
import { readIfThere } from '../read-if-there.ts';
import { errorText } from '../system-error.ts';
import type { ConfigProblem } from './config-error.ts';

/** The part of `node:fs` that finding and reading configurations takes. */
export type ConfigFileSystem = Pick<
  typeof Fs,
  'lstatSync' | 'readFileSync' | 'readdirSync' | 'realpathSync' | 'statSync'
>;

/** Where the configuration stands that lies in no file of its own. */
export const PACKAGE_FILE = 'package.json';
export const PACKAGE_KEY = 'plan-call';

/** A configuration file as it was read. */
export interface ConfigSource {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  /** The keys under which the configuration stands in the file. */
  readonly at: readonly string[];
}

/** Something that is wrong in a source, at a path of keys below the configuration. */
export interface SourceProblem {
  readonly source: ConfigSource;
  readonly path: readonly PropertyKey[];
  readonly message: MessageKey;
  readonly values: MessageValues;
}

/**
 * Reads a configuration file.
 * @param file absolute
 * @returns nothing where there is no such file
 * @throws UserError naming a file that is there and cannot be read
 */
export function readSource(fs: ConfigFileSystem, file: string): ConfigSource | undefined {
  const bytes = readIfThere(fs, file);
  if (bytes === undefined) return undefined;
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return { file, text, at: basename(file) === PACKAGE_FILE ? [PACKAGE_KEY] : [] };
}

/** What is at a path, links followed; nothing where there is nothing, or nothing that we may see. */
export function kindAt(fs: ConfigFileSystem, path: string): 'file' | 'folder' | undefined {
  try {
    const stat = fs.statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : undefined;
  } catch {
    return undefined;
  }
}

/** The configuration in a source as a plain value, or what is wrong with the text. */
export async function valueIn(
  source: ConfigSource,
): Promise<{ value: unknown } | { problem: ConfigProblem }> {
  if (/\.ya?ml$/i.test(source.file)) {
    const { openYaml } = await import('../data/checked-yaml.ts');
    const { value, errors } = openYaml(source.text);
    const [error] = errors;
    // An empty file, or one of comments, says nothing.
    if (error === undefined) return { value: value ?? {} };
    const name = /^Unresolved alias .*: (.+)$/.exec(error.problem)?.[1];
    return {
      problem:
        name === undefined
          ? syntaxProblem(source, error.line, 'lint-config.not-yaml', error.problem)
          : syntaxProblem(source, error.line, 'lint-config.yaml-quotes', `*${name}`),
    };
  }
  try {
    const whole: unknown = JSON.parse(source.text);
    return { value: source.at.reduce(valueUnder, whole) };
  } catch (error) {
    const details = errorText(error);
    return {
      problem: syntaxProblem(source, syntaxLine(source.text, details), 'lint-config.not-json', details),
    };
  }
}

function valueUnder(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([k]) => k === key)?.[1]
    : undefined;
}

function syntaxProblem(
  source: ConfigSource,
  line: number,
  message: MessageKey,
  details: string,
): ConfigProblem {
  return { file: source.file, line, key: '', message, values: { details } };
}

/** Node says at which character the text is no JSON any more, or that it ends too soon. */
function syntaxLine(text: string, details: string): number {
  const position = /position (\d+)/.exec(details)?.[1];
  const before = position === undefined ? text : text.slice(0, Number(position));
  return before.split('\n').length;
}

/** The problems with the lines that their keys stand in; only here is a JSON file read for its lines. */
export async function withLines(problems: readonly SourceProblem[]): Promise<ConfigProblem[]> {
  const { openYaml } = await import('../data/checked-yaml.ts');
  const opened = new Map<ConfigSource, ReturnType<typeof openYaml>['lineOf']>();
  return problems.map(({ source, path, message, values }) => {
    const lineOf = opened.get(source) ?? openYaml(source.text).lineOf;
    opened.set(source, lineOf);
    const whole = [...source.at, ...path];
    return { file: source.file, line: lineOf(whole), key: whole.map(String).join('.'), message, values };
  });
}
