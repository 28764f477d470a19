import type { Command } from 'commander';
import { FORMATS } from '../../lint/formats/index.ts';
import { INPUT_KINDS } from '../../lint/input-kind.ts';
import { STAGES } from '../../rules/rule.ts';
import { DATE_ORDERS } from '../../tables/date-order.ts';
import type { Declaring } from './declaring.ts';

/** The commands that judge texts, and what they judge by. */
export function declareJudging(program: Command, { say, choice, collect, ends }: Declaring): void {
  program
    .command('check')
    .description(say('help.check'))
    .argument('[text...]', say('help.check-text'))
    .addOption(choice('--stage <stage>', 'help.stage', STAGES))
    .option('--benefit <text>', say('help.benefit'))
    .option('--prepare <item>', say('help.prepare'), collect)
    .option('--explain', say('help.explain'))
    .option('--ndjson', say('help.ndjson'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/check.ts')));

  program
    .command('lint')
    .description(say('help.lint'))
    .argument('[files...]', say('help.lint-files'))
    .addOption(choice('--format <format>', 'help.format', FORMATS))
    .option('--output <file>', say('help.output'))
    .option('--summary', say('help.summary'))
    .option('--quiet', say('help.quiet'))
    .option('--max-warnings <number>', say('help.max-warnings'))
    .option('--config <file>', say('help.config'))
    .option('--no-config', say('help.no-config'))
    .option('--print-config <file>', say('help.print-config'))
    .option('--baseline <file>', say('help.baseline'))
    .option('--update-baseline', say('help.update-baseline'))
    .option('--prune-baseline', say('help.prune-baseline'))
    .option('--fix', say('help.fix'))
    .option('--fix-dry-run', say('help.fix-dry-run'))
    .option('--stdin', say('help.stdin'))
    .option('--stdin-filename <name>', say('help.stdin-filename'))
    .addOption(choice('--as <kind>', 'help.as', INPUT_KINDS))
    .option('--map <field=column>', say('help.map'), collect)
    .addOption(choice('--date-order <order>', 'help.date-order', DATE_ORDERS))
    .option('--jobs <number>', say('help.jobs'))
    .option('--timing', say('help.timing'))
    .option('--watch', say('help.watch'))
    .action(ends(() => import('../commands/lint.ts')));

  program
    .command('rules')
    .description(say('help.rules'))
    .argument('[rule]', say('help.rule'))
    .option('--test', say('help.rules-test'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/rules.ts')));

  program
    .command('teach')
    .description(say('help.teach'))
    .option('--rule <id>', say('help.rule'))
    .option('--fires <text>', say('help.teach-fires'), collect)
    .option('--passes <text>', say('help.teach-passes'), collect)
    .option('--phrase <phrase>', say('help.teach-phrase'), collect)
    .addOption(choice('--stage <stage>', 'help.teach-stage', STAGES))
    .option('--from <file>', say('help.teach-from'))
    .option('--forget <text>', say('help.teach-forget'))
    .option('--take-up <number>', say('help.teach-take-up'))
    .option('--set-aside <number>', say('help.teach-set-aside'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/teach.ts')));
}
