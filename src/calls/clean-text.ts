import { withoutEscapes } from '../text/clean.ts';

const CONTROL_CHARACTER = /(?![\n\t])\p{Cc}/u;
const CONTROL_CHARACTERS = new RegExp(CONTROL_CHARACTER, 'gu');

/** Text as it may be stored: composed (NFC), trimmed, without terminal escapes and control characters but `\n` and `\t`. */
export function cleanText(text: string): string {
  return withoutEscapes(text).replace(/\r\n?/g, '\n').replace(CONTROL_CHARACTERS, '').normalize('NFC').trim();
}

/** The first control character in a text that does not belong there, as `U+001B`. */
export function controlCharacterIn(text: string): string | undefined {
  const found = CONTROL_CHARACTER.exec(text)?.[0];
  return found && `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
