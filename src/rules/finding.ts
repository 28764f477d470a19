import type { Replacement } from './replacement.ts';
import type { Level, Section } from './rule.ts';

/** What a rule found. Sentences for people are made of it elsewhere, in their language. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  /** Which text the range is in: a field of the planned call, or a section of the report. */
  readonly place: Section;
  /** Half-open range of UTF-16 offsets in that text (for a report: in the whole file); empty where something is missing. */
  readonly start: number;
  readonly end: number;
  /** The words found; empty where something is missing. */
  readonly text: string;
  /** Found by what was learned from labelled examples, not by a phrase. */
  readonly isLearned?: true;
  /** The example of the company's own that the text is like, where that decided. */
  readonly taughtBy?: string;
  /** The purpose without what is wrong with it, where that leaves a real one. */
  readonly suggestion?: string;
  /**
   * For a report: the same as a change of the file, where it is so small that it could be made for the writer. Whether
   * the report is well with it is not looked into here.
   */
  readonly replacement?: Replacement;
}

export type Verdict = 'accept' | 'reject';

/** A purpose with a finding at error level is refused. */
export function verdictOf(findings: readonly Pick<Finding, 'level'>[]): Verdict {
  return findings.some((finding) => finding.level === 'error') ? 'reject' : 'accept';
}
