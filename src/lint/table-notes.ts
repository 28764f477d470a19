import type { Speaker } from '../messages.ts';
import type { BrokenRow } from '../tables/row.ts';
import { JUDGED } from '../tables/call-of.ts';
import type { Columns } from '../tables/columns.ts';
import { cleanLine } from '../text/clean.ts';

/** What was seen in the rows of a table that is no finding. */
export interface RowCounts {
  /** Rows with a date that can be one of two days. */
  ambiguousDates: number;
  /** Stages that are none that we know, and how many rows have each. */
  readonly unknownStages: Map<string, number>;
  brokenRows: number;
  /** The first of them. */
  readonly firstBroken: BrokenRow[];
}

export function noRows(): RowCounts {
  return { ambiguousDates: 0, unknownStages: new Map(), brokenRows: 0, firstBroken: [] };
}

/** Counts a row that is none; only those are kept that are to be named. */
export function countBroken(counts: RowCounts, row: BrokenRow): void {
  counts.brokenRows += 1;
  if (counts.firstBroken.length <= MOST_NAMES) counts.firstBroken.push(row);
}

/** So many names are written out. */
const MOST_NAMES = 8;

/** How a table was read: which columns were judged as what, and which mean nothing to us. */
export function columnNotes({ crm, meaning, unknown }: Columns, speaker: Speaker): string[] {
  const judged = JUDGED.flatMap((name) => {
    const [column] = meaning.get(name) ?? [];
    return column === undefined ? [] : [`${name}=${cleanLine(column)}`];
  });
  const notes: string[] = [];
  if (judged.length > 0) {
    const columns = judged.join(', ');
    notes.push(
      crm === undefined
        ? speaker.say('table.read', { columns })
        : speaker.say('table.read-as', { crm: crm.name, columns }),
    );
  }
  if (unknown.length > 0)
    notes.push(speaker.say('table.unused', { columns: listOf(unknown), n: unknown.length }));
  return notes;
}

/** What would have to be known of the rows, or put right in them, to make more of them. */
export function rowNotes(
  { ambiguousDates, unknownStages, brokenRows, firstBroken }: RowCounts,
  speaker: Speaker,
): string[] {
  const notes: string[] = [];
  if (brokenRows > 0) {
    const rows = listOf(firstBroken.map(({ number, at }) => `${number} (${at.line}:${at.column})`));
    notes.push(speaker.say('table.broken-rows', { n: brokenRows, rows }));
  }
  if (ambiguousDates > 0) notes.push(speaker.say('table.ambiguous-dates', { n: ambiguousDates }));
  if (unknownStages.size > 0)
    notes.push(speaker.say('table.unknown-stages', { stages: listOf([...unknownStages.keys()]) }));
  return notes;
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(cleanLine);
  return names.length > MOST_NAMES ? `${shown.join(', ')}, …` : shown.join(', ');
}
