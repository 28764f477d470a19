import type { Command } from 'commander';
import { OUTCOMES } from '../../calls/call.ts';
import { ENDS } from '../../close/draft.ts';
import type { Declaring } from './declaring.ts';

/** The command after a call. */
export function declareClosing(program: Command, { say, choice, collect, ends }: Declaring): void {
  program
    .command('close')
    .description(say('help.close'))
    .argument('[id]', say('help.close-id'))
    .addOption(choice('--status <status>', 'help.close-status', ENDS))
    .option('--because <reason>', say('help.close-because'))
    .addOption(choice('--outcome <outcome>', 'help.close-outcome', OUTCOMES))
    .addOption(choice('--reached <answer>', 'help.close-reached', ['yes', 'no']))
    .option('--covered <item>', say('help.close-covered'), collect)
    .option('--did <text>', say('help.close-did'), collect)
    .option('--kept <id>', say('help.close-kept'), collect)
    .option('--accepted <"what | day">', say('help.close-accepted'), collect)
    .option('--refused <"what | why | instead">', say('help.close-refused'), collect)
    .option('--to-answer <"what | day">', say('help.close-to-answer'), collect)
    .option('--promised <"what | day">', say('help.close-promised'), collect)
    .option('--they-promised <"what | day">', say('help.close-they-promised'), collect)
    .option('--next-step <text>', say('help.close-next-step'))
    .option('--notes <text>', say('help.close-notes'))
    .option('--signed <day>', say('help.close-signed'))
    .option('--editor', say('help.close-editor'))
    .option('--dry-run', say('help.close-dry-run'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/close.ts')));
}
