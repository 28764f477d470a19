import type { Speaker } from '../messages.ts';
import type { Output, World } from '../world.ts';
import { widthOf } from './ink.ts';
import { cut } from './layout.ts';

/** A line that says how far long work has come, and is gone when the work is done. */
export interface Progress {
  /** So many are done. Cheap enough to be called for every row. */
  readonly tick: (done: number) => void;
  /** Takes the line away, before anything else is written to the terminal; a later `tick` brings it back. */
  readonly clear: () => void;
  /** Takes the line away for good. */
  readonly end: () => void;
}

export interface ProgressSetting {
  /** Where the line is shown if it is a terminal: standard error. */
  readonly output: Output;
  readonly env: World['env'];
  readonly speaker: Speaker;
  /** What is counted. */
  readonly unit: 'files' | 'rows';
  /** How many there are, where this is known. */
  readonly total?: number | undefined;
  /** Milliseconds that have passed since some moment; never runs backwards. */
  readonly now: () => number;
}

/** Work that takes less, in milliseconds, needs no line. */
const PATIENCE = 1000;
/** Between two looks of the line, in milliseconds. */
const PAUSE = 200;
const ERASE_LINE = '\r\u001b[2K';

const SILENT: Progress = { tick: () => undefined, clear: () => undefined, end: () => undefined };

/** Begins to count the time of the work. Without a terminal, on one that cannot erase, and in CI nothing is ever shown. */
export function openProgress(setting: ProgressSetting): Progress {
  const { output, env, now } = setting;
  if (output.isTTY !== true || env['TERM'] === 'dumb' || isInCi(env)) return SILENT;
  const textOf = progressTexts(setting);
  let due = now() + PATIENCE;
  let isShown = false;
  const clear = (): void => {
    if (isShown) output.write(ERASE_LINE);
    isShown = false;
  };
  return {
    tick(done) {
      const time = now();
      if (time < due) return;
      due = time + PAUSE;
      // A character in the last column makes some terminals begin a new line, which is not erased.
      output.write(ERASE_LINE + cut(textOf(done), Math.max(0, widthOf(output, env) - 1)));
      isShown = true;
    },
    clear,
    end() {
      clear();
      due = Infinity;
    },
  };
}

/** Services that build and test say so by this; `false` is what people set to be treated as at home. */
function isInCi(env: World['env']): boolean {
  return !['', '0', 'false'].includes(env['CI']?.toLowerCase() ?? '');
}

/** “1,234 of 5,000 files”, “12,000 rows”. */
function progressTexts({ speaker, unit, total }: ProgressSetting): (done: number) => string {
  const numbers = new Intl.NumberFormat(speaker.language);
  return (done) =>
    total === undefined
      ? speaker.say(`progress.${unit}`, { n: done, done: numbers.format(done) })
      : speaker.say(`progress.${unit}-of`, {
          n: total,
          done: numbers.format(done),
          total: numbers.format(total),
        });
}
