import { join, resolve } from 'node:path';
import version from '../../../package.json' with { type: 'json' };
import { openConfigs } from '../../config/configs.ts';
import type { LintConfigs } from '../../config/configs.ts';
import { companyRulesOf } from '../../config/lint-config.ts';
import type { LintConfig } from '../../config/lint-config.ts';
import { findReports } from '../../lint/find-reports.ts';
import type { FoundReports } from '../../lint/find-reports.ts';
import { loadFormat, loadSummary } from '../../lint/formats/index.ts';
import { pathFrom } from '../../lint/formats/place.ts';
import { kindByName } from '../../lint/input-kind.ts';
import { lint } from '../../lint/lint.ts';
import type { LintOutcome } from '../../lint/lint.ts';
import type { Reading } from '../../lint/read-items.ts';
import { openTiming, showTiming } from '../../lint/timing.ts';
import { startWorkers } from '../../lint/worker-pool.ts';
import { speakerOf } from '../../messages.ts';
import type { Speaker } from '../../messages.ts';
import { openRules } from '../../open-rules.ts';
import type { OpenedRules } from '../../open-rules.ts';
import { withCompanyRules } from '../../rules/company.ts';
import { openProgress } from '../../terminal/progress.ts';
import type { Progress } from '../../terminal/progress.ts';
import { cleanLine } from '../../text/clean.ts';
import { UserError } from '../../user-error.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import { openBaselineUse } from '../lint/baseline-use.ts';
import { itemsOfFiles, itemsOfStdin } from '../lint/inputs.ts';
import { readLintOptions } from '../lint/options.ts';
import type { LintOptions, Options } from '../lint/options.ts';
import { openNotes } from '../lint/notes.ts';
import type { Notes } from '../lint/notes.ts';
import { openOutput } from '../lint/output.ts';
import { withoutOwnOutput } from '../lint/own-output.ts';
import { repairFor } from '../lint/repair-use.ts';
import type { Session } from '../session.ts';
import { configFolder, languageAsked, languageFor } from '../settings.ts';

/** `plan-call lint FILES…`: judges call reports and tables of calls. What cannot be read is named and stops nothing else. */
export async function run(
  session: Session,
  options: Options,
  patterns: readonly string[],
): Promise<ExitCode> {
  const { world } = session;
  const chosen = readLintOptions(options, patterns);
  if (patterns.length === 0 && chosen.standardInput === undefined && options.printConfig === undefined)
    throw new UserError('lint.no-files');
  const rules = openRules(world.fs, world.programFolder, configFolder(world));
  if (options.printConfig !== undefined) return printConfig(options.printConfig, chosen, session, rules);
  if (!chosen.isWatching) return lintOnce(session, chosen, rules, patterns);
  const { lintAndWatch } = await import('../lint/watch.ts');
  await lintAndWatch(session, chosen, rules, patterns, (some) => lintOnce(session, chosen, rules, some));
  return EXIT.fine;
}

/** Lints everything once. */
async function lintOnce(
  session: Session,
  chosen: LintOptions,
  rules: OpenedRules,
  patterns: readonly string[],
): Promise<ExitCode> {
  const { world } = session;
  const configs = openConfigs({ fs: world.fs, cwd: world.cwd, use: chosen.config, rulebook: rules });
  const runConfig = await configs.runConfig();
  const speaking = { ...session, speaker: speakerIn(session, runConfig) };
  const found = withoutOwnOutput(await findInputs(chosen, patterns, session, configs), chosen.output, world);
  const { spoken, progress } = withProgress(speaking, found, chosen);
  const notes = openNotes(spoken);
  for (const path of found.ignored) notes.add(path, undefined, spoken.speaker.say('lint.ignored'));
  const outcome = await lintAll(found, chosen, spoken, progress, notes, configs, rules, runConfig);
  notes.finish();
  for (const { file, key, pattern } of configs.unusedPatterns(found.folders))
    spoken.note(
      spoken.speaker.say('lint-config.unused-pattern', {
        file: cleanLine(pathFrom(world.cwd, file)),
        key,
        pattern: cleanLine(pattern),
      }),
    );
  await noteUnheeded(configs, chosen, spoken);
  return exitCodeFor(outcome, chosen.maxWarnings ?? runConfig.maxWarnings, spoken);
}

/** A configuration further down may say something of the run that only the one up here can say; else it fails nothing. */
async function noteUnheeded(
  { unheeded }: LintConfigs,
  chosen: LintOptions,
  { world, speaker, note }: Session,
): Promise<void> {
  for (const { file, keys } of await unheeded()) {
    const idle = keys.filter((key) => chosen[key] === undefined);
    if (idle.length === 0) continue;
    const shown = cleanLine(pathFrom(world.cwd, file));
    note(speaker.say('lint-config.unheeded', { file: shown, keys: idle.join(', '), n: idle.length }));
  }
}

/** On a terminal a line says how far long work has come; it makes way for all that is written. */
function withProgress(
  session: Session,
  { files }: FoundReports,
  { standardInput, kind }: LintOptions,
): { spoken: Session; progress: Progress } {
  const { world, speaker } = session;
  const hasRows =
    standardInput !== undefined || files.some((path) => (kind ?? kindByName(path)) !== 'report');
  const progress = openProgress({
    output: world.stderr,
    env: world.env,
    speaker,
    unit: hasRows ? 'rows' : 'files',
    total: hasRows ? undefined : files.length,
    now: () => performance.now(),
  });
  const note = (line: string): void => {
    progress.clear();
    session.note(line);
  };
  return { spoken: { ...session, note }, progress };
}

