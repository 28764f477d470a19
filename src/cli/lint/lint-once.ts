import { resolve } from 'node:path';
import version from '../../../package.json' with { type: 'json' };
import { openConfigs } from '../../config/configs.ts';
import type { LintConfigs } from '../../config/configs.ts';
import type { LintConfig } from '../../config/lint-config.ts';
import type { Exceeded } from '../../lint/baseline.ts';
import type { FoundReports } from '../../lint/find-reports.ts';
import { loadFormat, loadSummary } from '../../lint/formats/index.ts';
import { pathFrom } from '../../lint/formats/place.ts';
import { lint } from '../../lint/lint.ts';
import type { LintOutcome } from '../../lint/lint.ts';
import { openTiming, showTiming } from '../../lint/timing.ts';
import type { OpenedRules } from '../../open-rules.ts';
import type { Progress } from '../../terminal/progress.ts';
import { cleanLine } from '../../text/clean.ts';
import { EXIT } from '../exit.ts';
import type { ExitCode } from '../exit.ts';
import type { Session } from '../session.ts';
import { openBaselineUse } from './baseline-use.ts';
import { noteIdleConfig } from './config-notes.ts';
import { openDesks } from './desks.ts';
import { findInputs } from './find-inputs.ts';
import { itemsOfFiles, itemsOfStdin } from './inputs.ts';
import { openNotes } from './notes.ts';
import type { Notes } from './notes.ts';
import type { LintOptions } from './options.ts';
import { openOutput } from './output.ts';
import { poolFor } from './pool-use.ts';
import { withProgress } from './progress-use.ts';
import { repairFor } from './repair-use.ts';
import { speakerIn } from './speaking.ts';

/** Lints everything once: finds it, judges it, writes what comes of it, and tells what there is to tell besides. */
export async function lintOnce(
  silent: Session,
  chosen: LintOptions,
  rules: OpenedRules,
  patterns: readonly string[],
): Promise<ExitCode> {
  const { world } = silent;
  const configs = openConfigs({ fs: world.fs, cwd: world.cwd, use: chosen.config, rulebook: rules });
  const runConfig = await configs.runConfig();
  const found = await findInputs(chosen, patterns, silent, configs);
  const speaking = { ...silent, speaker: speakerIn(silent, runConfig) };
  const { session, progress } = withProgress(speaking, found, chosen);
  const notes = openNotes(session);
  for (const path of found.ignored) notes.add(path, undefined, session.speaker.say('lint.ignored'));
  const outcome = await lintFound(found, { chosen, session, progress, notes, configs, rules, runConfig });
  notes.finish();
  await noteIdleConfig(configs, found.folders, chosen, session);
  return exitCodeFor(outcome, chosen.maxWarnings ?? runConfig.maxWarnings, session);
}

/** What a run has besides its files. */
interface Run {
  readonly chosen: LintOptions;
  readonly session: Session;
  readonly progress: Progress;
  readonly notes: Notes;
  readonly configs: LintConfigs;
  readonly rules: OpenedRules;
  readonly runConfig: LintConfig;
}

async function lintFound(found: FoundReports, run: Run): Promise<LintOutcome> {
  const { chosen, session, progress, notes, configs, rules, runConfig } = run;
  const { world, speaker } = session;
  const { standardInput } = chosen;
  const use = openBaselineUse(chosen, runConfig.baseline, session);
  const timing = chosen.isTiming ? openTiming(() => performance.now()) : undefined;
  const { rulebookFor, deskFor } = openDesks(rules, timing?.timer, use?.baseline, session);
  const reading = {
    fs: world.fs,
    configFor: (path: string) => configs.configFor(path),
    speaker,
    note: notes.add,
    kind: chosen.kind,
    columns: chosen.columns,
    dateOrder: chosen.dateOrder,
    named: found.named,
  };
  const output = openOutput(chosen.output, session);
  const look = {
    rulebook: rulebookFor(runConfig),
    speaker,
    ink: output.ink,
    width: session.width,
    cwd: world.cwd,
    version: version.version,
    standardInput: standardInput === undefined ? undefined : resolve(world.cwd, standardInput),
  };
  // Results that go elsewhere are in nobody's way.
  const isShared = chosen.output === undefined && world.stdout.isTTY === true;
  let done = 0;
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
        if (text !== '' && isShared) progress.clear();
        return output.write(text);
      },
      isQuiet: chosen.isQuiet,
      repair: repairFor(chosen, output.ink, session),
      exceeded: (path, row, exceeded) => noteExceeded(path, row, exceeded, session),
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

function noteExceeded(
  path: string,
  row: number | undefined,
  { rule, allowed, found }: Exceeded,
  { world, speaker, note }: Session,
): void {
  const values = { file: cleanLine(pathFrom(world.cwd, path)), rule, allowed, found };
  note(
    row === undefined
      ? speaker.say('baseline.exceeded', values)
      : speaker.say('baseline.exceeded-row', { ...values, row: speaker.say('lint.row', { row }) }),
  );
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
