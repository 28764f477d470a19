import { Recent } from '../recent.ts';
import type { Finding } from '../rules/finding.ts';
import { judgePurpose } from '../rules/judge-purpose.ts';
import { judgeReport } from '../rules/judge-report.ts';
import type { ReportText } from '../rules/judge-report.ts';
import { isAccountInFront } from '../rules/lead-in.ts';
import type { Stage } from '../rules/rule.ts';
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
  if (task.kind === 'row') return [...judgedPurpose(task, rulebook), ...judgedSections(task, rulebook)];
  memoryOf(rulebook).size += task.report.source.length;
  return judgeReport(task.report, rulebook).map((finding) => ({ finding }));
}

/** The purpose as that of a planned call, with what the table has columns for. */
function judgedPurpose({ texts, asked, account, stage }: RowTask, rulebook: Rulebook): PlacedFinding[] {
  const { purpose } = texts;
  if (purpose === undefined) return [];
  const preparing = (['agenda', 'preparation'] as const).filter((name) => asked.includes(name));
  const call = {
    purpose,
    // Nearly always the name does not stand in front of the purpose, and then the same purpose is judged the same.
    account: account !== undefined && isAccountInFront(purpose, account) ? account : undefined,
    stage,
    benefit: asked.includes('benefit') ? (texts.benefit ?? '') : undefined,
    preparation: preparing.length > 0 ? preparing.flatMap((name) => texts[name] ?? []) : undefined,
  };
  return remembered(rulebook, JSON.stringify(call), () => judgePurpose(call, rulebook)).map((finding) => ({
    finding,
    text: finding.place === 'preparation' ? preparing.at(-1) : finding.place,
  }));
}

/** The texts of a row that are judged as sections of a report are. */
const SECTIONS_IN_ROWS = ['done', 'discussion', 'requests', 'commitments', 'next'] as const;

function judgedSections({ texts, stage }: RowTask, rulebook: Rulebook): PlacedFinding[] {
  return SECTIONS_IN_ROWS.flatMap((name) => {
    const source = texts[name];
    if (source === undefined) return [];
    const sections = [{ name, heading: { start: 0, end: 0 }, blocks: [{ start: 0, end: source.length }] }];
    const report = { source, stage, sections };
    return remembered(rulebook, JSON.stringify([name, stage, source]), () =>
      judgeReport(report, rulebook),
    ).map((finding) => ({ finding, text: name }));
  });
}

/** So many judgements at least are remembered; an export says the same in very many rows. */
const MOST_REMEMBERED = 5000;
/** A longer text is hardly ever said twice. */
const LONGEST_REMEMBERED = 300;

/** What was judged by a rulebook. */
interface Memory {
  readonly findings: Recent<string, readonly Finding[]>;
  /** Of all texts that were judged and not remembered, in characters. */
  size: number;
}

const memories = new WeakMap<Rulebook, Memory>();

function memoryOf(rulebook: Rulebook): Memory {
  const memory = memories.get(rulebook) ?? {
    findings: new Recent<string, readonly Finding[]>(MOST_REMEMBERED),
    size: 0,
  };
  memories.set(rulebook, memory);
  return memory;
}

/** @param what all that the judgement depends on, as text */
function remembered(rulebook: Rulebook, what: string, judge: () => readonly Finding[]): readonly Finding[] {
  const memory = memoryOf(rulebook);
  const before = memory.findings.get(what);
  if (before !== undefined) return before;
  memory.size += what.length;
  const found = judge();
  if (what.length > LONGEST_REMEMBERED) return found;
  memory.findings.set(what, found);
  return found;
}

/** How many characters have been judged by a rulebook, without those of texts that were judged before. */
export function judgedBy(rulebook: Rulebook): number {
  return memoryOf(rulebook).size;
}
