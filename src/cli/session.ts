import type { ChalkInstance } from 'chalk';
import type { Occasion } from '../calls/change.ts';
import type { Speaker } from '../messages.ts';
import { spellControls } from '../text/clean.ts';
import { wallNow } from '../time/wall.ts';
import type { WallTime } from '../time/wall.ts';
import type { World } from '../world.ts';
import type { Settings } from './settings.ts';
import { dataFolder } from './settings.ts';
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
    get ink() {
      return inkFor(world.stdout, world.env);
    },
    get noteInk() {
      return inkFor(world.stderr, world.env);
    },
    get width() {
      return widthOf(world.stdout, world.env);
    },
    print: (line) => void world.stdout.write(`${spellControls(line)}\n`),
    note: (line) => void world.stderr.write(`${spellControls(line)}\n`),
  };
}

/** PLAN_CALL_NOW, a wall time such as 2026-11-25T08:00, stands in for the clock. */
function nowIn(world: World): WallTime {
  const given = world.env['PLAN_CALL_NOW'];
  if (!given) return wallNow(world.now());
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(given)) throw new UserError('error.now', { given });
  return given;
}

/** That a command changes something now. */
export function occasionOf({ now, world }: Session, command: string, because?: string): Occasion {
  return { command, at: now, now: world.now(), because };
}
