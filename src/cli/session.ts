import { join } from 'node:path';
import type { ChalkInstance } from 'chalk';
import type { Speaker } from '../messages.ts';
import { openModel } from '../model/model.ts';
import type { Model, ModelInfo } from '../model/model.ts';
import { openRulebook } from '../rules/rulebook.ts';
import type { Rulebook, RulebookData } from '../rules/rulebook.ts';
import { openTaught } from '../rules/taught.ts';
import { readTaught } from '../taught/taught-file.ts';
import { wallNow } from '../time/wall.ts';
import type { WallTime } from '../time/wall.ts';
import type { World } from '../world.ts';
import type { Settings } from './settings.ts';
import { configFolder, dataFolder } from './settings.ts';
import { inkFor, widthOf } from '../terminal/ink.ts';
import { UserError } from '../user-error.ts';

/** What every command works with. */
export interface Session {
  readonly world: World;
  readonly settings: Settings;
  readonly speaker: Speaker;
  /** The folder of the store, named by option, environment, configuration or platform. */
  readonly dataFolder: string;
  /** The wall time at which the command was called. */
  readonly now: WallTime;
  /** Colours for results, and for what is said beside them. */
  readonly ink: ChalkInstance;
  readonly noteInk: ChalkInstance;
  /** Columns of the stream that results go to. */
  readonly width: number;
  /** Writes a line of results. */
  readonly print: (line: string) => void;
  /** Writes a line that is no result: a warning, a hint, a path. */
  readonly note: (line: string) => void;
}

export function openSession(
  world: World,
  settings: Settings,
  speaker: Speaker,
  data: string | undefined,
): Session {
  return {
    world,
    settings,
    speaker,
    dataFolder: dataFolder(data, settings, world),
    now: nowIn(world),
    ink: inkFor(world.stdout, world.env),
    noteInk: inkFor(world.stderr, world.env),
    width: widthOf(world.stdout, world.env),
    print: (line) => void world.stdout.write(`${line}\n`),
    note: (line) => void world.stderr.write(`${line}\n`),
  };
}

/** PLAN_CALL_NOW, a wall time such as 2026-11-25T08:00, stands in for the clock. */
function nowIn(world: World): WallTime {
  const given = world.env['PLAN_CALL_NOW'];
  if (!given) return wallNow(world.now());
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(given)) throw new UserError('error.now', { given });
  return given;
}

/** The rules as they were prepared when the program was built. */
export function readRules(world: World): RulebookData {
  // Written by the build from data that was checked then, so it is not checked again.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(
    world.fs.readFileSync(join(world.programFolder, 'rulebook.json'), 'utf8'),
  ) as RulebookData;
}

/** What was learned in training; read with the rules, when something is to be judged. */
function readModel({ fs, programFolder }: World): Model {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const info = JSON.parse(fs.readFileSync(join(programFolder, 'model.json'), 'utf8')) as ModelInfo;
  return openModel(info, fs.readFileSync(join(programFolder, 'vectors.bin')));
}

/**
 * Everything to judge with: the rules, what was learned in training, and what the company has taught.
 * @throws UserError naming file and line of what was taught and cannot be read
 */
export function loadRulebook(world: World): Rulebook {
  const rules = readRules(world);
  const rows = readTaught(world.fs, configFolder(world));
  const taught =
    rows.length === 0
      ? undefined
      : openTaught(
          rows.flatMap((row) =>
            row.kind === 'phrase' ? [{ owner: row.rule, language: row.language, text: row.text }] : [],
          ),
          rows.flatMap((row) => (row.kind === 'example' ? [row] : [])),
          rules.words,
        );
  return openRulebook(rules, readModel(world), taught);
}
