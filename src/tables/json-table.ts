import type { JSONVisitor } from 'jsonc-parser';
import knownColumns from '../../data/columns.json' with { type: 'json' };
import { lineStarts, positionAt } from '../lint/positions.ts';
import { cleanLine } from '../text/clean.ts';
import type { Range } from '../text/range.ts';
import { UserError } from '../user-error.ts';
import { jsonRow } from './json-row.ts';
import type { BrokenRow, Table, TableRow } from './row.ts';

/** The keys under which CRMs hand out a list of records. */
const LISTS: readonly string[] = knownColumns.json.lists;
/** So much is shown of the place where a text ceases to be JSON. */
const SHOWN = 20;

/**
 * Reads a list of objects, on top or in an object under one of the keys that CRMs use; any other object is a table of
 * one row. The columns are those of all rows. Rows are parsed one at a time.
 * @param text byte order mark included
 * @throws UserError where the text is no JSON, with line and column, or holds no object and no list
 */
export async function openJson(text: string): Promise<Table> {
  const { parseTree, visit } = await import('jsonc-parser');
  const starts = lineStarts(text);
  // As long as it was, so that offsets stay.
  const json = text.replace(/^\uFEFF/, ' ');
  const list = listFinder();
  try {
    visit(json, list.visitor, { disallowComments: true });
  } catch (error) {
    // Brackets nested thousands deep exhaust the stack.
    if (!(error instanceof RangeError)) throw error;
    list.giveUp();
  }
  const mistake = list.mistake();
  if (mistake !== undefined) {
    const { line, column } = positionAt(starts, mistake);
    const found = cleanLine(json.slice(mistake, mistake + SHOWN).trim());
    if (text.trim() === '') throw new UserError('table.empty');
    if (found === '') throw new UserError('table.json-ends', { line, column });
    throw new UserError('table.not-json', { line, column, found });
  }
  const items = list.items();
  if (items === undefined) throw new UserError('table.no-list');

  function* rows(): Generator<TableRow | BrokenRow> {
    for (const [i, { start, end }] of (items ?? []).entries()) {
      const at = (offset: number) => positionAt(starts, start + offset);
      yield jsonRow({ text: json.slice(start, end), number: i + 1, at }, parseTree);
    }
  }
  const names = new Set<string>();
  for (const row of rows()) {
    if ('cells' in row) for (const { column } of row.cells) names.add(column);
  }
  return { columns: [...names], rows: rows() };
}

/** Watches a walk through JSON for the list of records and the first mistake. */
function listFinder() {
  const items: Range[] = [];
  let depth = 0;
  /** How deep the items of the list stand; nothing before it begins. */
  let listDepth: number | undefined;
  let isInList = false;
  let itemStart = 0;
  let whole: Range | undefined;
  let key = '';
  let mistake: number | undefined;

  const open = (offset: number): void => {
    if (isInList && depth === listDepth) itemStart = offset;
    if (depth === 0) whole = { start: offset, end: offset };
    depth += 1;
  };
  const close = (end: number): void => {
    depth -= 1;
    if (isInList && depth === listDepth) items.push({ start: itemStart, end });
    if (depth === 0 && whole !== undefined) whole = { ...whole, end };
  };
  const visitor: JSONVisitor = {
    onObjectBegin: open,
    onObjectEnd: (offset, length) => close(offset + length),
    onObjectProperty: (name) => {
      if (depth === 1) key = name;
    },
    onArrayBegin: (offset) => {
      const isList = depth === 0 || (depth === 1 && LISTS.includes(key));
      open(offset);
      if (isList && listDepth === undefined) {
        listDepth = depth;
        isInList = true;
      }
    },
    onArrayEnd: (offset, length) => {
      if (isInList && depth === listDepth) isInList = false;
      close(offset + length);
    },
    onLiteralValue: (_, offset, length) => {
      if (isInList && depth === listDepth) items.push({ start: offset, end: offset + length });
    },
    onError: (_, offset) => {
      mistake ??= offset;
    },
  };
  return {
    visitor,
    giveUp: (): void => {
      mistake ??= 0;
    },
    mistake: () => mistake,
    /** The items of the list; the object itself if it has none; nothing if there is neither. */
    items: (): readonly Range[] | undefined => {
      if (listDepth !== undefined) return items;
      return whole === undefined ? undefined : [whole];
    },
  };
}
