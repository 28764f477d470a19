import type { Speaker } from '../messages.ts';
import { applyLevels } from '../rules/levels.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { BaselineRun, Exceeded } from './baseline.ts';
import type { Fix, JudgedDocument, LintMessage, SuppressedMessage } from './document.ts';
import { fixesFor } from './fix.ts';
import type { ReportItem, RowItem } from './item.ts';
import { lineStarts, positionAt } from './positions.ts';
import { reportMessages } from './report-messages.ts';
import { rowMessage } from './row-messages.ts';
import { applySuppressions, suppressionsIn } from './suppressions.ts';
import type { SuppressionProblem } from './suppression-problem.ts';
import type { PlacedFinding } from './task.ts';

/** What findings are made a document with. */
export interface Desk {
  readonly rulebook: Rulebook;
  readonly speaker: Speaker;
  /** Every rule there is, which comments may name. */
  readonly rules: ReadonlySet<string>;
  readonly baseline: NamedBaseline | undefined;
}

/** A baseline, and what it calls files. */
export interface NamedBaseline extends BaselineRun {
  readonly nameOf: (path: string) => string;
}

/** A document, and what is to be told of it besides. */
export interface MadeDocument {
  readonly document: JudgedDocument;
  /** The rules of which the baseline lets fewer pass than there are. */
  readonly exceeded: readonly Exceeded[];
}

/**
 * Makes a document of what was found in a report or a row: at the levels that are configured, without what comments
 * suppress, without what the baseline knows.
 */
export function documentOf(
  item: ReportItem | RowItem,
  found: readonly PlacedFinding[],
  desk: Desk,
): MadeDocument {
  return item.kind === 'report' ? reportDocument(item, found, desk) : rowDocument(item, found, desk);
}

function reportDocument(item: ReportItem, found: readonly PlacedFinding[], desk: Desk): MadeDocument {
  const { path, about, report, task } = item;
  const { rulebook, speaker } = desk;
  const { kept, suppressed, problems } = standing(item, found, desk);
  const { held, known, exceeded } = hold(path, undefined, kept, desk);
  const fixes = fixesFor(task.report, held, rulebook);
  const say = (findings: typeof kept): LintMessage[] =>
    reportMessages(report.source, findings, rulebook, speaker);
  const messages = say(held).map((message, i) => {
    const offered = fixes.find(({ finding }) => finding === held[i]);
    return offered === undefined ? message : { ...message, fix: offered.fix };
  });
  const ofComments = suppressed.map(({ finding }) => finding);
  return {
    exceeded,
    document: {
      path,
      about,
      language: speaker.language,
      messages: inOrderOfText([...messages, ...problemMessages(problems, report.source, desk)]),
      suppressed: [
        ...say(ofComments).map((message, i) =>
          suppressedBy(message, { kind: 'comment', reason: suppressed[i]?.reason ?? '' }),
        ),
        ...say(known).map((message) => suppressedBy(message, { kind: 'baseline' })),
      ],
    },
  };
}

/** What can be repaired in a report, whatever the baseline lets pass; what the writer stands by in a comment is not. */
export function fixesOf(item: ReportItem, found: readonly PlacedFinding[], desk: Desk): readonly Fix[] {
  const { kept } = standing(item, found, desk);
  return fixesFor(item.task.report, kept, desk.rulebook).map(({ fix }) => fix);
}

/** What was found in a report at the levels that are configured, and what its comments make of that. */
function standing({ config, report }: ReportItem, found: readonly PlacedFinding[], { rules }: Desk) {
  const findings = found.map(({ finding }) => finding);
  return applySuppressions(applyLevels(findings, config.levels), suppressionsIn(report, rules));
}

function rowDocument(item: RowItem, found: readonly PlacedFinding[], desk: Desk): MadeDocument {
  const { path, about, row, id, config } = item;
  const levelled = found.flatMap((placed) =>
    applyLevels([placed.finding], config.levels).map((finding) => ({
      ...placed,
      finding,
      rule: finding.rule,
    })),
  );
  const key = id ?? row.cells.map(({ text }) => text).join('\n');
  const { held, known, exceeded } = hold(path, key, levelled, desk);
  const say = (placed: PlacedFinding): LintMessage => rowMessage(placed, item, desk.rulebook, desk.speaker);
  return {
    exceeded,
    document: {
      path,
      row: row.number,
      id,
      about,
      language: desk.speaker.language,
      messages: inOrderOfRow(held.map(say)),
      suppressed: known.map((placed) => suppressedBy(say(placed), { kind: 'baseline' })),
    },
  };
}

/** Without a baseline nothing is known. */
function hold<Finding extends { readonly rule: string }>(
  path: string,
  row: string | undefined,
  findings: readonly Finding[],
  { baseline }: Desk,
): { held: readonly Finding[]; known: readonly Finding[]; exceeded: readonly Exceeded[] } {
  if (baseline === undefined) return { held: findings, known: [], exceeded: [] };
  const { kept, known, exceeded } = baseline.hold({ file: baseline.nameOf(path), row }, findings);
  return { held: kept, known, exceeded };
}

function suppressedBy(message: LintMessage, because: SuppressedMessage['because']): SuppressedMessage {
  return { ...message, because };
}

function problemMessages(
  problems: readonly SuppressionProblem[],
  source: string,
  { speaker }: Desk,
): LintMessage[] {
  const starts = lineStarts(source);
  return problems.map(({ rule, level, start, end, key, values }) => ({
    rule,
    level,
    message: speaker.say(key, values),
    from: positionAt(starts, start),
    to: positionAt(starts, end),
  }));
}

/** What is missing in a row stands nowhere in it, and comes last. */
function inOrderOfRow(messages: readonly LintMessage[]): LintMessage[] {
  return [
    ...inOrderOfText(messages.filter(({ cell }) => cell !== undefined)),
    ...messages.filter(({ cell }) => cell === undefined),
  ];
}

function inOrderOfText(messages: readonly LintMessage[]): LintMessage[] {
  return [...messages].sort((a, b) => a.from.line - b.from.line || a.from.column - b.from.column);
}
