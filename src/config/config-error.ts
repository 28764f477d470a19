import type { MessageKey, MessageValues, Speaker } from '../messages.ts';
import { cleanLine } from '../text/clean.ts';

/** One thing that is wrong with a configuration file, or with a rule file that it names. */
export interface ConfigProblem {
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  /** The path of keys, such as `overrides.0.files`; empty for the file as a whole. */
  readonly key: string;
  readonly message: MessageKey;
  readonly values: MessageValues;
}

/** A configuration is not what it should be: the user can put it right. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ file, line, key, message }) => `${file}:${line} ${key} ${message}`).join('\n'));
    this.problems = problems;
  }
}

/** All problems, one a line, each with file, line and key. */
export function sayProblems({ problems }: ConfigError, speaker: Speaker): string {
  return problems
    .map(({ file, line, key, message, values }) =>
      cleanLine(`${file}:${line}${key && ` ${key}`}: ${speaker.say(message, values)}`),
    )
    .join('\n');
}
