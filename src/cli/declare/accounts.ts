import type { Command } from 'commander';
import type { Declaring } from './declaring.ts';

/** The commands about accounts, and what is promised to them and by them. */
export function declareAccounts(program: Command, { say, choice, ends }: Declaring): void {
  program
    .command('accounts')
    .description(say('help.accounts'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/accounts.ts')));

  program
    .command('promises')
    .description(say('help.promises'))
    .option('--overdue', say('help.overdue'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/promises.ts')));

  const promise = program.command('promise').description(say('help.promise'));
  promise
    .command('add')
    .description(say('help.promise-add'))
    .requiredOption('--account <name>', say('help.account'))
    .requiredOption('--what <text>', say('help.promise-what'))
    .requiredOption('--due <day>', say('help.promise-due'))
    .addOption(choice('--by <side>', 'help.promise-by', ['us', 'customer']))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/promise-add.ts')));
  promise
    .command('done')
    .description(say('help.promise-done'))
    .argument('<id>', say('help.promise-id'))
    .action(ends(() => import('../commands/promise-done.ts')));
  promise
    .command('drop')
    .description(say('help.promise-drop'))
    .argument('<id>', say('help.promise-id'))
    .requiredOption('--because <reason>', say('help.promise-because'))
    .action(ends(() => import('../commands/promise-drop.ts')));
}
