import { Command, CommanderError, Option } from 'commander';
import type { OptionValues } from 'commander';
import type { MessageKey, Speaker } from '../messages.ts';
import { LANGUAGES } from '../rules/rule.ts';
import type { World } from '../world.ts';
import type { Run } from './declare/declaring.ts';
import { familiesFor } from './declare/families.ts';
import { EXIT } from './exit.ts';
import type { ExitCode } from './exit.ts';
import { openSession } from './session.ts';
import type { Settings } from './settings.ts';
import version from '../../package.json' with { type: 'json' };
import { UserError } from '../user-error.ts';

/**
 * Reads the arguments and runs the command that they name. Every command is declared in `declare/` and loaded when it
 * is called.
 * @throws UserError for wrong use
 */
export async function runProgram(world: World, settings: Settings, speaker: Speaker): Promise<ExitCode> {
  let outcome: ExitCode = EXIT.fine;
  const say = (key: MessageKey): string => speaker.say(key);
  const program = new Command('plan-call');

  const ends = <Options extends OptionValues>(load: () => Promise<{ run: Run<Options> }>) =>
    async function (this: Command, ...given: unknown[]): Promise<void> {
      const { run } = await load();
      const { data } = program.opts<{ data?: string }>();
      const words = given.flat().filter((word) => typeof word === 'string');
      outcome = await run(openSession(world, settings, speaker, data), this.opts<Options>(), words);
    };

  const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];
  const choice = (flags: string, key: MessageKey, values: readonly string[]): Option =>
    new Option(flags, `${say(key)} (${values.join(', ')})`);

  program
    .description(say('help.program'))
    .version(version.version, '-V, --version', say('help.version'))
    .helpOption('-h, --help', say('help.help'))
    .helpCommand('help [command]', say('help.help-command'))
    .option('--data <folder>', say('help.data'))
    .option('--lang <language>', `${say('help.lang')} (${LANGUAGES.join(', ')})`)
    .addHelpText('after', `\n${say('help.after')}`)
    .configureHelp({ styleTitle: (title) => titleIn(speaker, title) })
    .configureOutput({
      writeOut: (text) => void world.stdout.write(text),
      writeErr: () => undefined,
      getOutHelpWidth: () => world.stdout.columns ?? 80,
    })
    .exitOverride();

  const declaring = { say, choice, collect, ends };
  for (const { declare } of familiesFor(world.argv)) declare(program, declaring);

  try {
    await program.parseAsync([...world.argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw wrongUse(error, program);
  }
  return outcome;
}

/** Commander's own words for the parts of its help, in the user's language. */
function titleIn(speaker: Speaker, title: string): string {
  const keys: Readonly<Record<string, MessageKey>> = {
    'Usage:': 'help.title.usage',
    'Arguments:': 'help.title.arguments',
    'Options:': 'help.title.options',
    'Commands:': 'help.title.commands',
    'Global Options:': 'help.title.global-options',
  };
  const key = keys[title];
  return key === undefined ? title : speaker.say(key);
}

/** What commander complains about, said in the user's language; the thing complained about is quoted in its message. */
function wrongUse(error: CommanderError, program: Command): UserError {
  // A command that only groups others was called without one of them.
  if (error.code === 'commander.help') return missingSubcommand(program);
  const keys: Readonly<Record<string, MessageKey>> = {
    'commander.unknownOption': 'error.unknown-option',
    'commander.unknownCommand': 'error.unknown-command',
    'commander.excessArguments': 'error.too-many-arguments',
    'commander.missingArgument': 'error.missing-argument',
    'commander.optionMissingArgument': 'error.missing-value',
  };
  const given = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const meant = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(error.message)?.[1] ?? '';
  const key = keys[error.code];
  if (key === undefined) return new UserError('error.wrong-use', { details: error.message });
  return meant === '' ? new UserError(key, { given }) : new UserError('error.did-you-mean', { given, meant });
}

function missingSubcommand(program: Command): UserError {
  const [name = ''] = program.args;
  const group = program.commands.find((command) => command.name() === name);
  const choices = (group?.commands ?? []).map((command) => command.name()).join(' | ');
  return new UserError('error.missing-subcommand', { command: name, choices });
}
