import type { Contender, Environment } from './measure.ts';
import type { Texts } from './texts.ts';

/** What rows are measured with. */
export interface Bench {
  /** For what is written; gone afterwards. */
  readonly folder: string;
  readonly texts: Texts;
  readonly env: Environment;
  /** The Node that everything is run with. */
  readonly node: string;
  /** Small sizes and few rounds: to see whether it runs, not how fast. */
  readonly isQuick: boolean;
  /** Our program with some arguments. */
  readonly program: (...words: string[]) => Contender;
  /** Node with a script. */
  readonly script: (code: string, ...words: string[]) => Contender;
  /** Says on standard error what is done or left out. */
  readonly note: (text: string) => void;
}

/** A line of the table. */
export interface Figure {
  /** What was done, with how much. */
  readonly work: string;
  /** How often. */
  readonly runs: number;
  readonly ours: string;
  /** What it is held against. */
  readonly against: string;
  readonly ratio?: number;
  readonly goal: string;
  readonly isMet?: boolean;
}

/** A group of figures that can be asked for by its name. */
export interface Row {
  readonly name: string;
  measure(bench: Bench): readonly Figure[];
}

/**
 * Two times as a line of the table.
 * @param times in ms
 * @param goal so many times the other at most
 */
export function ratioFigure(
  work: string,
  runs: number,
  [ours, other]: readonly [ours: number, other: number],
  against: string,
  goal: number,
): Figure {
  const ratio = ours / other;
  const shown = goal < 1 ? `≤ 1/${Math.round(1 / goal)}` : `≤ ${goal}`;
  return {
    work,
    runs,
    ours: shownTime(ours),
    against: `${against}: ${shownTime(other)}`,
    ratio,
    goal: `${shown} ×`,
    isMet: ratio <= goal,
  };
}

function shownTime(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
