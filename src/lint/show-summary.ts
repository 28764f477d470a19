import type { ChalkInstance } from 'chalk';
import stringWidth from 'fast-string-width';
import type { Speaker } from '../messages.ts';
import type { Language } from '../rules/rule.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { fit, wrap } from '../terminal/layout.ts';
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
const GAP = '  ';
const LONGEST_BAR = 30;

/** A line of a table, ready but for its bar. */
interface Row {
  readonly name: string;
  readonly percent: string;
  readonly share: number;
  readonly of: string;
}

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
    of: speaker.say('summary.of', {
      without: numbers.count(group.withoutReason),
      calls: numbers.count(group.calls),
    }),
  }));
  const more = groups.length - rows.length;
  return [
    '',
    ink.bold(speaker.say(`summary.by-${dimension}`)),
    ...linesOf(rows, width, ink),
    ...(more > 0 ? [`${INDENT}${ink.dim(speaker.say('summary.more', { count: numbers.count(more) }))}`] : []),
  ];
}

/** Names at most two fifths of the width; the bars have what is left. */
function linesOf(rows: readonly Row[], width: number, ink: ChalkInstance): string[] {
  const nameRoom = Math.max(10, Math.floor(width * 0.4));
  const fitted = rows.map((row) => ({ ...row, name: fit(row.name, nameRoom) }));
  const nameWidth = widest(fitted.map(({ name }) => name));
  const percentWidth = widest(fitted.map(({ percent }) => percent));
  const ofWidth = widest(fitted.map(({ of }) => of));
  const taken = INDENT.length + nameWidth + percentWidth + ofWidth + 3 * GAP.length;
  const barRoom = Math.min(LONGEST_BAR, width - taken);
  return fitted.map(({ name, percent, share, of }) => {
    const bar = barRoom < 1 ? [] : [barOf(share, barRoom, ink)];
    return (
      INDENT +
      [padEnd(name, nameWidth), padStart(percent, percentWidth), ...bar, padStart(of, ofWidth)].join(GAP)
    );
  });
}

/** A share that is not nothing is seen, however small. */
function barOf(share: number, room: number, ink: ChalkInstance): string {
  const filled = share === 0 ? 0 : Math.max(1, Math.round(share * room));
  return ink.red('█'.repeat(filled)) + ' '.repeat(room - filled);
}

function nameOf(dimension: Dimension, { name }: Group, { speaker, rulebook }: SummaryLook): string {
  if (name === undefined) return speaker.say('summary.unnamed');
  if (dimension === 'month') return monthName(name, speaker.language);
  if (dimension === 'rule') return rulebook.rules.get(name)?.title[speaker.language] ?? cleanLine(name);
  return cleanLine(name);
}

/** “November 2026”, “tháng 11 năm 2026”, “noiembrie 2026”. */
function monthName(month: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

function numbersIn(language: Language) {
  const whole = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return {
    count: (n: number): string => whole.format(n),
    percent: (share: number): string => percent.format(share),
  };
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => stringWidth(text)));
}

function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - stringWidth(text))) + text;
}
