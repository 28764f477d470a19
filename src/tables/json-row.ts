import type { Node, ParseError } from 'jsonc-parser';
import knownColumns from '../../data/columns.json' with { type: 'json' };
import type { Position } from '../lint/positions.ts';
import type { BrokenRow, Cell, TableRow } from './row.ts';

/** The piece of a file that should be an object, and where it stands. */
export interface JsonPiece {
  readonly text: string;
  readonly number: number;
  readonly at: (offset: number) => Position;
}

/** `parseTree` of jsonc-parser, handed in because it is loaded only where there is JSON. */
export type TreeParser = (text: string, errors?: ParseError[]) => Node | undefined;

/** Objects of which the parts are columns of the row itself. */
const FLATTENED: readonly string[] = knownColumns.json.flattened;
/** Objects within objects that CRMs export; what lies deeper is no value of a call. */
const DEEPEST = 4;

/**
 * Reads one row of JSON. Each value is a column; objects within are taken apart (`Owner.Name`), lists of texts are lines
 * of one value. What has no text, such as null, is an empty cell.
 */
export function jsonRow(piece: JsonPiece, parseTree: TreeParser): TableRow | BrokenRow {
  const { text, number } = piece;
  const { line } = piece.at(0);
  const value = parse(text);
  if (value === undefined) return { number, line, broken: 'not-json', at: mistakeIn(piece, parseTree) };
  if (!isObject(value.parsed)) return { number, line, broken: 'no-object', at: piece.at(0) };
  const place = placeFinder(piece, parseTree);
  const cells: Cell[] = [];
  addCells(value.parsed, '', [], place, cells);
  return { number, line, cells };
}

function parse(text: string): { readonly parsed: unknown } | undefined {
  try {
    return { parsed: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mistakeIn({ text, at }: JsonPiece, parseTree: TreeParser): Position {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors);
  } catch {
    // Brackets nested thousands deep exhaust the stack.
  }
  return at(errors[0]?.offset ?? 0);
}

type Path = readonly string[];
type Place = (path: Path, offset: number) => Position;

function addCells(
  object: Readonly<Record<string, unknown>>,
  prefix: string,
  path: Path,
  place: Place,
  cells: Cell[],
): void {
  for (const [key, value] of Object.entries(object)) {
    const here = [...path, key];
    if (isObject(value) && here.length < DEEPEST) {
      addCells(value, FLATTENED.includes(key) ? prefix : `${prefix}${key}.`, here, place, cells);
    } else {
      cells.push({ column: prefix + key, text: textOf(value), at: (offset) => place(here, offset) });
    }
  }
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(scalarText).filter(Boolean).join('\n') : scalarText(value);
}

function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Finds values in the source when they are first asked for: most never are. */
function placeFinder({ text, at }: JsonPiece, parseTree: TreeParser): Place {
  let found: { readonly tree: Node | undefined } | undefined;
  return (path, offset) => {
    found ??= { tree: parseTree(text) };
    const node = nodeAt(found.tree, path);
    return at(node === undefined ? 0 : offsetOf(node, text, offset));
  };
}

function nodeAt(tree: Node | undefined, path: Path): Node | undefined {
  let node = tree;
  for (const key of path) {
    // Of two properties of the same name the last one counts.
    node = node?.children?.findLast((property) => property.children?.[0]?.value === key)?.children?.[1];
  }
  return node;
}

const BACKSLASH = 0x5c;

/** The offset in the source of one in the value; for a number and the like, where it begins. */
function offsetOf({ type, offset, length, children = [] }: Node, source: string, wanted: number): number {
  if (type === 'string') return offsetInString(source, offset + 1, offset + length - 1, wanted);
  let from = 0;
  let last: Node | undefined;
  for (const item of children.filter(({ value }) => scalarText(value) !== '')) {
    // The items of a list are lines of the value.
    const next = from + scalarText(item.value).length + 1;
    if (wanted < next) return offsetOf(item, source, wanted - from);
    from = next;
    last = item;
  }
  return last === undefined ? offset : last.offset + last.length;
}

function offsetInString(source: string, start: number, end: number, wanted: number): number {
  let at = start;
  for (let i = 0; i < wanted && at < end; i += 1) {
    if (source.charCodeAt(at) !== BACKSLASH) at += 1;
    else at += source[at + 1] === 'u' ? 6 : 2;
  }
  return at;
}
