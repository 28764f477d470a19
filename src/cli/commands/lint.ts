import { loadMessages } from '../../messages.ts';
import { openRules } from '../../open-rules.ts';
import { LANGUAGES } from '../../rules/rule.ts';
import { UserError } from '../../user-error.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { lintOnce } from '../lint/lint-once.ts';
import { readLintOptions } from '../lint/options.ts';
import type { Options } from '../lint/options.ts';
import type { Session } from '../session.ts';
import { configFolder } from '../settings.ts';

/** `plan-call lint FILES…`: judges call reports and tables of calls. What cannot be read is named and stops nothing else. */
export async function run(
  session: Session,
  options: Options,
  patterns: readonly string[],
): Promise<ExitCode> {
  const { world } = session;
  const chosen = readLintOptions(options, patterns);
  // A configuration, and a report, may have a language of their own.
  await loadMessages(LANGUAGES);
  const rules = openRules(world.fs, world.programFolder, configFolder(world));
  if (options.printConfig !== undefined) {
    const { printConfig } = await import('../lint/print-config.ts');
    return printConfig(options.printConfig, chosen, session, rules);
  }
  if (patterns.length === 0 && chosen.standardInput === undefined) throw new UserError('lint.no-files');
  if (!chosen.isWatching) return lintOnce(session, chosen, rules, patterns);
  const { lintAndWatch } = await import('../lint/watch.ts');
  await lintAndWatch(session, chosen, rules, patterns, (some) => lintOnce(session, chosen, rules, some));
  return EXIT.fine;
}
