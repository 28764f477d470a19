/**
 * `unreadable`: the system does not hand it over · `not-json`: not a JSON object · `conflict-markers`: a merge was left
 * half done · `invalid`: a field is wrong, or the file is in the wrong place · `newer-schema`: only a newer plan-call
 * understands it.
 */
export type ProblemKind = 'unreadable' | 'not-json' | 'conflict-markers' | 'invalid' | 'newer-schema';

/** A file or folder that could not be taken in. It is left alone. */
export interface Problem {
  readonly path: string;
  readonly problem: ProblemKind;
  /** What is wrong, in plain English, one line. */
  readonly detail: string;
}
