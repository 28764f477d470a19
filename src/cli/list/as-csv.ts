import { stringify } from 'csv-stringify/sync';
import type { Call } from '../../calls/call.ts';
import type { ListedCall } from './gather.ts';
import { cleanForTerminal } from '../../text/clean.ts';

const COLUMNS = [
  'id',
  'account',
  'contact',
  'startsAt',
  'timeZone',
  'durationMinutes',
  'channel',
  'stage',
  'status',
  'purpose',
  'customerBenefit',
  'expectedOutcome',
  'minimumOutcome',
  'agenda',
  'preparation',
] as const satisfies readonly (keyof Call)[];

/**
 * The calls as CSV, safe to open in a spreadsheet: a cell that a spreadsheet would take for a formula gets a `'` in front.
 * @param isOfTeam the first column names the rep
 */
export function listAsCsv(calls: readonly ListedCall[], isOfTeam: boolean): string {
  const rows = calls.map((call) => ({
    ...call,
    agenda: call.agenda.join('; '),
    preparation: call.preparation.join('; '),
  }));
  return stringify(rows, {
    header: true,
    columns: isOfTeam ? ['rep', ...COLUMNS] : [...COLUMNS],
    cast: { string: cleanForTerminal },
    escape_formulas: true,
    record_delimiter: '\r\n',
  }).trimEnd();
}
