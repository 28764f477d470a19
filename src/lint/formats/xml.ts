import { cleanForTerminal, cleanLine } from '../../text/clean.ts';

/** What XML 1.0 forbids even as a reference: controls, lone surrogates, and two that are no characters. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as the content of an element. */
export function xmlText(text: string): string {
  return escaped(cleanForTerminal(text));
}

/** A text as the value of an attribute in double quotes; it is one line. */
export function xmlAttribute(text: string): string {
  return escaped(cleanLine(text));
}

function escaped(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
