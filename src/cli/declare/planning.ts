import type { Command } from 'commander';
import { CHANNELS, STATUSES } from '../../calls/call.ts';
import { STAGES } from '../../rules/rule.ts';
import type { Declaring } from './declaring.ts';

/** The commands before a call: plan it, list the week. */
export function declarePlanning(program: Command, { say, choice, collect, ends }: Declaring): void {
  program
    .command('new', { isDefault: true })
    .description(say('help.new'))
    .usage('[options]')
    .argument('[words...]')
    .option('--account <name>', say('help.account'))
    .option('--contact <name>', say('help.contact'))
    .option('--when <time>', say('help.when'))
    .option('--duration <time>', say('help.duration'))
    .option('--until <time>', say('help.until'))
    .addOption(choice('--channel <channel>', 'help.channel', CHANNELS))
    .addOption(choice('--stage <stage>', 'help.stage', STAGES))
    .option('--purpose <text>', say('help.purpose'))
    .option('--benefit <text>', say('help.benefit'))
    .option('--outcome <text>', say('help.outcome'))
    .option('--minimum <text>', say('help.minimum'))
    .option('--agenda <item>', say('help.agenda'), collect)
    .option('--prepare <item>', say('help.prepare'), collect)
    .option('--every <rhythm>', say('help.every'))
    .option('--force', say('help.force'))
    .option('--because <reason>', say('help.because'))
    .option('--dry-run', say('help.dry-run'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/new.ts')));

  program
    .command('list')
    .description(say('help.list'))
    .option('--week <week>', say('help.week'))
    .option('--from <day>', say('help.from'))
    .option('--to <day>', say('help.to'))
    .option('--account <name>', say('help.only-account'))
    .addOption(choice('--status <status>', 'help.status', STATUSES))
    .addOption(choice('--stage <stage>', 'help.only-stage', STAGES))
    .option('--all', say('help.all'))
    .addOption(choice('--format <format>', 'help.format', ['table', 'json', 'ndjson', 'csv', 'md']))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/list.ts')));
}
