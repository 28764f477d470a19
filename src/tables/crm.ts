import knownColumns from '../../data/columns.json' with { type: 'json' };
import { columnKey } from './column-key.ts';
import type { OurName } from './our-names.ts';

/** A system that exports tables, as `data/columns.json` says it. */
export interface Crm {
  /** As people call it. */
  readonly name: string;
  /** Sets of columns, any of which tells that a table is from there. */
  readonly headers: readonly (readonly string[])[];
  /** Columns that mean something only there. */
  readonly names?: Readonly<Partial<Record<OurName, readonly string[]>>>;
  /** Below the data stand lines of another kind: a notice, who made the report and when. */
  readonly hasLinesBelow?: boolean;
}

const CRMS = knownColumns.crms.map((crm: Crm) => ({
  crm,
  sets: crm.headers.map((set) => set.map(columnKey)),
}));

/** The system that a table with these columns comes from, if it is one that we know. */
export function crmOf(columns: readonly string[]): Crm | undefined {
  const keys = new Set(columns.map(columnKey));
  return CRMS.find(({ sets }) => sets.some((set) => set.every((key) => keys.has(key))))?.crm;
}
