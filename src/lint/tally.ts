import type { JudgedDocument, Skipped, Tally } from './document.ts';

/** Nothing judged, nothing found. */
export const NOTHING: Tally = {
  judged: 0,
  errors: 0,
  warnings: 0,
  suppressed: 0,
  unread: 0,
  skipped: { empty: 0, broken: 0, header: 0 },
};

/** A file that could not be read. */
export const UNREAD: Tally = { ...NOTHING, unread: 1 };

export function withDocument(tally: Tally, { messages, suppressed }: JudgedDocument): Tally {
  const errors = messages.reduce((sum, { level }) => sum + (level === 'error' ? 1 : 0), 0);
  return {
    ...tally,
    judged: tally.judged + 1,
    errors: tally.errors + errors,
    warnings: tally.warnings + messages.length - errors,
    suppressed: tally.suppressed + suppressed.length,
  };
}

export function withSkipped(tally: Tally, why: Skipped): Tally {
  return { ...tally, skipped: { ...tally.skipped, [why]: tally.skipped[why] + 1 } };
}

export function sumOf(a: Tally, b: Tally): Tally {
  return {
    judged: a.judged + b.judged,
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    suppressed: a.suppressed + b.suppressed,
    unread: a.unread + b.unread,
    skipped: {
      empty: a.skipped.empty + b.skipped.empty,
      broken: a.skipped.broken + b.skipped.broken,
      header: a.skipped.header + b.skipped.header,
    },
  };
}
