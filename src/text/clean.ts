// Escape sequences of terminals: colours and cursor moves; titles and links, which end with BEL or ESC \\; two-letter ones.
const ESCAPES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[ -/]*[0-~]/g;
// Every other control character, and the invisible ones that turn the direction of writing around.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text without the sequences that a terminal obeys; single control characters stay. */
export function withoutEscapes(text: string): string {
  return text.replace(ESCAPES, '');
}

/** Makes a text safe to show on a terminal: no escape sequence and no control character is left but line feed and tab. */
export function cleanForTerminal(text: string): string {
  return withoutEscapes(text).replace(CONTROLS, '');
}

/** Makes a text safe to show in one line of a terminal. */
export function cleanLine(text: string): string {
  return cleanForTerminal(text).replace(/[\n\t]+/g, ' ');
}

// The same characters but those in colours, and in line ends of CSV.
const OTHER_CONTROLS =
  /(?!\u001b\[[\d;]*m|\r\n)[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Writes every control character that is left in an output as `\u001b`. In JSON that is the same string, of which
 * `JSON.stringify` leaves those above U+007E as they are.
 */
export function spellControls(text: string): string {
  return text.replace(OTHER_CONTROLS, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Makes a text safe to show in one line without moving any offset: every such character becomes a space. */
export function cleanSameLength(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
