import type { LintConfig } from '../config/lint-config.ts';
import { sentenceForKnown } from '../known-error.ts';
import type { Speaker } from '../messages.ts';
import { stageNamed } from '../reports/names.ts';
import { readReport } from '../reports/read-report.ts';
import { decode } from '../reports/decode.ts';
import type { Decoded } from '../reports/decode.ts';
import type { DateOrder } from '../tables/date-order.ts';
import type { ColumnMap } from '../tables/our-names.ts';
import { UserError } from '../user-error.ts';
import type { ReportFileSystem } from './file-problem.ts';
import type { InputKind } from './input-kind.ts';
import { isOpenByName, kindByContent, kindByName } from './input-kind.ts';
import type { Item } from './item.ts';
import { readReportFile } from './read-report-file.ts';
import { noteOddities } from './report-notes.ts';
import type { TextFileSystem } from './text-file.ts';
import { unreadItem } from './unread-item.ts';

/** Says something about how a file was read that is no result. */
export type Note = (path: string, line: number | undefined, sentence: string) => void;

/** What is known when files are read. */
export interface Reading {
  readonly fs: ReportFileSystem & TextFileSystem;
  readonly configFor: (path: string) => Promise<LintConfig>;
  readonly speaker: Speaker;
  readonly note: Note;
  /** What all inputs are, whatever their names. */
  readonly kind: InputKind | undefined;
  /** What the user says of columns, before what the configuration says. */
  readonly columns: ColumnMap;
  readonly dateOrder: DateOrder | undefined;
  /** Files that were named themselves: of one found below a folder it is no mistake to be no table of calls. */
  readonly named: ReadonlySet<string>;
}

/** Everything in a file, one after the other. What cannot be read is told as an item; nothing is thrown. */
export async function* itemsOf(path: string, reading: Reading): AsyncGenerator<Item> {
  let kind = reading.kind ?? kindByName(path);
  const config = await reading.configFor(path);
  if (kind === 'report') {
    const file = readReportFile(reading.fs, path);
    if ('problem' in file) {
      yield unreadItem(file.problem, reading.speaker);
      return;
    }
    const isOpen = reading.kind === undefined && isOpenByName(path);
    if (isOpen) kind = await kindByContent(file.decoded.text);
    if (kind === 'report') {
      yield* reportItems(path, file.decoded, config, reading);
      return;
    }
  }
  const { tableItems } = await import('./table-items.ts');
  yield* orUnread(path, tableItems(path, kind, config, reading), reading);
}

/** Everything in the bytes of a file, or of what has no file. */
export async function* itemsOfBytes(
  path: string,
  kind: Exclude<InputKind, 'ndjson'>,
  bytes: Uint8Array,
  reading: Reading,
): AsyncGenerator<Item> {
  const config = await reading.configFor(path);
  if (kind === 'report') {
    yield* reportItems(path, decode(bytes), config, reading);
    return;
  }
  const { itemsOfTable } = await import('./table-items.ts');
  yield* orUnread(path, itemsOfTable(path, kind, bytes, config, reading), reading);
}

/**
 * The rows of JSON in lines. Each is answered for itself, so that what all of them lack is no result but is told beside
 * them: the next rows may have it.
 */
export async function* itemsOfLines(
  path: string,
  lines: AsyncIterable<string>,
  reading: Reading,
): AsyncGenerator<Item> {
  const config = await reading.configFor(path);
  const { ndjsonItems } = await import('./table-items.ts');
  try {
    yield* ndjsonItems(path, lines, config, reading);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    reading.note(path, undefined, reading.speaker.say(error.key, error.values));
  }
}

/** What the user can put right is told of the file; of a file that was not named it is no mistake to hold no calls. */
async function* orUnread(
  path: string,
  items: AsyncIterable<Item>,
  { named, note, speaker }: Reading,
): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch (error) {
    const problem = sentenceForKnown(error, speaker);
    if (problem === undefined) throw error;
    if (named.has(path) || !isNoTableOfCalls(error)) yield { kind: 'unread', path, problem };
    else note(path, undefined, speaker.say('table.no-calls'));
  }
}

/** Is this what is said of a table that holds no calls? */
function isNoTableOfCalls(error: unknown): boolean {
  return error instanceof UserError && (error.key === 'table.no-texts' || error.key === 'table.empty');
}

/** A report that has been read. */
export async function* reportItems(
  path: string,
  decoded: Decoded,
  config: LintConfig,
  { speaker, note, dateOrder }: Pick<Reading, 'speaker' | 'note' | 'dateOrder'>,
): AsyncGenerator<Item> {
  const report = await readReport(decoded.text);
  noteOddities(report, speaker, (line, sentence) => note(path, line, sentence));
  const { account, owner, date, stage } = report.fields;
  const task = {
    kind: 'report',
    report: {
      source: report.source,
      stage: stage === undefined ? undefined : stageNamed(stage.value),
      sections: report.sections,
    },
  } as const;
  const { dateIn } = await import('../tables/dates.ts');
  const day = date === undefined ? undefined : dateIn(date.value, dateOrder ?? config.dateOrder);
  const about = {
    account: account?.value,
    owner: owner?.value,
    date: day?.kind === 'date' ? day.date : undefined,
  };
  yield { kind: 'begin', path };
  yield { kind: 'report', path, config, task, about, report, decoded };
  yield { kind: 'end', path };
}
