import { resolve } from 'node:path';
import type { LintConfigs } from '../../config/configs.ts';
import { findReports } from '../../lint/find-reports.ts';
import type { FoundReports } from '../../lint/find-reports.ts';
import type { Session } from '../session.ts';
import type { LintOptions } from './options.ts';
import { withoutOwnOutput } from './own-output.ts';

/** The files that are meant. Their configurations are read with that, before any result is written. */
export async function findInputs(
  { standardInput, output }: LintOptions,
  patterns: readonly string[],
  { world }: Session,
  { isIgnored }: LintConfigs,
): Promise<FoundReports> {
  if (standardInput === undefined) {
    const found = await findReports(world.fs, world.cwd, patterns, isIgnored);
    return withoutOwnOutput(found, output, world);
  }
  const path = resolve(world.cwd, standardInput);
  const isOut = await isIgnored(path, 'file');
  const named = new Set(isOut ? [] : [path]);
  return { files: [...named], named, ignored: isOut ? [path] : [], folders: [], problems: [] };
}
