import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT, freshFolder } from '../support/folders.ts';

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

export const ACTION_TEXT = fs.readFileSync(join(ROOT, 'action.yml'), 'utf8');
export const ACTION = parse(ACTION_TEXT) as Action;

export interface ActionRun {
  readonly code: number | null;
  /** Standard output and standard error as the runner gets them. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Does a shell step of the action as the runner of GitHub Actions does: expressions are replaced, the script is written
 * to a file, and bash runs it.
 * @param actionFolder the folder that the action was fetched to
 * @param workspace the folder of the user's repository
 */
export function runStep(
  id: string,
  inputs: Readonly<Record<string, string>>,
  workspace: string,
  actionFolder: string = ROOT,
): ActionRun {
  const step = ACTION.runs.steps.find((one) => one.id === id);
  if (step?.run === undefined) throw new Error(`There is no shell step ${id}`);
  const given = (text: string): string =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
      const value = inputs[name] ?? ACTION.inputs[name]?.default;
      if (value === undefined) throw new Error(`There is no input ${name}`);
      return value;
    });
  const temporary = freshFolder();
  const script = join(temporary, 'script.sh');
  const output = join(temporary, 'output');
  fs.writeFileSync(script, given(step.run));
  fs.writeFileSync(output, '');
  const env = Object.entries(step.env ?? {}).map(([name, value]) => [name, given(value)] as const);
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', script],
    {
      cwd: join(workspace, given(step['working-directory'] ?? '.')),
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: temporary,
        GITHUB_ACTION_PATH: actionFolder,
        GITHUB_OUTPUT: output,
        RUNNER_TEMP: temporary,
        ...Object.fromEntries(env),
      },
    },
  );
  const lines = fs
    .readFileSync(output, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const outputs = lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  return {
    code: status,
    log: stdout + stderr,
    outputs: Object.fromEntries(outputs) as Record<string, string>,
  };
}

/** A folder of the action in which the program writes down its arguments, and ends as it is told to. */
export function recordingAction(code = 0, written = ''): { folder: string; arguments: () => string[] } {
  const folder = freshFolder();
  const record = join(folder, 'arguments.json');
  fs.mkdirSync(join(folder, 'bin'));
  fs.cpSync(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
  fs.writeFileSync(
    join(folder, 'bin', 'plan-call.cjs'),
    `require('node:fs').writeFileSync(${JSON.stringify(record)}, JSON.stringify(process.argv.slice(2)));
     process.stdout.write(${JSON.stringify(written)});
     process.stderr.write(${JSON.stringify(written)});
     process.exitCode = ${code};`,
  );
  return { folder, arguments: () => JSON.parse(fs.readFileSync(record, 'utf8')) as string[] };
}
