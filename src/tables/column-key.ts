import knownColumns from '../../data/columns.json' with { type: 'json' };

/** Nothing that we know is longer, so that nothing longer is looked at. */
const LONGEST = 120;

/** What the names of columns are compared by: `Hạn chót`, `han_chot` and `HanChot` are all `hanchot`. */
export function columnKey(name: string): string {
  if (name.length > LONGEST) return '';
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/[^a-z0-9]+/g, '');
}

/** The key of a column without what a CRM puts before and behind the names of its fields. */
export function bareColumnKey(name: string): string {
  const trimmed = name.trim();
  const lower = trimmed.toLowerCase();
  const prefix = knownColumns.prefixes.find((one) => lower.startsWith(one.toLowerCase())) ?? '';
  const suffix = knownColumns.suffixes.find((one) => lower.endsWith(one.toLowerCase())) ?? '';
  return columnKey(trimmed.slice(prefix.length, trimmed.length - suffix.length));
}

/** Whether a column is there for the program that made the table, and says nothing to people. */
export function isForMachines(name: string): boolean {
  const lower = name.trim().toLowerCase();
  return knownColumns.machines.some((one) => lower.startsWith(one.toLowerCase()));
}
