// Escape sequences (CSI, OSC, single characters), then every other control character, then the invisible characters
// that turn the direction of writing around.
const ESCAPES =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[PX^_][^\u001b]*(?:\u001b\\)?|[ -/]*[0-~])|\u009b[0-?]*[ -/]*[@-~]/g;
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Makes a text safe to show on a terminal: no escape sequence and no control character is left but line feed and tab. */
export function cleanForTerminal(text: string): string {
  return text.replace(ESCAPES, '').replace(CONTROLS, '');
}

/** Makes a text safe to show in one line of a terminal. */
export function cleanLine(text: string): string {
  return cleanForTerminal(text).replace(/[\n\t]+/g, ' ');
}

/** Makes a text safe to show in one line without moving any offset: every such character becomes a space. */
export function cleanSameLength(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
