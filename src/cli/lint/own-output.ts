import { resolve } from 'node:path';
import type { BigIntStats } from 'node:fs';
import type { FoundReports } from '../../lint/find-reports.ts';
import { cleanLine } from '../../text/clean.ts';
import { UserError } from '../../user-error.ts';
import type { World } from '../../world.ts';

/**
 * Leaves out the file that the results go to, by `--output` or by the shell: it would be judged while it is written,
 * and rows be answered that are answers.
 * @throws UserError where that file was named to be judged; `--output` would empty it
 */
export function withoutOwnOutput(
  found: FoundReports,
  output: string | undefined,
  { fs, cwd, stdout }: Pick<World, 'fs' | 'cwd' | 'stdout'>,
): FoundReports {
  const statOf = (stat: () => BigIntStats): BigIntStats | undefined => {
    try {
      return stat();
    } catch {
      // What is not there yet was not found either.
      return undefined;
    }
  };
  const own = statOf(() =>
    output === undefined
      ? fs.fstatSync(stdout.fd ?? -1, { bigint: true })
      : fs.statSync(resolve(cwd, output), { bigint: true }),
  );
  if (own?.isFile() !== true) return found;
  const isOwn = (path: string): boolean => {
    const stat = statOf(() => fs.statSync(path, { bigint: true }));
    return stat?.dev === own.dev && stat.ino === own.ino;
  };
  const files = found.files.filter((path) => !isOwn(path));
  const named = found.files.find((path) => found.named.has(path) && !files.includes(path));
  if (named !== undefined) throw new UserError('lint.output-is-input', { file: cleanLine(named) });
  return { ...found, files };
}
