import type { Section } from '../rules/rule.ts';
import type { Range } from '../text/range.ts';

/** What a report says of its call besides the text: the keys of its front matter. */
export const FIELDS = ['account', 'contact', 'owner', 'date', 'channel', 'stage', 'language'] as const;
export type Field = (typeof FIELDS)[number];

/** A value as it was written, without its quotation marks; the range is where it stands. */
export interface ReportField extends Range {
  readonly value: string;
}

export type ReportFields = Readonly<Partial<Record<Field, ReportField>>>;

export interface ReportSection {
  readonly name: Section;
  /** The words of the heading; empty, at the place where the text begins, when the text has no heading. */
  readonly heading: Range;
  /** Paragraphs and list items (without their bullets) in order, each without the space around it. */
  readonly blocks: readonly Range[];
}

/**
 * What the reader of a report should know about how it was read:
 * - `no-front-matter`: nothing says whose call it was
 * - `bad-front-matter`: the front matter is no YAML, or is never closed; what can be read of it was read
 * - `no-sections`: no heading is known, so that the whole text was taken for a discussion
 * - `unknown-heading`: the text below this heading was left out
 * - `unclosed-code`: code begins here and never ends, so that the rest was left out
 * - `unknown-stage`, `unknown-language`: the value is none that we know
 * - `empty`: there is no text at all
 */
export type NoteKind =
  | 'no-front-matter'
  | 'bad-front-matter'
  | 'no-sections'
  | 'unknown-heading'
  | 'unclosed-code'
  | 'unknown-stage'
  | 'unknown-language'
  | 'empty';

export interface ReportNote extends Range {
  readonly kind: NoteKind;
  /** The words in the range: the heading, the value; empty where something is missing. */
  readonly text: string;
}

/** A call report, cut up. Nothing is changed in the source: everything else are ranges in it. */
export interface Report {
  readonly source: string;
  readonly fields: ReportFields;
  readonly sections: readonly ReportSection[];
  /** Where the text begins, behind the front matter. */
  readonly body: number;
  /** The HTML comments in the text, from `<!--` to `-->`, in order; what stands in code is none. */
  readonly comments: readonly Range[];
  /** In the order of the source. */
  readonly notes: readonly ReportNote[];
}
