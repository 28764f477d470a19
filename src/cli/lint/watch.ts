import { openConfigs } from '../../config/configs.ts';
import { isReportName } from '../../lint/reports-in-folder.ts';
import { changeLines, watchProblemText, watchingLine } from '../../lint/watch-lines.ts';
import { watchScope } from '../../lint/watch-scope.ts';
import { watchReports } from '../../lint/watch.ts';
import type { RulebookSource } from '../../rules/rulebook.ts';
import type { Session } from '../session.ts';
import type { LintOptions } from './options.ts';

/**
 * Lints what is named, and then again whatever changes of it, until the program is ended.
 * @param lintThese lints files, folders and globs
 */
export async function lintAndWatch(
  session: Session,
  { config }: Pick<LintOptions, 'config'>,
  rules: RulebookSource,
  patterns: readonly string[],
  lintThese: (patterns: readonly string[]) => Promise<unknown>,
): Promise<void> {
  const { world, speaker, note, noteInk: ink, width } = session;
  const look = { speaker, ink, width, cwd: world.cwd };
  const configs = openConfigs({ fs: world.fs, cwd: world.cwd, use: config, rulebook: rules });
  await watchReports({
    fs: world.fs,
    scope: await watchScope(world.fs, world.cwd, patterns, isReportName),
    isIgnored: configs.isIgnored,
    onReady: async (watched) => {
      await lintThese(patterns);
      note(watchingLine(watched, look));
    },
    onChanges: async (changes, watched) => {
      for (const line of changeLines(changes, world.now(), look)) note(line);
      const files = [...changes.added, ...changes.changed];
      if (files.length > 0) await lintThese(files);
      note(watchingLine(watched, look));
    },
    onProblem: (problem) => note(watchProblemText(problem, look)),
    signal: world.ending,
  });
}
