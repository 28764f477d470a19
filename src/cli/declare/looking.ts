import type { Command } from 'commander';
import type { Declaring } from './declaring.ts';

/** The commands that look at what is on file: one call, whom to call on next, how a week went. */
export function declareLooking(program: Command, { say, ends }: Declaring): void {
  program
    .command('suggest')
    .description(say('help.suggest'))
    .option('--limit <n>', say('help.limit'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/suggest.ts')));
}
