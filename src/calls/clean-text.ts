// Escape sequences of terminals: colours and cursor moves; titles and links, which end with BEL or ESC \; two-letter ones.
const ESCAPE_SEQUENCE =
  // oxlint-disable-next-line no-control-regex -- these are what it looks for
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[ -/]*[0-~]/g;
const CONTROL_CHARACTER = /(?![\n\t])\p{Cc}/u;
const CONTROL_CHARACTERS = new RegExp(CONTROL_CHARACTER, 'gu');

/** Text as it may be stored: composed (NFC), trimmed, without terminal escapes and control characters but `\n` and `\t`. */
export function cleanText(text: string): string {
  return text
    .replace(ESCAPE_SEQUENCE, '')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL_CHARACTERS, '')
    .normalize('NFC')
    .trim();
}

/** The first control character in a text that does not belong there, as `U+001B`. */
export function controlCharacterIn(text: string): string | undefined {
  const found = CONTROL_CHARACTER.exec(text)?.[0];
  return found && `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
