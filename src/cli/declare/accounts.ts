import type { Command } from 'commander';
import { PROMISERS } from '../../calls/promise.ts';
import { STAGES } from '../../rules/rule.ts';
import type { Declaring } from './declaring.ts';

/** The commands about accounts, and what is promised to them and by them. */
export function declareAccounts(program: Command, declaring: Declaring): void {
  const { say, ends } = declaring;
  program
    .command('accounts')
    .description(say('help.accounts'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/accounts.ts')));
  declareAccount(program.command('account').description(say('help.account-group')), declaring);
  declarePromises(program, declaring);
}

function declareAccount(account: Command, { say, choice, collect, ends }: Declaring): void {
  account
    .command('show')
    .description(say('help.account-show'))
    .argument('[name...]', say('help.account-name'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/account-show.ts')));
  account
    .command('edit')
    .description(say('help.account-edit'))
    .argument('[name...]', say('help.account-name'))
    .addOption(choice('--stage <stage>', 'help.stage', STAGES))
    .option('--signed <day>', say('help.account-signed'))
    .option('--contact <contact>', say('help.account-contact'), collect)
    .option('--remove-contact <name>', say('help.account-remove-contact'), collect)
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/account-edit.ts')));
  account
    .command('rename')
    .description(say('help.account-rename'))
    .argument('[names...]', say('help.account-names'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/account-rename.ts')));
  account
    .command('merge')
    .description(say('help.account-merge'))
    .argument('[names...]', say('help.account-merged'))
    .option('--yes', say('help.yes'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/account-merge.ts')));
}

function declarePromises(program: Command, { say, choice, ends }: Declaring): void {
  program
    .command('promises')
    .description(say('help.promises'))
    .option('--overdue', say('help.overdue'))
    .option('--account <name>', say('help.only-account'))
    .addOption(choice('--by <side>', 'help.promises-by', PROMISERS))
    .option('--all', say('help.promises-all'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/promises.ts')));

  const promise = program.command('promise').description(say('help.promise'));
  promise
    .command('add')
    .description(say('help.promise-add'))
    .option('--account <name>', say('help.account'))
    .option('--what <text>', say('help.promise-what'))
    .option('--due <day>', say('help.promise-due'))
    .addOption(choice('--by <side>', 'help.promise-by', PROMISERS))
    .option('--call <id>', say('help.promise-call'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/promise-add.ts')));
  promise
    .command('done')
    .description(say('help.promise-done'))
    .argument('[id]', say('help.promise-id'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/promise-done.ts')));
  promise
    .command('drop')
    .description(say('help.promise-drop'))
    .argument('[id]', say('help.promise-id'))
    .option('--because <reason>', say('help.promise-because'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/promise-drop.ts')));
}
