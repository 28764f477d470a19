import { Command, CommanderError, Option } from 'commander';
import type { OptionValues } from 'commander';
import { CHANNELS, STATUSES } from '../calls/call.ts';
import type { MessageKey, Speaker } from '../messages.ts';
import { FORMATS } from '../lint/formats/index.ts';
import { INPUT_KINDS } from '../lint/input-kind.ts';
import { LANGUAGES, STAGES } from '../rules/rule.ts';
import { DATE_ORDERS } from '../tables/dates.ts';
import type { World } from '../world.ts';
import { EXIT } from './exit.ts';
import type { ExitCode } from './exit.ts';
import { openSession } from './session.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';
import version from '../../package.json' with { type: 'json' };
import { UserError } from '../user-error.ts';

/** What a command does: it is given a session, its arguments and its options, and says how it ended. */
type Run<Options> = (
  session: Session,
  options: Options,
  words: readonly string[],
) => Promise<ExitCode> | ExitCode;

/**
 * Reads the arguments and runs the command that they name. Every command is declared here and loaded when it is called.
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

  program
    .command('new', { isDefault: true })
    .description(say('help.new'))
    .usage('[options]')
    .argument('[words...]')
    .option('--account <name>', say('help.account'))
    .option('--contact <name>', say('help.contact'))
    .option('--when <time>', say('help.when'))
    .option('--duration <time>', say('help.duration'))
    .option('--until <time>', say('help.until'))
    .addOption(choice('--channel <channel>', 'help.channel', CHANNELS))
    .addOption(choice('--stage <stage>', 'help.stage', STAGES))
    .option('--purpose <text>', say('help.purpose'))
    .option('--benefit <text>', say('help.benefit'))
    .option('--outcome <text>', say('help.outcome'))
    .option('--agenda <item>', say('help.agenda'), collect)
    .option('--prepare <item>', say('help.prepare'), collect)
    .option('--force', say('help.force'))
    .option('--because <reason>', say('help.because'))
    .option('--dry-run', say('help.dry-run'))
    .option('--json', say('help.json'))
    .action(ends(() => import('./commands/new.ts')));

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
    .addOption(choice('--format <format>', 'help.format', ['table', 'json', 'ndjson', 'csv', 'md']))
    .option('--json', say('help.json'))
    .action(ends(() => import('./commands/list.ts')));

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
    .action(ends(() => import('./commands/check.ts')));

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
    .action(ends(() => import('./commands/lint.ts')));

  program
    .command('rules')
    .description(say('help.rules'))
    .argument('[rule]', say('help.rule'))
    .option('--test', say('help.rules-test'))
    .option('--json', say('help.json'))
    .action(ends(() => import('./commands/rules.ts')));

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
    .action(ends(() => import('./commands/teach.ts')));

  program
    .command('accounts')
    .description(say('help.accounts'))
    .option('--json', say('help.json'))
    .action(ends(() => import('./commands/accounts.ts')));

  program
    .command('promises')
    .description(say('help.promises'))
    .option('--overdue', say('help.overdue'))
    .option('--json', say('help.json'))
    .action(ends(() => import('./commands/promises.ts')));

  const promise = program.command('promise').description(say('help.promise'));
  promise
    .command('add')
    .description(say('help.promise-add'))
    .requiredOption('--account <name>', say('help.account'))
    .requiredOption('--what <text>', say('help.promise-what'))
    .requiredOption('--due <day>', say('help.promise-due'))
    .addOption(choice('--by <side>', 'help.promise-by', ['us', 'customer']))
    .option('--json', say('help.json'))
    .action(ends(() => import('./commands/promise-add.ts')));
  promise
    .command('done')
    .description(say('help.promise-done'))
    .argument('<id>', say('help.promise-id'))
    .action(ends(() => import('./commands/promise-done.ts')));
  promise
    .command('drop')
    .description(say('help.promise-drop'))
    .argument('<id>', say('help.promise-id'))
    .requiredOption('--because <reason>', say('help.promise-because'))
    .action(ends(() => import('./commands/promise-drop.ts')));

  try {
    await program.parseAsync([...world.argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw wrongUse(error);
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
function wrongUse(error: CommanderError): UserError {
  const keys: Readonly<Record<string, MessageKey>> = {
    'commander.unknownOption': 'error.unknown-option',
    'commander.unknownCommand': 'error.unknown-command',
    'commander.excessArguments': 'error.too-many-arguments',
    'commander.missingArgument': 'error.missing-argument',
    'commander.optionMissingArgument': 'error.missing-value',
    'commander.missingMandatoryOptionValue': 'error.missing-option',
    // A command that only groups others was called without one of them.
    'commander.help': 'error.missing-subcommand',
  };
  const given = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const meant = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(error.message)?.[1] ?? '';
  const key = keys[error.code];
  if (key === undefined) return new UserError('error.wrong-use', { details: error.message });
  return meant === '' ? new UserError(key, { given }) : new UserError('error.did-you-mean', { given, meant });
}
