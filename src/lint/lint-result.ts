import type { Finding } from '../rules/finding.ts';

/** What came of one file: what is wrong with the report in it, or why it could not be read. */
export type LintResult =
  | {
      readonly kind: 'judged';
      readonly path: string;
      readonly source: string;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'unread'; readonly path: string; readonly problem: string };

/** Findings at error and at warning level, and files that could not be read. */
export interface LintCount {
  readonly errors: number;
  readonly warnings: number;
  readonly unread: number;
}

export function countOf(results: readonly LintResult[]): LintCount {
  let errors = 0;
  let warnings = 0;
  let unread = 0;
  for (const result of results) {
    if (result.kind === 'unread') unread += 1;
    else {
      const atError = result.findings.filter((finding) => finding.level === 'error').length;
      errors += atError;
      warnings += result.findings.length - atError;
    }
  }
  return { errors, warnings, unread };
}