/** The language that a configuration names comes after all that the user says herself. */
function speakerIn({ world, settings, speaker }: Session, config: LintConfig): Speaker {
  const language = languageFor(
    languageAsked(world.argv),
    { language: settings.language ?? config.language },
    world.env,
  );
  return language === speaker.language ? speaker : speakerOf(language);
}

/** The files that are meant. Their configurations are read with that, before any result is written. */
async function findInputs(
  { standardInput }: LintOptions,
  patterns: readonly string[],
  { world }: Session,
  { isIgnored }: LintConfigs,
): Promise<FoundReports> {
  if (standardInput === undefined) return findReports(world.fs, world.cwd, patterns, isIgnored);
  const path = resolve(world.cwd, standardInput);
  const isOut = await isIgnored(path, 'file');
  const named = new Set(isOut ? [] : [path]);
  return { files: [...named], named, ignored: isOut ? [path] : [], folders: [], problems: [] };
}

async function lintAll(
  found: FoundReports,
  chosen: LintOptions,
  session: Session,
  progress: Progress,
  notes: Notes,
  configs: LintConfigs,
  rules: OpenedRules,
  runConfig: LintConfig,
): Promise<LintOutcome> {
  const { world, speaker } = session;
  const { standardInput } = chosen;
  const use = openBaselineUse(chosen, runConfig.baseline, session);
  const timing = chosen.isTiming ? openTiming(() => performance.now()) : undefined;
  const base = timing === undefined ? rules.rulebook : { ...rules.rulebook, timer: timing.timer };
  const rulebookFor = remembered((config) => withCompanyRules(base, companyRulesOf(config), rules.words));
  const deskFor = remembered((config) => {
    const rulebook = rulebookFor(config);
    return {
      rulebook,
      speaker: speakerIn(session, config),
      rules: new Set(rulebook.rules.keys()),
      baseline: use?.baseline,
    };
  });
  const reading: Reading = {
    fs: world.fs,
    configFor: (path) => configs.configFor(path),
    speaker,
    note: notes.add,
    kind: chosen.kind,
    columns: chosen.columns,
    dateOrder: chosen.dateOrder,
    named: found.named,
  };
  const output = openOutput(chosen.output, session);
  let done = 0;
  const look = {
    rulebook: rulebookFor(runConfig),
    speaker,
    ink: output.ink,
    width: session.width,
    cwd: world.cwd,
    version: version.version,
    standardInput: standardInput === undefined ? undefined : resolve(world.cwd, standardInput),
  };
  try {
    const outcome = await lint({
      items:
        standardInput === undefined || found.files.length === 0
          ? itemsOfFiles(found, reading)
          : itemsOfStdin(world.stdin, world.cwd, standardInput, reading),
      judges: { rulebookFor, startPool: poolFor(chosen, session) },
      deskFor,
      baseline: use?.baseline,
      format: chosen.isSummary
        ? await loadSummary(chosen.format === 'json' ? 'json' : 'text', look)
        : await loadFormat(chosen.format, look),
      write: (text) => {
        // Results that go elsewhere are in nobody's way.
        if (text !== '' && world.stdout.isTTY === true && chosen.output === undefined) progress.clear();
        return output.write(text);
      },
      isQuiet: chosen.isQuiet,
      repair: repairFor(chosen, output.ink, session),
      exceeded: (path, row, { rule, allowed, found: count }) => {
        const values = { file: cleanLine(pathFrom(world.cwd, path)), rule, allowed, found: count };
        session.note(
          row === undefined
            ? speaker.say('baseline.exceeded', values)
            : speaker.say('baseline.exceeded-row', { ...values, row: speaker.say('lint.row', { row }) }),
        );
      },
      progress: () => progress.tick((done += 1)),
    });
    use?.finish();
    if (timing !== undefined) session.note(showTiming(timing.times(), speaker));
    return outcome;
  } finally {
    progress.end();
    output.close();
  }
}

/** The same answer for the same configuration, which is one object wherever the same holds. */
function remembered<Answer>(of: (config: LintConfig) => Answer): (config: LintConfig) => Answer {
  const known = new Map<LintConfig, Answer>();
  return (config) => {
    const answer = known.get(config) ?? of(config);
    known.set(config, answer);
    return answer;
  };
}

/** Rows that are piped in are answered as they come, so that they are judged in this thread; so is what is timed. */
function poolFor({ jobs, standardInput, fix, isTiming }: LintOptions, { world }: Session) {
  const size = Math.min(jobs ?? Infinity, world.processors());
  if (size < 2 || standardInput !== undefined || fix !== undefined || isTiming) return undefined;
  const { programFolder } = world;
  return () =>
    startWorkers(join(programFolder, 'lint-worker.cjs'), size, {
      programFolder,
      configFolder: configFolder(world),
    });
}

async function printConfig(
  file: string,
  { config: use }: LintOptions,
  session: Session,
  rulebook: OpenedRules,
): Promise<ExitCode> {
  const { world } = session;
  const configs = openConfigs({ fs: world.fs, cwd: world.cwd, use, rulebook });
  const { printedConfig } = await import('../../config/print-config.ts');
  const path = resolve(world.cwd, file);
  const config = await configs.configFor(path);
  const printed = printedConfig(config, await configs.isIgnored(path, 'file'), rulebook.rules);
  session.print(JSON.stringify(printed, undefined, 2));
  return EXIT.fine;
}

function exitCodeFor(
  { tally, warnings }: LintOutcome,
  maxWarnings: number | undefined,
  session: Session,
): ExitCode {
  if (tally.unread > 0 || tally.skipped.broken > 0) return EXIT.wrong;
  const isTooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (isTooMany)
    session.note(session.speaker.say('lint.too-many-warnings', { n: warnings, most: maxWarnings }));
  return tally.errors > 0 || isTooMany ? EXIT.refused : EXIT.fine;
}
