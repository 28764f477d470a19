import { lineEndsOf, nextLine, skipSpace, trimEnd } from './lines.ts';
import { fieldNamed } from './names.ts';
import type { Field, ReportField, ReportNote } from './report.ts';
import type { Range } from '../text/range.ts';

/** A key and its value; the range is that of the value. */
export interface Entry extends ReportField {
  readonly key: string;
}

/** What a YAML reader found: the entries of the mapping, and where the first mistake is, if there is one. */
export interface YamlEntries {
  readonly entries: readonly Entry[];
  readonly mistakeAt?: number;
}

/**
 * Reads the YAML between the two `---`; offsets count from its beginning. `readYaml` of `yaml-front-matter.ts` is the
 * one there is. It is handed in, and called only for front matter that takes it (lists, nested keys, escapes, text over
 * several lines), because the YAML package is large and hardly any report needs it: see `readReport`.
 */
export type YamlReader = (text: string) => YamlEntries;

export interface FrontMatter {
  readonly fields: Partial<Record<Field, ReportField>>;
  readonly notes: readonly ReportNote[];
  /** Where the report proper begins. */
  readonly body: number;
}

/** Reads the front matter at the top of a report. Without a YAML reader, only plain `key: value` lines are understood. */
export function readFrontMatter(source: string, readYaml?: YamlReader): FrontMatter {
  const block = findBlock(source);
  if (block === undefined) return { fields: {}, notes: [], body: topOf(source) };
  const { lines, start, end, body } = block;
  if (!block.isClosed) {
    const opening = { start: topOf(source), end: topOf(source) + FENCE.length };
    return { fields: {}, notes: [bad(source, opening)], body };
  }
  const plain = readLines(source, lines);
  if (plain.areAll || readYaml === undefined) return { fields: fieldsOf(plain.entries), notes: [], body };

  const yaml = readYaml(source.slice(start, end));
  if (yaml.mistakeAt === undefined) {
    return { fields: fieldsOf(yaml.entries.map((entry) => moved(entry, start))), notes: [], body };
  }
  const mistakeAt = start + yaml.mistakeAt;
  const mistake = lines.find((line) => mistakeAt <= line.end) ?? { start, end: start };
  return { fields: fieldsOf(plain.entries), notes: [bad(source, mistake)], body };
}

const FENCE = '---';

interface Block extends Range {
  /** The lines that say something, without the white space behind them. */
  readonly lines: readonly Range[];
  readonly isClosed: boolean;
  readonly body: number;
}

/** The lines between two `---` at the very top, if they begin with a key; otherwise the `---` are mere rules. */
function findBlock(source: string): Block | undefined {
  const top = topOf(source);
  if (!source.startsWith(FENCE, top)) return undefined;
  const lineEnd = lineEndsOf(source);
  const opening = lineEnd(top);
  if (trimEnd(source, top, opening) !== top + FENCE.length) return undefined;
  const start = nextLine(source, opening);
  const lines: Range[] = [];
  for (let at = start; at < source.length;) {
    const end = lineEnd(at);
    const line = { start: at, end: trimEnd(source, at, end) };
    const next = nextLine(source, end);
    if (isFence(source, line)) return { lines, start, end: at, isClosed: true, body: next };
    if (!isSilent(source, line)) {
      if (lines.length === 0 && readLine(source, line) === undefined) return undefined;
      lines.push(line);
    }
    at = next;
  }
  return lines.length > 0 ? { lines, start, end: start, isClosed: false, body: start } : undefined;
}

function topOf(source: string): number {
  return source.startsWith('\uFEFF') ? 1 : 0;
}

function isFence(source: string, { start, end }: Range): boolean {
  return end - start === FENCE.length && (source.startsWith(FENCE, start) || source.startsWith('...', start));
}

/** Blank, or a comment. */
function isSilent(source: string, { start, end }: Range): boolean {
  const first = skipSpace(source, start, end);
  return first === end || source[first] === '#';
}

/** What the plain lines say, and whether there are no others. */
function readLines(source: string, lines: readonly Range[]): { entries: Entry[]; areAll: boolean } {
  const entries: Entry[] = [];
  let areAll = true;
  for (const line of lines) {
    const entry = readLine(source, line);
    if (entry === undefined || entry === 'not plain') areAll = false;
    else entries.push(entry);
  }
  return { entries, areAll };
}

/** What a key cannot begin with: white space, quotation marks, the signs of lists, mappings and anchors. */
const NO_KEY = /[\s'"[\]{}&*!|>%@`,?:-]/;
/** What makes of a value more than the words that stand there. */
const NO_PLAIN_VALUE = /^(?:[[{|>&*!]|[-?](?:\s|$))/;
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')\s*(?:#.*)?$/;

/** A line `key: value`; `not plain` if the value takes YAML to read, nothing if there is no key. */
function readLine(source: string, { start, end }: Range): Entry | 'not plain' | undefined {
  if (NO_KEY.test(source.charAt(start))) return undefined;
  const line = source.slice(start, end);
  const colon = line.indexOf(':');
  if (colon < 0) return undefined;
  const key = line.slice(0, colon);
  const from = skipSpace(source, start + colon + 1, end);
  const written = source.slice(from, end);
  if (/^['"]/.test(written)) {
    const inner = QUOTED.exec(written);
    const value = inner?.[1] ?? inner?.[2];
    return value === undefined ? 'not plain' : { key, value, start: from + 1, end: from + 1 + value.length };
  }
  if (NO_PLAIN_VALUE.test(written)) return 'not plain';
  const value = withoutComment(written);
  return { key, value, start: from, end: from + value.length };
}

function withoutComment(written: string): string {
  if (written.startsWith('#')) return '';
  const comment = written.search(/\s#/);
  return comment < 0 ? written : written.slice(0, comment).trimEnd();
}

/** The first value given for each field; keys that we do not know are the writer's own affair. */
function fieldsOf(entries: readonly Entry[]): Partial<Record<Field, ReportField>> {
  const fields: Partial<Record<Field, ReportField>> = {};
  for (const { key, value, start, end } of entries) {
    const field = fieldNamed(key);
    if (field !== undefined && value !== '') fields[field] ??= { value, start, end };
  }
  return fields;
}

function moved(entry: Entry, by: number): Entry {
  return { ...entry, start: entry.start + by, end: entry.end + by };
}

function bad(source: string, { start, end }: Range): ReportNote {
  return { kind: 'bad-front-matter', start, end, text: source.slice(start, end) };
}
