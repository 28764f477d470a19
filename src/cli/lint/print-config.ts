import { resolve } from 'node:path';
import { openConfigs } from '../../config/configs.ts';
import { printedConfig } from '../../config/print-config.ts';
import type { OpenedRules } from '../../open-rules.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import type { Session } from '../session.ts';
import type { LintOptions } from './options.ts';

/** Shows what holds for a file that is to be linted. */
export async function printConfig(
  file: string,
  { config: use }: Pick<LintOptions, 'config'>,
  session: Session,
  rulebook: OpenedRules,
): Promise<ExitCode> {
  const { world } = session;
  const configs = openConfigs({ fs: world.fs, cwd: world.cwd, use, rulebook });
  const path = resolve(world.cwd, file);
  const config = await configs.configFor(path);
  const printed = printedConfig(config, await configs.isIgnored(path, 'file'), rulebook.rules);
  session.print(JSON.stringify(printed, undefined, 2));
  return EXIT.fine;
}
