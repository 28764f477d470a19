import type { Command, Option, OptionValues } from 'commander';
import type { MessageKey } from '../../messages.ts';
import type { ExitCode } from '../exit.ts';
import type { Session } from '../session.ts';

/** What a command does: it is given a session, its options and its arguments, and says how it ended. */
export type Run<Options> = (
  session: Session,
  options: Options,
  words: readonly string[],
) => Promise<ExitCode> | ExitCode;

/** What a command is declared with. */
export interface Declaring {
  /** A message in the user's language. */
  readonly say: (key: MessageKey) => string;
  /** An option that is one of a few words. */
  readonly choice: (flags: string, key: MessageKey, values: readonly string[]) => Option;
  /** The values of an option that may be repeated. */
  readonly collect: (value: string, before?: readonly string[]) => string[];
  /** What to do when the command is called: load what it does, and do it. */
  readonly ends: <Options extends OptionValues>(
    load: () => Promise<{ run: Run<Options> }>,
  ) => (this: Command, ...given: unknown[]) => Promise<void>;
}
