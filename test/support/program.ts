import * as fs from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { main } from '../../src/main.ts';
import type { World } from '../../src/world.ts';
import { ROOT } from './folders.ts';

/** A Wednesday morning in week 48. */
const NOW = '2026-11-25T08:00';

/** What came of running the program. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Setting {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Buffer;
  readonly cwd?: string;
  readonly fs?: Partial<World['fs']>;
  readonly processors?: number;
  readonly ending?: AbortSignal;
  /** Told of everything that is said beside the results, as it is said. */
  /** Stands for the editor: is told the command and the file, and returns the exit code. */
  readonly runEditor?: World['runEditor'];
  readonly onNote?: (text: string) => void;
  /** Where the program's parts lie that are not the main one. */
  readonly programFolder?: string;
}

/** The environment of a program that sees nothing of this machine but what is in a folder. */
export function environment(folder: string): Record<string, string> {
  return {
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_STATE_HOME: join(folder, 'state'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    PLAN_CALL_NOW: NOW,
    // What a newer Node compiles would be kept among the files of a test.
    NODE_DISABLE_COMPILE_CACHE: '1',
  };
}

/** Runs the whole program in this process, in a folder, and says what a user would see. */
export async function run(folder: string, argv: readonly string[], setting: Setting = {}): Promise<Run> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const [out, err] = [collect(stdout), collect(stderr)];
  stderr.on('data', (chunk: Buffer) => setting.onNote?.(chunk.toString('utf8')));
  const code = await main({
    argv,
    stdin: Readable.from([setting.stdin ?? '']),
    stdout,
    stderr,
    env: { ...environment(folder), ...setting.env },
    now: () => new Date(2026, 10, 25, 8, 0),
    timeZone: () => 'Europe/Bucharest',
    fs: { ...fs, ...setting.fs },
    cwd: setting.cwd ?? folder,
    home: folder,
    platform: 'linux',
    processors: () => setting.processors ?? 1,
    ending: setting.ending ?? new AbortController().signal,
    runEditor: setting.runEditor ?? (() => Promise.resolve(127)),
    programFolder: setting.programFolder ?? join(ROOT, 'dist'),
  });
  return { code, stdout: out(), stderr: err() };
}

function collect(stream: PassThrough): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
