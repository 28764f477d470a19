import type { Command } from 'commander';
import { CHANNELS } from '../../calls/call.ts';
import { STAGES } from '../../rules/rule.ts';
import type { Declaring } from './declaring.ts';

/**
 * The options that say what a planned call is to be.
 * @param times those among them that say when, where it is not said otherwise
 */
export function addPlanOptions(
  command: Command,
  { say, choice, collect }: Declaring,
  times: readonly ('when' | 'until')[],
): Command {
  command.option('--account <name>', say('help.account')).option('--contact <name>', say('help.contact'));
  if (times.includes('when')) command.option('--when <time>', say('help.when'));
  command.option('--duration <time>', say('help.duration'));
  if (times.includes('until')) command.option('--until <time>', say('help.until'));
  return command
    .addOption(choice('--channel <channel>', 'help.channel', CHANNELS))
    .addOption(choice('--stage <stage>', 'help.stage', STAGES))
    .option('--purpose <text>', say('help.purpose'))
    .option('--benefit <text>', say('help.benefit'))
    .option('--outcome <text>', say('help.outcome'))
    .option('--minimum <text>', say('help.minimum'))
    .option('--agenda <item>', say('help.agenda'), collect)
    .option('--prepare <item>', say('help.prepare'), collect)
    .option('--every <rhythm>', say('help.every'));
}

/** The options that say what becomes of a call that was judged. */
export function addFilingOptions(command: Command, { say }: Declaring): Command {
  return command
    .option('--force', say('help.force'))
    .option('--because <reason>', say('help.because'))
    .option('--dry-run', say('help.dry-run'))
    .option('--json', say('help.json'));
}
