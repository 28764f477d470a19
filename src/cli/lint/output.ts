import { resolve } from 'node:path';
import { Chalk } from 'chalk';
import type { ChalkInstance } from 'chalk';
import { writerTo } from '../../streams.ts';
import { errorText } from '../../system-error.ts';
import { cleanLine } from '../../text/clean.ts';
import { UserError } from '../../user-error.ts';
import type { Session } from '../session.ts';

/** Where results go. */
export interface ResultOutput {
  readonly ink: ChalkInstance;
  readonly write: (text: string) => Promise<void>;
  readonly close: () => void;
}

/**
 * Results go to standard output, or to a file, without colours.
 * @throws UserError where the file cannot be written
 */
export function openOutput(file: string | undefined, { world, ink }: Session): ResultOutput {
  const { fs, cwd, stdout } = world;
  if (file === undefined) {
    const writer = writerTo(stdout);
    return { ink, write: (text) => writer.write(text), close: () => writer.flush() };
  }
  const path = resolve(cwd, file);
  const orRefuse = <Result>(act: () => Result): Result => {
    try {
      return act();
    } catch (error) {
      throw new UserError('lint.output', { file: cleanLine(path), detail: errorText(error) });
    }
  };
  const descriptor = orRefuse(() => fs.openSync(path, 'w'));
  return {
    ink: new Chalk({ level: 0 }),
    write: async (text) => {
      orRefuse(() => fs.writeFileSync(descriptor, text));
    },
    close: () => fs.closeSync(descriptor),
  };
}
