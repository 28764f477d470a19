import type { ChalkInstance } from 'chalk';
import stringWidth from 'fast-string-width';
import type { MessageKey, Speaker } from '../../messages.ts';
import { inTimeOf } from '../../review/kept.ts';
import { advancesIn } from '../../review/review.ts';
import type { Review } from '../../review/review.ts';
import { padEnd, padStart } from '../../terminal/bars.ts';
import { numbersIn } from '../../terminal/figures.ts';
import { wrap } from '../../terminal/layout.ts';
import { cleanLine } from '../../text/clean.ts';

/** The review of one rep's store. */
export interface RepReview {
  readonly name: string;
  readonly review: Review;
}

const INDENT = '  ';
const GAP = '  ';

const COLUMNS = [
  'review.column-held',
  'review.column-advances',
  'review.column-share',
  'review.column-reached',
  'review.column-in-time',
  'review.column-not-closed',
] as const satisfies readonly MessageKey[];

/** A line for each rep, in the order given: a table where it fits, else the figures with their names. */
export function teamText(
  reps: readonly RepReview[],
  { speaker, ink, width }: { readonly speaker: Speaker; readonly ink: ChalkInstance; readonly width: number },
): string {
  const titles = COLUMNS.map((key) => speaker.say(key));
  const rows = reps.map(({ name, review }) => ({
    name: cleanLine(name),
    figures: figuresOf(review, speaker),
  }));
  const nameWidth = Math.max(...rows.map(({ name }) => stringWidth(name)));
  const widths = titles.map((title, i) =>
    Math.max(stringWidth(title), ...rows.map(({ figures }) => stringWidth(figures[i] ?? ''))),
  );
  const line = (name: string, cells: readonly string[]): string =>
    INDENT + [padEnd(name, nameWidth), ...cells.map((cell, i) => padStart(cell, widths[i] ?? 0))].join(GAP);
  const heading = line('', titles);
  if (stringWidth(heading) <= width) {
    return [ink.dim(heading), ...rows.map(({ name, figures }) => line(name, figures))].join('\n');
  }
  return rows
    .flatMap(({ name, figures }) => [
      wrap(ink.bold(name), width, INDENT),
      wrap(figures.map((figure, i) => `${titles[i]} ${figure}`).join(' · '), width, '    '),
    ])
    .join('\n');
}

/** Where there is nothing to have a share of, a dash stands. */
function figuresOf(review: Review, speaker: Speaker): string[] {
  const { percent } = numbersIn(speaker.language);
  const { held } = review.statuses;
  const { reached, missed } = review.expected;
  const advances = advancesIn(review);
  const ours = inTimeOf(review.promises.us);
  const of = (n: number, whole: number): string =>
    whole === 0 ? '–' : speaker.say('review.of', { n, whole });
  return [
    String(held),
    String(advances),
    held === 0 ? '–' : percent(advances / held),
    of(reached, reached + missed),
    of(ours.n, ours.of),
    String(review.notClosed.length),
  ];
}
