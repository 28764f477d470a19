import type { Command } from 'commander';
import { declareAccounts } from './accounts.ts';
import { declareChanging } from './changing.ts';
import { declareClosing } from './closing.ts';
import type { Declaring } from './declaring.ts';
import { declareJudging } from './judging.ts';
import { declareLooking } from './looking.ts';
import { declareList, declareNew } from './planning.ts';

/** Commands that are declared together. */
export interface Family {
  readonly commands: readonly string[];
  readonly declare: (program: Command, declaring: Declaring) => void;
}

/** In the order in which the help lists them. */
export const FAMILIES: readonly Family[] = [
  { commands: ['new'], declare: declareNew },
  { commands: ['list'], declare: declareList },
  { commands: ['edit', 'copy', 'move', 'cancel', 'undo', 'redo', 'history'], declare: declareChanging },
  { commands: ['show', 'suggest', 'review'], declare: declareLooking },
  { commands: ['close'], declare: declareClosing },
  { commands: ['check', 'lint', 'rules', 'teach'], declare: declareJudging },
  { commands: ['accounts', 'account', 'promises', 'promise'], declare: declareAccounts },
];

/** Options of the program itself that are followed by a value. */
const WITH_VALUE = ['--data', '--lang'];

/**
 * The families to declare for what was typed. To declare every command takes longer than to list a week, so where the
 * first word is a command only its family is declared; for anything else (help, a slip of the finger, options of the
 * command that need not be named) all of them.
 */
export function familiesFor(argv: readonly string[]): readonly Family[] {
  let at = 0;
  while (WITH_VALUE.some((option) => argv[at] === option || argv[at]?.startsWith(`${option}=`))) {
    at += WITH_VALUE.includes(argv[at] ?? '') ? 2 : 1;
  }
  const word = argv[at];
  if (word === '--version' || word === '-V') return [];
  const family = FAMILIES.find(({ commands }) => commands.includes(word ?? 'new'));
  return family === undefined ? FAMILIES : [family];
}
