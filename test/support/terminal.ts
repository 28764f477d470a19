import { stripVTControlCharacters } from 'node:util';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { ROOT } from './folders.ts';
import { environment } from './program.ts';

/** The real executable on a real terminal. */
export interface Terminal {
  /** Waits until something is shown behind what was waited for last. */
  see(what: RegExp): Promise<string>;
  type(text: string): void;
  /** Types a line and presses Enter. */
  answer(text: string): void;
  /** Everything that the program has written so far, as the terminal gets it. */
  raw(): string;
  /** The exit code, once the program has ended. */
  readonly ended: Promise<number>;
}

/** Control keys as a terminal sends them. */
export const KEY = { enter: '\r', down: '\u001b[B', ctrlC: '\u0003', deleteLine: '\u0015' } as const;

/** Starts the program on a terminal of its own. */
export function openTerminal(
  folder: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  { umask = '022' }: { readonly umask?: string } = {},
): Terminal {
  const program = [process.execPath, join(ROOT, 'bin', 'plan-call.cjs')];
  const pty = spawn('/bin/sh', ['-c', `umask ${umask}; exec "$@"`, 'sh', ...program, ...argv], {
    cols: 80,
    rows: 50,
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      TERM: 'xterm-256color',
      HOME: folder,
      ...environment(folder),
      ...env,
    },
  });
  let unseen = '';
  let all = '';
  let look = (): void => undefined;
  pty.onData((data) => {
    unseen += data;
    all += data;
    look();
  });
  const ended = new Promise<number>((resolve) => pty.onExit(({ exitCode }) => resolve(exitCode)));
  return {
    ended,
    raw: () => all,
    see: (what) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`${what} was not seen in:\n${stripVTControlCharacters(unseen)}`)),
          20_000,
        );
        look = () => {
          const text = stripVTControlCharacters(unseen);
          const found = what.exec(text);
          if (found === null) return;
          clearTimeout(timer);
          look = () => undefined;
          unseen = text.slice(found.index + found[0].length);
          resolve(text);
        };
        look();
      }),
    type: (text) => pty.write(text),
    answer: (text) => pty.write(text + KEY.enter),
  };
}
