import type { Command } from 'commander';
import { STATUSES } from '../../calls/call.ts';
import { STAGES } from '../../rules/rule.ts';
import type { Declaring } from './declaring.ts';
import { addFilingOptions, addPlanOptions } from './plan-options.ts';

/** The command that plans a call, and that is meant where none is named. */
export function declareNew(program: Command, declaring: Declaring): void {
  const { say, ends } = declaring;
  const plan = program
    .command('new', { isDefault: true })
    .description(say('help.new'))
    .usage('[options]')
    .argument('[words...]');
  addPlanOptions(plan, declaring, ['when', 'until']);
  addFilingOptions(plan, declaring).action(ends(() => import('../commands/new.ts')));
}

/** The command that lists the week. */
export function declareList(program: Command, { say, choice, ends }: Declaring): void {
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
    .option('--team <folder>', say('help.list-team'))
    .addOption(choice('--format <format>', 'help.format', ['table', 'json', 'ndjson', 'csv', 'md']))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/list.ts')));
}
