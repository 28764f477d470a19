import type { ChalkInstance } from 'chalk';
import type { Speaker } from '../messages.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { barTable } from '../terminal/bars.ts';
import { monthName, numbersIn } from '../terminal/figures.ts';
import { wrap } from '../terminal/layout.ts';
import { cleanLine } from '../text/clean.ts';
import { DIMENSIONS } from './summary.ts';
import type { Dimension, Group, SummaryCounts } from './summary.ts';

/** What a summary is shown with. */
export interface SummaryLook {
  readonly rulebook: Rulebook;
  readonly speaker: Speaker;
  readonly ink: ChalkInstance;
  /** Columns. */
  readonly width: number;
  /** Lines of each table. */
  readonly most?: number;
}

const MOST = 10;
const INDENT = '  ';

/**
 * How many calls have no real reason, and a table each by rep, account, month and rule, the highest shares first. What
 * no call says anything of is left out.
 */
export function showSummary(counts: SummaryCounts, look: SummaryLook): string {
  const { speaker, ink, width } = look;
  if (counts.calls === 0) return speaker.say('summary.none');
  const numbers = numbersIn(speaker.language);
  const title = speaker.say('summary.title', {
    n: counts.calls,
    calls: numbers.count(counts.calls),
    without: numbers.count(counts.withoutReason),
    share: numbers.percent(counts.share),
  });
  return [
    wrap(ink.bold(title), width),
    ...DIMENSIONS.flatMap((dimension) => {
      const groups = counts.by[dimension];
      return groups.some(({ name }) => name !== undefined) ? table(dimension, groups, look) : [];
    }),
  ].join('\n');
}

/** The counts as a plain object for JSON; what calls do not say is null. */
export function summaryObject({ by, ...whole }: SummaryCounts) {
  const named = (groups: readonly Group[]) => groups.map((group) => ({ ...group, name: group.name ?? null }));
  return {
    ...whole,
    by: {
      rep: named(by.rep),
      account: named(by.account),
      month: named(by.month),
      rule: named(by.rule),
    },
  };
}

function table(dimension: Dimension, groups: readonly Group[], look: SummaryLook): string[] {
  const { speaker, ink, width, most = MOST } = look;
  const numbers = numbersIn(speaker.language);
  const rows = groups.slice(0, most).map((group) => ({
    name: nameOf(dimension, group, look),
    percent: numbers.percent(group.share),
    share: group.share,
    figure: speaker.say('summary.of', {
      without: numbers.count(group.withoutReason),
      calls: numbers.count(group.calls),
    }),
  }));
  const more = groups.length - rows.length;
  return [
    '',
    ink.bold(speaker.say(`summary.by-${dimension}`)),
    ...barTable(rows, width, ink.red),
    ...(more > 0 ? [`${INDENT}${ink.dim(speaker.say('summary.more', { count: numbers.count(more) }))}`] : []),
  ];
}

function nameOf(dimension: Dimension, { name }: Group, { speaker, rulebook }: SummaryLook): string {
  if (name === undefined) return speaker.say('summary.unnamed');
  if (dimension === 'month') return monthName(name, speaker.language);
  if (dimension === 'rule') return rulebook.rules.get(name)?.title[speaker.language] ?? cleanLine(name);
  return cleanLine(name);
}
