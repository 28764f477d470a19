import type { Command } from 'commander';
import type { Declaring } from './declaring.ts';

/** The commands that look at what is on file: one call, whom to call on next, how a week went. */
export function declareLooking(program: Command, { say, choice, ends }: Declaring): void {
  program
    .command('show')
    .description(say('help.show'))
    .argument('[id]', say('help.show-id'))
    .addOption(choice('--format <format>', 'help.format', ['text', 'md', 'json']))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/show.ts')));

  program
    .command('suggest')
    .description(say('help.suggest'))
    .option('--limit <n>', say('help.limit'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/suggest.ts')));

  program
    .command('review')
    .description(say('help.review'))
    .option('--week <week>', say('help.week'))
    .option('--month <month>', say('help.month'))
    .option('--team <folder>', say('help.team'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/review.ts')));
}
