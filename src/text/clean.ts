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

/** Makes a text safe to show in one line without moving any offset: every such character becomes a space. */
export function cleanSameLength(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
