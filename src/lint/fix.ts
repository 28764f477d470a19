import { readMarkdownReport } from '../reports/markdown.ts';
import type { Finding } from '../rules/finding.ts';
import { verdictOf } from '../rules/finding.ts';
import { judgePurpose } from '../rules/judge-purpose.ts';
import { judgeReport } from '../rules/judge-report.ts';
import type { ReportText } from '../rules/judge-report.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Range } from '../text/range.ts';
import type { Fix } from './document.ts';

/** A fix, and the finding that it is shown with. */
export interface OfferedFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/**
 * Finds what is safe to repair in a report in Markdown or plain text: a label ("courtesy visit to …") before or behind
 * the real purpose. A fix is offered only if the report with it, and with those before it, reads and is judged as before
 * but for the finding that is gone, and if the purpose is one also for a planned call.
 * @param findings of `judgeReport` for this report; without those that the writer stands by in a comment
 */
export function fixesFor(
  report: ReportText,
  findings: readonly Finding[],
  rulebook: Rulebook,
): readonly OfferedFix[] {
  if (findings.every(({ replacement }) => replacement === undefined)) return [];
  const before = judgeReport(report, rulebook);
  const offered: OfferedFix[] = [];
  for (const finding of findings) {
    const { replacement: fix } = finding;
    if (fix === undefined || offered.some((other) => isSame(other.fix, fix))) continue;
    // A fix takes away all that it is offered for, and somebody stands by a part of it.
    if (countOf(before, fix) !== countOf(findings, fix)) continue;
    const fixes = [...offered.map((other) => other.fix), fix];
    if (isWell(report, before, fixes, rulebook)) offered.push({ finding, fix });
  }
  return offered;
}

/** A text with all fixes made but those that overlap one before them in the text; everything else stays. */
export function applyFixes(source: string, fixes: readonly Fix[]): string {
  let text = '';
  let done = 0;
  for (const fix of fixes.toSorted((a, b) => a.start - b.start)) {
    if (fix.start < done) continue;
    text += source.slice(done, fix.start) + fix.text;
    done = fix.end;
  }
  return text + source.slice(done);
}

function countOf(findings: readonly Finding[], fix: Fix): number {
  return findings.filter(({ replacement }) => replacement !== undefined && isSame(replacement, fix)).length;
}

function isSame(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

function isWell(
  report: ReportText,
  before: readonly Finding[],
  fixes: readonly Fix[],
  rulebook: Rulebook,
): boolean {
  const { sections, source } = readMarkdownReport(applyFixes(report.source, fixes));
  const fixed = { source, stage: report.stage, sections };
  if (outlineOf(fixed).join('\0') !== outlineOf(report, fixes).join('\0')) return false;
  const after = judgeReport(fixed, rulebook);
  const expected = new Set(before.flatMap((finding) => keysAfter(finding, fixes)));
  if (!after.every((finding) => expected.has(keyOf(finding)))) return false;
  return report.sections.every((section, at) => {
    if (!fixes.some((fix) => section.blocks.some((block) => isWithin(fix, block)))) return true;
    const blocks = sections[at]?.blocks ?? [];
    const isRefused = after.some(
      (finding) => finding.level === 'error' && blocks.some((block) => isWithin(finding, block)),
    );
    const purpose = blocks.map(({ start, end }) => source.slice(start, end)).join('\n');
    return !isRefused && verdictOf(judgePurpose({ purpose, stage: report.stage }, rulebook)) === 'accept';
  });
}

/** The names of the sections, their headings and the texts of their blocks, with the fixes made in them. */
function outlineOf({ source, sections }: ReportText, fixes: readonly Fix[] = []): string[] {
  return sections.flatMap(({ name, heading, blocks }) => [
    `${name} ${source.slice(heading.start, heading.end)}`,
    ...blocks.map((block) => {
      const inside = fixes
        .filter((fix) => isWithin(fix, block))
        .map(({ start, end, text }) => ({ start: start - block.start, end: end - block.start, text }));
      return applyFixes(source.slice(block.start, block.end), inside);
    }),
  ]);
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The finding where it would be when the fixes are made; nothing for one that they touch. */
function keysAfter(finding: Finding, fixes: readonly Fix[]): string[] {
  const { start, end } = finding;
  const isTouched = fixes.some((fix) => fix.start < Math.max(end, start + 1) && start < fix.end);
  let moved = 0;
  for (const fix of fixes) if (fix.end <= start) moved += fix.text.length - (fix.end - fix.start);
  return isTouched ? [] : [keyOf({ ...finding, start: start + moved, end: end + moved })];
}

function keyOf({ rule, place, start, end }: Finding): string {
  return `${rule} ${place} ${start} ${end}`;
}
