import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { ParsedNode } from 'yaml';
import type { Entry, YamlEntries } from './front-matter.ts';

/** More than anybody writes above a report; the YAML package takes its time with what nobody writes. */
const LONGEST = 64 * 1024;

/**
 * Reads front matter that is more than plain lines: the entries of the mapping on top, a list as its items with commas
 * between. It stands in a file of its own so that the YAML package is loaded only with `await import()` of this file.
 * Never throws: what cannot be read is a mistake.
 */
export function readYaml(text: string): YamlEntries {
  if (text.length > LONGEST) return { entries: [], mistakeAt: 0 };
  try {
    return readMapping(text);
  } catch {
    // Brackets nested thousands deep exhaust the stack of the YAML package.
    return { entries: [], mistakeAt: 0 };
  }
}

function readMapping(text: string): YamlEntries {
  // The failsafe schema leaves every value the text that it is: no dates, no numbers, no `no` that means false.
  const document = parseDocument(lineFeeds(text), {
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const [mistake] = document.errors;
  if (mistake !== undefined) return { entries: [], mistakeAt: mistake.pos[0] };
  const mapping = document.contents;
  if (!isMap<ParsedNode, ParsedNode | null>(mapping)) return { entries: [], mistakeAt: 0 };
  const entries: Entry[] = [];
  for (const { key, value } of mapping.items) {
    if (isScalar(key) && value !== null) entries.push(entryOf(String(key.value), value, text));
  }
  return { entries };
}

/** The YAML package does not know a lone CR as the end of a line; as long as it was, the text keeps its offsets. */
function lineFeeds(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n');
}

function entryOf(key: string, value: ParsedNode, text: string): Entry {
  const [start, end] = value.range;
  const isQuoted = isScalar(value) && (value.type === 'QUOTE_DOUBLE' || value.type === 'QUOTE_SINGLE');
  if (isQuoted) return { key, value: textOf(value), start: start + 1, end: end - 1 };
  const length = text.slice(start, end).trimEnd().length;
  return { key, value: textOf(value), start, end: start + length };
}

/** A scalar is its text, a list its texts with commas between; a mapping has no text that could stand for it. */
function textOf(node: unknown): string {
  if (isScalar(node)) return String(node.value).trim();
  if (isSeq(node))
    return node.items
      .map(textOf)
      .filter((text) => text !== '')
      .join(', ');
  return '';
}
