import type { FileSystem } from '../calls/file-system.ts';
import { fixesOf } from './document-of.ts';
import type { Desk } from './document-of.ts';
import { applyFixes } from './fix.ts';
import type { Item, ReportItem } from './item.ts';
import { judgeTask } from './task.ts';
import type { PlacedFinding } from './task.ts';
import { writeFixed } from './write-fixed.ts';
import type { WriteProblem } from './write-in-place.ts';

/** A report as it is after its repair, and what is shown of that. */
export interface Repaired {
  readonly item: ReportItem;
  readonly findings: readonly PlacedFinding[];
  readonly diff: string;
}

/** Repairs a report, or shows how it would; nothing comes of it where there is nothing to repair. */
export type Repair = (
  item: ReportItem,
  findings: readonly PlacedFinding[],
  desk: Desk,
) => Promise<Repaired | undefined>;

/** A repair that shows what it would change, and changes nothing. */
export function showingRepair(
  diffOf: (path: string, before: string, after: string) => Promise<string>,
): Repair {
  return async (item, findings, desk) => {
    const fixes = fixesOf(item, findings, desk);
    if (fixes.length === 0) return undefined;
    const after = applyFixes(item.report.source, fixes);
    return { item, findings, diff: `${await diffOf(item.path, item.report.source, after)}\n\n` };
  };
}

/**
 * A repair that writes the report anew and judges it again.
 * @param readAgain makes an item of the text that was written
 * @param told how many places were repaired in a file, or why they were not
 */
export function writingRepair(
  fs: FileSystem,
  readAgain: (item: ReportItem, text: string) => AsyncIterable<Item>,
  told: (path: string, count: number, problem: WriteProblem | undefined) => void,
): Repair {
  return async (item, findings, desk) => {
    const fixes = fixesOf(item, findings, desk);
    if (fixes.length === 0) return undefined;
    const after = applyFixes(item.report.source, fixes);
    const problem = writeFixed(fs, item.path, item.decoded, after);
    told(item.path, fixes.length, problem);
    if (problem !== undefined) return undefined;
    for await (const again of readAgain(item, after))
      if (again.kind === 'report')
        return { item: again, findings: judgeTask(again.task, desk.rulebook), diff: '' };
    return undefined;
  };
}
