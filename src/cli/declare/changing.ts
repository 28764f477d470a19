import type { Command } from 'commander';
import type { Declaring } from './declaring.ts';
import { addFilingOptions, addPlanOptions } from './plan-options.ts';

/** The commands that change a planned call, take changes back, and tell them. */
export function declareChanging(program: Command, declaring: Declaring): void {
  const { say, ends } = declaring;

  const edit = program.command('edit').description(say('help.edit')).argument('[id]', say('help.call-id'));
  addPlanOptions(edit, declaring, []).option('--editor', say('help.editor'));
  addFilingOptions(edit, declaring).action(ends(() => import('../commands/edit.ts')));

  const copy = program
    .command('copy')
    .description(say('help.copy'))
    .argument('[id]', say('help.call-id'))
    .argument('[when...]', say('help.copy-when'));
  addPlanOptions(copy, declaring, ['until']);
  addFilingOptions(copy, declaring).action(ends(() => import('../commands/copy.ts')));

  program
    .command('move')
    .description(say('help.move'))
    .argument('[id]', say('help.call-id'))
    .argument('[when...]', say('help.move-when'))
    .option('--because <reason>', say('help.move-because'))
    .option('--duration <time>', say('help.duration'))
    .option('--dry-run', say('help.dry-run-change'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/move.ts')));

  program
    .command('cancel')
    .description(say('help.cancel'))
    .argument('[id]', say('help.call-id'))
    .option('--because <reason>', say('help.cancel-because'))
    .option('--dry-run', say('help.dry-run-change'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/cancel.ts')));

  program
    .command('undo')
    .description(say('help.undo'))
    .option('--dry-run', say('help.dry-run-change'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/undo.ts')));

  program
    .command('redo')
    .description(say('help.redo'))
    .option('--dry-run', say('help.dry-run-change'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/redo.ts')));

  program
    .command('history')
    .description(say('help.history'))
    .argument('[name...]', say('help.history-what'))
    .option('--json', say('help.json'))
    .action(ends(() => import('../commands/history.ts')));
}
