import type { Finding } from '../rules/finding.ts';
import { judgePurpose } from '../rules/judge-purpose.ts';
import { judgeReport } from '../rules/judge-report.ts';
import type { ReportText } from '../rules/judge-report.ts';
import type { Section, Stage } from '../rules/rule.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Judged } from '../tables/call-of.ts';

/** What of a document is judged: plain data, which another thread can be given. */
export type Task = ReportTask | RowTask;

export interface ReportTask {
  readonly kind: 'report';
  readonly report: ReportText;
}

export interface RowTask {
  readonly kind: 'row';
  readonly texts: Readonly<Partial<Record<Judged, string>>>;
  /** The texts for which the table has a column: where a row leaves one of them empty, that is a finding. */
  readonly asked: readonly Judged[];
  readonly account: string | undefined;
  readonly stage: Stage | undefined;
}

/** A finding, for a row with the text that it is in; its range is one of that text, for a report one of the file. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly text?: Judged | undefined;
}

/** Judges a document. */
export function judgeTask(task: Task, rulebook: Rulebook): readonly PlacedFinding[] {
  return task.kind === 'report'
    ? judgeReport(task.report, rulebook).map((finding) => ({ finding }))
    : [...judgedPurpose(task, rulebook), ...judgedSections(task, rulebook)];
}

/** What stands in the way of comparing a row with a planned call is only what its texts are called. */
function judgedPurpose({ texts, asked, account, stage }: RowTask, rulebook: Rulebook): PlacedFinding[] {
  const { purpose } = texts;
  if (purpose === undefined) return [];
  const preparation = (['agenda', 'preparation'] as const).filter((name) => asked.includes(name));
  const findings = judgePurpose(
    {
      purpose,
      account,
      stage,
      benefit: asked.includes('benefit') ? (texts.benefit ?? '') : undefined,
      preparation: preparation.length > 0 ? preparation.flatMap((name) => texts[name] ?? []) : undefined,
    },
    rulebook,
  );
  return findings.map((finding) => ({
    finding,
    text: finding.place === 'preparation' ? preparation.at(-1) : textIn(finding.place),
  }));
}

/** The texts of a row that are judged as sections of a report are. */
const SECTIONS_IN_ROWS = ['done', 'discussion', 'requests', 'commitments', 'next'] as const;

function judgedSections({ texts, stage }: RowTask, rulebook: Rulebook): PlacedFinding[] {
  return SECTIONS_IN_ROWS.flatMap((name) => {
    const source = texts[name];
    if (source === undefined) return [];
    const sections = [{ name, heading: { start: 0, end: 0 }, blocks: [{ start: 0, end: source.length }] }];
    return judgeReport({ source, stage, sections }, rulebook).map((finding) => ({ finding, text: name }));
  });
}

function textIn(place: Section): Judged {
  return place;
}

/** How much there is to judge, in characters. */
export function sizeOf(task: Task): number {
  if (task.kind === 'report') return task.report.source.length;
  return Object.values(task.texts).reduce((sum, text) => sum + text.length, 0);
}
