import type { JudgedDocument } from './document.ts';

/** What calls are counted by. */
export const DIMENSIONS = ['rep', 'account', 'month', 'rule'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Calls, and those of them that have no real reason: a message at error level. */
export interface Share {
  readonly calls: number;
  readonly withoutReason: number;
  /** From 0 to 1; 0 where there are no calls. */
  readonly share: number;
}

export interface Group extends Share {
  /** A rep, an account, a month such as `2026-11`, the id of a rule; nothing for calls that do not say. */
  readonly name: string | undefined;
}

/** Highest share first, then most calls without a reason. For a rule, `calls` are all that were judged. */
export interface SummaryCounts extends Share {
  readonly by: Readonly<Record<Dimension, readonly Group[]>>;
}

/** Counts calls as they are judged. Memory grows with reps, accounts, months and rules, not with calls. */
export interface Summary {
  readonly add: (document: JudgedDocument) => void;
  readonly counts: () => SummaryCounts;
}

interface Count {
  readonly name: string | undefined;
  calls: number;
  withoutReason: number;
}
type Counts = Map<string | undefined, Count>;

export function openSummary(): Summary {
  const whole: Count = { name: undefined, calls: 0, withoutReason: 0 };
  const reps: Counts = new Map();
  const accounts: Counts = new Map();
  const months: Counts = new Map();
  const rules = new Map<string, number>();

  return {
    add({ about, messages }) {
      const broken = new Set(messages.filter(({ level }) => level === 'error').map(({ rule }) => rule));
      const isWithout = broken.size > 0;
      for (const count of [
        whole,
        countOf(reps, about.owner),
        countOf(accounts, about.account),
        countOf(months, monthOf(about.date)),
      ]) {
        count.calls += 1;
        if (isWithout) count.withoutReason += 1;
      }
      for (const rule of broken) rules.set(rule, (rules.get(rule) ?? 0) + 1);
    },
    counts: () => ({
      ...shareOf(whole),
      by: {
        rep: sorted(reps.values()),
        account: sorted(accounts.values()),
        month: sorted(months.values()),
        rule: sorted([...rules].map(([name, withoutReason]) => ({ ...whole, name, withoutReason }))),
      },
    }),
  };
}

/** The same name counts as one however it is typed; the first way is kept. */
function countOf(counts: Counts, given: string | undefined): Count {
  const name = given?.normalize('NFC').trim().replace(/\s+/g, ' ') || undefined;
  const key = name?.toLowerCase();
  const known = counts.get(key);
  if (known !== undefined) return known;
  const count = { name, calls: 0, withoutReason: 0 };
  counts.set(key, count);
  return count;
}

function monthOf(date: string | undefined): string | undefined {
  return /^\d{4}-(?:0[1-9]|1[0-2])(?=-)/.exec(date ?? '')?.[0];
}

function shareOf({ calls, withoutReason }: Count): Share {
  return { calls, withoutReason, share: calls === 0 ? 0 : withoutReason / calls };
}

function sorted(counts: Iterable<Count>): Group[] {
  return [...counts]
    .map((count) => ({ name: count.name, ...shareOf(count) }))
    .toSorted(
      (a, b) =>
        b.share - a.share || b.withoutReason - a.withoutReason || compare(a.name ?? LAST, b.name ?? LAST),
    );
}

/** Behind every name. */
const LAST = '\uffff';

/** By code units, so that the order is the same everywhere. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
