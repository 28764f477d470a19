import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, freshFolder } from './folders.ts';
import { environment, run } from './program.ts';
import type { Run, Setting } from './program.ts';

/** A report that nothing is to be said against, with a purpose of one's own. */
export function report(purpose: string): string {
  const clean = fs.readFileSync(join(ROOT, 'test', 'fixtures', 'reports', 'clean.md'), 'utf8');
  return clean.replace('Get sign-off on drawing C.', purpose);
}

/** What a message of `--format json` says, as far as tests look at it. */
export interface ToldMessage {
  readonly ruleId: string | null;
  readonly severity: number;
  readonly message: string;
  readonly line: number;
  readonly row?: number;
  readonly fix?: { readonly range: readonly [number, number]; readonly text: string };
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
}
export interface ToldFile {
  readonly filePath: string;
  readonly messages: readonly ToldMessage[];
  readonly suppressedMessages?: readonly ToldMessage[];
}

/** A folder with files to lint, and the program in it. */
export interface LintFolder {
  readonly at: (path: string) => string;
  readonly write: (path: string, content: unknown) => void;
  readonly read: (path: string) => string;
  /** Runs `plan-call lint`; paths in what it says are seen from the folder. */
  readonly lint: (argv: readonly string[], setting?: Setting) => Promise<Run>;
  /** The same as JSON. */
  readonly results: (argv: readonly string[], setting?: Setting) => Promise<readonly ToldFile[]>;
  /** The messages of all files as `name line rule`, for a row `name row rule`; errors with `!`. */
  readonly told: (argv: readonly string[], setting?: Setting) => Promise<readonly string[]>;
  /** The same as `lint` by the real executable. */
  readonly execute: (argv: readonly string[], input?: string) => Run;
}

/** @param files texts and bytes as they are, anything else as JSON */
export function lintFolder(files: Readonly<Record<string, unknown>>): LintFolder {
  const folder = fs.realpathSync(freshFolder());
  const home = fs.realpathSync(freshFolder());
  const at = (path: string): string => join(folder, path);
  const write = (path: string, content: unknown): void => {
    fs.mkdirSync(dirname(at(path)), { recursive: true });
    const isText = typeof content === 'string' || content instanceof Uint8Array;
    fs.writeFileSync(at(path), isText ? content : JSON.stringify(content, undefined, 2));
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  const fromHere = ({ code, stdout, stderr }: Run): Run => ({
    code,
    stdout: stdout.replaceAll(`${folder}/`, ''),
    stderr: stderr.replaceAll(`${folder}/`, ''),
  });
  const lint = async (argv: readonly string[], setting: Setting = {}): Promise<Run> =>
    fromHere(await run(home, ['lint', ...argv], { cwd: folder, ...setting }));
  const results = async (argv: readonly string[], setting?: Setting): Promise<readonly ToldFile[]> =>
    JSON.parse((await lint(['--format', 'json', ...argv], setting)).stdout);
  return {
    at,
    write,
    read: (path) => fs.readFileSync(at(path), 'utf8'),
    lint,
    results,
    told: async (argv, setting) =>
      (await results(argv, setting)).flatMap(({ filePath, messages }) =>
        messages.map(
          ({ ruleId, line, row, severity }) =>
            `${filePath} ${row ?? line} ${ruleId}${severity === 2 ? '!' : ''}`,
        ),
      ),
    execute(argv, input = '') {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(ROOT, 'bin', 'plan-call.cjs'), 'lint', ...argv],
        {
          cwd: folder,
          input,
          encoding: 'utf8',
          maxBuffer: 1 << 26,
          env: { PATH: process.env['PATH'] ?? '', HOME: home, ...environment(home) },
        },
      );
      return fromHere({ code: status ?? -1, stdout, stderr });
    },
  };
}
