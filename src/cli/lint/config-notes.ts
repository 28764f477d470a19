import type { LintConfigs } from '../../config/configs.ts';
import { pathFrom } from '../../lint/formats/place.ts';
import { cleanLine } from '../../text/clean.ts';
import type { Session } from '../session.ts';
import type { LintOptions } from './options.ts';

/**
 * Tells of what configurations say in vain: patterns that matched nothing, and what only the run's own could say.
 * @param folders those that were linted as a whole
 */
export async function noteIdleConfig(
  configs: LintConfigs,
  folders: readonly string[],
  chosen: LintOptions,
  session: Session,
): Promise<void> {
  const { world, speaker, note } = session;
  for (const { file, key, pattern } of configs.unusedPatterns(folders))
    note(
      speaker.say('lint-config.unused-pattern', {
        file: cleanLine(pathFrom(world.cwd, file)),
        key,
        pattern: cleanLine(pattern),
      }),
    );
  await noteUnheeded(configs, chosen, session);
}

/** A configuration further down may say something of the run that only the one up here can say; else it fails nothing. */
async function noteUnheeded(
  { unheeded }: LintConfigs,
  chosen: LintOptions,
  { world, speaker, note }: Session,
): Promise<void> {
  for (const { file, keys } of await unheeded()) {
    const idle = keys.filter((key) => chosen[key] === undefined);
    if (idle.length === 0) continue;
    const shown = cleanLine(pathFrom(world.cwd, file));
    note(speaker.say('lint-config.unheeded', { file: shown, keys: idle.join(', '), n: idle.length }));
  }
}
